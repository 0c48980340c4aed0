using System.Text.Json.Nodes;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>One part of a message as elements of a card. Its pieces may come to stand in different cards; a piece never does.</summary>
/// <param name="Frame">Bytes that building adds around the pieces, at most: a table's head.</param>
/// <param name="Build">The element that holds some of the pieces; called once for each card that has any.</param>
internal sealed record CardBlock(IReadOnlyList<CardPiece> Pieces, int Frame, Func<IReadOnlyList<CardPiece>, JsonObject> Build)
{
    /// <summary>Buttons that wait for a press.</summary>
    public bool Open { get; init; }

    /// <summary>What the card is answered with once a choice was made.</summary>
    public bool Outcome { get; init; }

    /// <summary>A table or a picture, which reads better on the whole width.</summary>
    public bool Wide { get; init; }

    /// <summary>A block that stays whole.</summary>
    public static CardBlock Whole(JsonObject element, string plain, int picture = 0) =>
        new([new CardPiece(element, plain, picture)], 0, pieces => pieces[0].Element);
}

/// <param name="Element">Belongs to the piece until it is built into a card.</param>
/// <param name="Plain">The same words without layout.</param>
/// <param name="Picture">Of the element's bytes, those of a picture in it.</param>
internal sealed record CardPiece(JsonObject Element, string Plain, int Picture = 0, LineGap Gap = LineGap.Line)
{
    /// <summary>Bytes on the wire without the picture; the words count twice, since the card repeats them as its fallback text.</summary>
    public int Size { get; } = Bytes(Element) - Picture + Bytes(JsonValue.Create(Plain));

    private static int Bytes(JsonNode node) => System.Text.Encoding.UTF8.GetByteCount(node.ToJsonString());
}
