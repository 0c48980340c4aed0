namespace MentorBot.Tables;

/// <summary>GA4 reports and explorations: a preamble of # lines, dates as 20260101 or as the nth day of the period, rates as fractions.</summary>
internal sealed class Ga4 : ITableSource
{
    private static readonly string[] Signature =
    [
        "engaged sessions", "sessions avec engagement", "key events", "evenements cles", "active users", "utilisateurs actifs", "engagement rate", "taux d'engagement", "event count", "nombre d'evenements",
        "session primary channel group", "session primary channel group (default channel group)", "groupe de canaux principal de la session", "groupe de canaux principal de la session (groupe de canaux par defaut)",
        "groupe de canaux par defaut pour la session", "session key event rate", "nth day", "session source / medium",
    ];

    public string Id => "ga4";

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers)
    {
        var known = Signature.Count(headers.Contains);
        return known >= 2 ? 8 : known == 1 && preamble.Any(l => l.StartsWith('#')) ? 8 : preamble.Count(l => l.StartsWith('#')) >= 3 ? 5 : 0;
    }

    public (DateOnly From, DateOnly To)? StatedPeriod(IReadOnlyList<string> preamble) =>
        PreambleDates.After(preamble, "start date", "date de debut") is { } from && PreambleDates.After(preamble, "end date", "date de fin") is { } to
            ? (from, to)
            : PreambleDates.Range(preamble);
}
