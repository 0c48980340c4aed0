using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>A campaign told in one line: "6 000 € sur 4 semaines, Meta, 3 ensembles, 120 ventes". What was not said stays null.</summary>
/// <param name="Platform">meta, google, tiktok, linkedin or other.</param>
internal sealed record PlanLine(Money? Budget, int? Days, int? AdSets, double? Goal, string? Platform)
{
    private const int DaysPerMonth = 30;
    private const int DaysPerWeek = 7;
    private const int NearWords = 3;

    /// <summary>A bare figure below it is no budget.</summary>
    private const double LeastBareBudget = 100;

    private static readonly string[] Platforms = ["meta", "google", "tiktok", "linkedin", "other"];
    private static readonly string[] Kinds = ["days", "weeks", "months", "sets", "sales", "daily"];

    /// <param name="words">Beginnings of words by what they mean: days, weeks, months, sets, sales, daily, and each platform.</param>
    public static PlanLine Read(string text, string locale, Func<string, IReadOnlyList<string>> words)
    {
        text = WithDigits(FigureWords.Apart(text), words);
        var figures = NumberReader.FindAll(text, locale);
        Money? budget = null;
        var (daily, days, sets, goal) = (false, (int?)null, (int?)null, (double?)null);
        for (var i = 0; i < figures.Count; i++)
        {
            var (figure, value) = (figures[i], Math.Abs(figures[i].Values[0]));
            var meaning = Meaning(text[figure.End..(i + 1 < figures.Count ? figures[i + 1].Start : text.Length)], words);
            switch (meaning, figure.Unit)
            {
                case (_, FigureUnit.Percent):
                    break;
                case (_, FigureUnit.Money) when budget is null || value > budget.Value.Amount:
                    (budget, daily) = (new Money(value, figure.Currency), meaning == "daily");
                    break;
                case ("days", FigureUnit.Count):
                    days = Whole(value);
                    break;
                case ("weeks", FigureUnit.Count):
                    days = Whole(value * DaysPerWeek);
                    break;
                case ("months", FigureUnit.Count):
                    days = Whole(value * DaysPerMonth);
                    break;
                case ("sets", FigureUnit.Count):
                    sets = Whole(value);
                    break;
                case ("sales", FigureUnit.Count):
                    goal = value;
                    break;
                case (_, FigureUnit.Count) when goal is null && Before(text[(i > 0 ? figures[i - 1].End : 0)..figure.Start], words("sales")):
                    goal = value;
                    break;
                case (null or "daily", FigureUnit.Count) when value >= LeastBareBudget && budget is null:
                    (budget, daily) = (new Money(value, null), meaning == "daily");
                    break;
            }
        }

        var whole = daily && budget is { } perDay && days is { } n ? new Money(perDay.Amount * n, perDay.Currency) : daily ? null : budget;
        return new PlanLine(whole is { Amount: > 0 } ? whole : null, days is > 0 ? days : null, sets is > 0 ? sets : null, goal is > 0 ? goal : null, PlatformIn(text, words));
    }

    private static int Whole(double value) => (int)Math.Min(10_000, Math.Round(value));

    /// <summary>What a figure counts, by the first word after it that says so.</summary>
    private static string? Meaning(string after, Func<string, IReadOnlyList<string>> words)
    {
        var said = FigureWords.Split(after).Take(NearWords).ToList();
        for (var i = 0; i < said.Count; i++)
        {
            if (Kinds.FirstOrDefault(k => FigureWords.StartWith(said.Skip(i), words(k))) is { } kind)
            {
                return kind;
            }
        }

        return null;
    }

    private static bool Before(string text, IReadOnlyList<string> stems) =>
        FigureWords.Split(text).TakeLast(NearWords).Any(w => FigureWords.StartWith([w], stems));

    private static string? PlatformIn(string text, Func<string, IReadOnlyList<string>> words)
    {
        var said = FigureWords.Split(text);
        return Enumerable.Range(0, said.Count).Select(i => Platforms.FirstOrDefault(p => FigureWords.StartWith(said.Skip(i), words(p)))).FirstOrDefault(p => p is not null);
    }

    /// <summary>"trois ensembles" and "un mois" with figures.</summary>
    private static string WithDigits(string text, Func<string, IReadOnlyList<string>> words) =>
        FigureWords.Lettered().Replace(text, match =>
            !FigureWords.StartWith(FigureWords.Split($"{match.Value} {match.Groups["unit"].Value}"), words("daily"))
            && Kinds.Any(k => FigureWords.StartWith(FigureWords.Split(match.Groups["unit"].Value), words(k))) && NumberReader.ReadNumber(match.Groups["number"].Value, Locales.French).Value is { } value
                ? FormattableString.Invariant($"{value}")
                : match.Value);
}
