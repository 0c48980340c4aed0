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

    public ValueTask<TableResult?> TableAsync(FlowWalk walk, string source, string name, CancellationToken cancellationToken) =>
        material.ReadAsync(source, name, walk.Voice.Locale, new ReadOptions { Today = walk.Talk.Today }, cancellationToken);

    /// <summary>The counts alone, so that a later correction can be read although the upload is gone.</summary>
    public static void KeepCounts(FlowWalk walk, OfferData data) =>
        walk.Set(Kept, FlowValue.Of([.. data.Arms.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Counts.Users}|{a.Counts.Conversions}|{a.Name}"))]));

    /// <returns>Null when none were kept.</returns>
    public static OfferData? Counts(FlowWalk walk) =>
        walk.Lookup(Kept)?.List is { Count: >= 2 } list
            ? OfferData.Of(list.Select(l => l.Split('|', 3)).Select(p => (p[2], new Arm(double.Parse(p[1], CultureInfo.InvariantCulture), double.Parse(p[0], CultureInfo.InvariantCulture)))))
            : null;

    public static IReadOnlyList<string> ArmNames(FlowWalk walk) => [.. (walk.Lookup(Kept)?.List ?? []).Select(l => l.Split('|', 3)[^1])];
}
