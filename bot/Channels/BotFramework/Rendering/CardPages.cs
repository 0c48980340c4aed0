namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>Blocks, some of them in part, that fit one card.</summary>
internal sealed class CardPage
{
    /// <summary>Bytes that building adds to a piece: a comma, its gap to the one before.</summary>
    public const int Between = 24;

    private readonly List<(CardBlock Block, List<CardPiece> Pieces)> _blocks = [];

    public bool IsEmpty => _blocks.Count == 0;

    public bool IsOpen => _blocks.Any(b => b.Block.Open);

    public bool HasOutcome => _blocks.Any(b => b.Block.Outcome);

    public bool IsWide => _blocks.Any(b => b.Block.Wide);

    public string Plain => string.Join("\n", _blocks.SelectMany(b => b.Pieces).Select(p => p.Plain).Where(p => p.Length > 0));

    public IEnumerable<System.Text.Json.Nodes.JsonObject> Elements => _blocks.Select(b => b.Block.Build(b.Pieces));

    public int Size => _blocks.Sum(b => b.Block.Frame + b.Pieces.Sum(p => p.Size + Between));

    public int Pictures => _blocks.Sum(b => b.Pieces.Sum(p => p.Picture));

    public void Add(CardBlock block, CardPiece piece)
    {
        if (_blocks.Count == 0 || _blocks[^1].Block != block)
        {
            _blocks.Add((block, []));
        }

        _blocks[^1].Pieces.Add(piece);
    }

    public bool Has(CardBlock block) => _blocks.Count > 0 && ReferenceEquals(_blocks[^1].Block, block);
}

/// <summary>Spreads blocks over as few cards as the budget allows, in reading order, never inside a piece. Sources: anchors.md T14; facts/bot-framework.md 5.1.</summary>
internal static class CardPages
{
    /// <summary>Bytes of one card at most, without its pictures.</summary>
    public const int Budget = 25 * 1024;

    /// <summary>Bytes of a card's pictures at most: with them the body stays well under what the Bot Service takes.</summary>
    public const int PictureBudget = 65_000;

    /// <summary>Of the budget, for what is not a block: the card's own fields, the summary, the activity.</summary>
    private const int Around = 2500;

    /// <summary>Of the budget, for blocks.</summary>
    public const int Room = Budget - Around;

    public static IReadOnlyList<CardPage> Of(IEnumerable<CardBlock> blocks)
    {
        var pages = new List<CardPage> { new() };
        foreach (var block in blocks)
        {
            foreach (var piece in block.Pieces)
            {
                var page = pages[^1];
                var size = page.Size + piece.Size + (page.Has(block) ? 0 : block.Frame) + CardPage.Between;
                if (!page.IsEmpty && (size > Room || page.Pictures + piece.Picture > PictureBudget))
                {
                    pages.Add(new());
                }

                pages[^1].Add(block, piece);
            }
        }

        return pages;
    }
}
