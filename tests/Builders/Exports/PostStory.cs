using MathNet.Numerics.Distributions;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>One post, before any platform writes it down. Figures are of its life until the export.</summary>
internal sealed record PostRow(string Id, DateOnly Day, TimeOnly At, string Title, string Format, int Seconds, double Views, double Reach, double Likes, double Comments, double Shares, double Saves, double Follows);

/// <summary>The posts of a French publisher's account, the same for the same seed; each grows towards its own plateau.</summary>
internal static class PostStory
{
    private static readonly string[] Titles =
        ["Les coulisses de la matinale", "Trois chiffres à retenir ce matin", "Pourquoi le prix du beurre remonte", "L'enquête de la semaine, en deux minutes", "Vos questions sur la réforme", "Une journée avec nos reporters", "Ce que disent les sondages, et ce qu'ils ne disent pas"];

    /// <param name="until">Day of the export.</param>
    /// <param name="viral">Place of a post that goes to fifteen times its level; -1 for none.</param>
    public static IReadOnlyList<PostRow> Rows(int seed, DateOnly until, int count, string[] formats, double sigma = .6, int viral = -1, double everyDays = 1.6)
    {
        var random = new Random(seed);
        var rows = new List<PostRow>();
        for (var i = 0; i < count; i++)
        {
            var day = until.AddDays(-(int)((count - 1 - i) * everyDays));
            var age = until.DayNumber - day.DayNumber;
            var views = Math.Max(20, Math.Round(4000 * Math.Exp(Normal.Sample(random, 0, sigma)) * (1 - Math.Exp(-(age + .4) / 2.5)) * (i == viral ? 15 : 1)));
            double Share(double of) => Math.Round(views * of * (.8 + .4 * random.NextDouble()));
            rows.Add(new PostRow($"1790{seed:00}{i:000}4417", day, new TimeOnly(8 + i % 12, i * 7 % 60), $"{Titles[i % Titles.Length]} ({i + 1})", formats[i % formats.Length], 20 + i % 5 * 15,
                views, Share(.8), Share(.05), Share(.004), Share(.006), Share(.003), Share(.001)));
        }

        return rows;
    }
}
