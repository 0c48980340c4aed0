using MentorBot.Coaching;

namespace MentorBot.Campaigns;

/// <summary>What the person's own reading says of the campaign: "pays", "loses", "open", or null. Words are the flow's lists own.pays, own.loses, own.open and own.not, which turns what follows around.</summary>
internal static class OwnVerdict
{
    public const string Pays = "pays";
    public const string Loses = "loses";
    public const string Open = "open";

    public static string? Of(FlowWalk walk, string step)
    {
        if (walk.State.Answers.GetValueOrDefault(step) is not { Value.Text: { } said })
        {
            return null;
        }

        if (said is Pays or Loses or Open)
        {
            return said;
        }

        var words = ChoiceMatcher.Fold(said).Split(' ');
        bool Has(string way) => List(walk, $"{step}.{way}").Any(stem => words.Any(w => w.StartsWith(stem, StringComparison.Ordinal)));
        if (Has(Open))
        {
            return Open;
        }

        return (Has(Pays), Has(Loses), List(walk, $"{step}.not").Any(words.Contains)) switch
        {
            (true, false, false) or (false, true, true) => Pays,
            (false, true, false) or (true, false, true) => Loses,
            _ => null,
        };
    }

    private static IEnumerable<string> List(FlowWalk walk, string key) => walk.Flow.In(walk.Voice).List(key).Select(ChoiceMatcher.Fold);
}
