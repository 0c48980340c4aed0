using MentorBot.Readouts;

namespace MentorBot.Tests.Readouts;

public sealed class EventWordsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("fr", "passage TV le 12 octobre", "passage TV", "2026-10-12", "2026-10-12")]
    [InlineData("fr", "12 octobre : passage TV", "passage TV", "2026-10-12", "2026-10-12")]
    [InlineData("fr", "grève du 12 au 14 octobre", "grève", "2026-10-12", "2026-10-14")]
    [InlineData("fr", "soldes du 28 octobre au 3 novembre", "soldes", "2026-10-28", "2026-11-03")]
    [InlineData("fr", "site en panne hier", "site en panne", "2026-11-23", "2026-11-23")]
    [InlineData("fr", "salon à Lyon le 3 décembre", "salon à Lyon", "2026-12-03", "2026-12-03")]
    [InlineData("fr", "newsletter spéciale 05/11/2026", "newsletter spéciale", "2026-11-05", "2026-11-05")]
    [InlineData("en", "TV spot on 12 October", "TV spot", "2026-10-12", "2026-10-12")]
    [InlineData("en", "strike from 12 to 14 October", "strike", "2026-10-12", "2026-10-14")]
    [InlineData("en", "site down yesterday", "site down", "2026-11-23", "2026-11-23")]
    public void What_and_when_are_told_apart(string locale, string text, string words, string from, string to)
    {
        var read = EventWords.Read(text, locale, Today);

        Assert.NotNull(read);
        Assert.Equal((words, DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)), (read.Words, read.From, read.To));
    }

    [Theory]
    [InlineData("fr", "passage TV")]
    [InlineData("fr", "le 12 octobre")]
    [InlineData("en", "")]
    public void Without_a_day_or_without_a_name_nothing_is_noted(string locale, string text) => Assert.Null(EventWords.Read(text, locale, Today));
}
