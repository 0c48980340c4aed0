using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>The counts of a test by reference: an upload or a paste while it is there, what was typed, else the counts that were kept from it.</summary>
internal sealed class TestDesk(Material material)
{
    private const string TypedArm = "arms:";
    private const string Kept = "data_arms";

    public static string OfTyped(string text) => TypedArm + text;

    /// <returns>Null for an upload or a paste.</returns>
    public static string? TypedOf(string source) => source.StartsWith(TypedArm, StringComparison.Ordinal) ? source[TypedArm.Length..] : null;

    /// <returns>The data, or why there is none; both null when a text is no counts, or an upload is gone.</returns>
    public async ValueTask<(OfferData? Data, Refusal? Refusal)> ReadAsync(FlowWalk walk, string source, string name, CancellationToken cancellationToken)
    {
        if (source.StartsWith(TypedArm, StringComparison.Ordinal))
        {
            return TypedArms.Read(source[TypedArm.Length..], walk.Voice.Locale);
        }

        var result = await TableAsync(walk, source, name, cancellationToken);
        return result?.Table is { } table ? OfferTable.Read(table) : (null, result?.Refusal);
    }

    /// <param name="meanings">What columns that no dictionary knows stand for.</param>
    public ValueTask<TableResult?> TableAsync(FlowWalk walk, string source, string name, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? meanings = null) =>
        material.ReadAsync(source, name, walk.Voice.Locale, new ReadOptions { Today = walk.Talk.Today, Meanings = meanings ?? new Dictionary<string, string>() }, cancellationToken);

    /// <summary>The counts alone, so that a later correction can be read although the upload is gone.</summary>
    public static void KeepCounts(FlowWalk walk, OfferData data) =>
        walk.Set(Kept, FlowValue.Of([.. data.Arms.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Counts.Users}|{a.Counts.Conversions}|{a.Name}"))]));

    /// <summary>The people alone: averages are kept by <see cref="MeanDesk"/>.</summary>
    public static void KeepPeople(FlowWalk walk, MeanData data) =>
        walk.Set(Kept, FlowValue.Of([.. data.Arms.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Figures.Users}|0|{a.Name}"))]));

    /// <returns>Null when none were kept, or averages.</returns>
    public static OfferData? Counts(FlowWalk walk) =>
        MeanDesk.Kept(walk) is null ? People(walk) : null;

    /// <summary>The arms and their people, whatever decides the test: what guardrails are held against. The conversions are none where an average decides.</summary>
    /// <returns>Null when none were kept.</returns>
    public static OfferData? People(FlowWalk walk) => Parse(walk.Lookup(Kept)?.List);

    public static IReadOnlyList<string> ArmNames(FlowWalk walk) => [.. (walk.Lookup(Kept)?.List ?? []).Select(l => l.Split('|', 3)[^1])];

    private static OfferData? Parse(IReadOnlyList<string>? kept) =>
        kept is { Count: >= 2 }
            ? OfferData.Of(kept.Select(l => l.Split('|', 3)).Select(p => (p[2], new Arm(double.Parse(p[1], CultureInfo.InvariantCulture), double.Parse(p[0], CultureInfo.InvariantCulture)))))
            : null;
}
