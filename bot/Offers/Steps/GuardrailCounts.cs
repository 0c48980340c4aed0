using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Cases and people of one guardrail per version, in the order of the test's arms; kept by the flow under <see cref="Name"/>.</summary>
/// <param name="Metric">As the person or the file calls it.</param>
/// <param name="Falls">It gets worse by falling.</param>
internal sealed record GuardrailCounts(string Metric, bool Falls, IReadOnlyList<Arm> Arms)
{
    public const string Name = "guard_counts";

    /// <summary>What they are called, for the sentences of the flow.</summary>
    public const string Names = "guard_names";

    /// <summary>Other columns of a test's file that are guardrails in themselves.</summary>
    private static readonly HashSet<string> Columns = ["unsubscribes", "bounces", "complaints", "refunds", "cancellations", "subscribers_lost"];

    private static readonly string[] Said = ["refund", "rembours", "annul", "cancel", "resil", "retour", "return", "plainte", "complaint", "desabon", "unsubscri", "desinscri", "churn"];

    public static IReadOnlyList<GuardrailCounts> In(OfferData data) =>
        [.. data.Others.Where(o => Columns.Contains(o.Id) || Said.Any(s => ChoiceMatcher.Fold(o.Header).StartsWith(s, StringComparison.Ordinal))).Select(o => new GuardrailCounts(o.Header, false, o.Arms))];

    public static void Keep(FlowWalk walk, IReadOnlyList<GuardrailCounts> counts)
    {
        walk.Set(Name, counts.Count == 0 ? null : FlowValue.Of([.. counts.Select(c => c.ToLine())]));
        Sentences.Text(walk, Names, string.Join(", ", counts.Select(c => c.Metric)));
    }

    public static IReadOnlyList<GuardrailCounts> Kept(FlowWalk walk) => [.. (walk.Lookup(Name)?.List ?? []).Select(Parse)];

    private string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{(Falls ? 1 : 0)}|{string.Join(',', Arms.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Conversions}/{a.Users}")))}|{Metric}");

    private static GuardrailCounts Parse(string line)
    {
        var parts = line.Split('|', 3);
        double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
        return new GuardrailCounts(parts[2], parts[0] == "1", [.. parts[1].Split(',').Select(a => a.Split('/')).Select(a => new Arm(Number(a[0]), Number(a[1])))]);
    }
}
