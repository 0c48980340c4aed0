using System.Globalization;
using CsCheck;
using MentorBot.Messages;

namespace MentorBot.Tests.Messages;

public sealed class DateReaderTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Today = new(2026, 9, 16);

    [Theory]
    [InlineData("2026-12-01", "2026-12-01")]
    [InlineData("12 mars", "2027-03-12")]
    [InlineData("le 12 mars 2026", "2026-03-12")]
    [InlineData("1er octobre", "2026-10-01")]
    [InlineData("le 3/11", "2026-11-03")]
    [InlineData("3/11/2026", "2026-11-03")]
    [InlineData("3.11.26", "2026-11-03")]
    [InlineData("vendredi", "2026-09-18")]
    [InlineData("lundi", "2026-09-21")]
    [InlineData("lundi prochain", "2026-09-21")]
    [InlineData("vendredi en huit", "2026-09-25")]
    [InlineData("dans 2 semaines", "2026-09-30")]
    [InlineData("d'ici 10 jours", "2026-09-26")]
    [InlineData("dans huit jours", "2026-09-23")]
    [InlineData("dans quinze jours", "2026-09-30")]
    [InlineData("dans une quinzaine", "2026-09-30")]
    [InlineData("dans un mois", "2026-10-16")]
    [InlineData("demain", "2026-09-17")]
    [InlineData("après-demain", "2026-09-18")]
    [InlineData("aujourd’hui", "2026-09-16")]
    [InlineData("fin du mois", "2026-09-30")]
    [InlineData("à la fin du mois prochain", "2026-10-31")]
    [InlineData("fin de semaine", "2026-09-18")]
    [InlineData("fin octobre", "2026-10-31")]
    [InlineData("fin d'année", "2026-12-31")]
    [InlineData("le 20", "2026-09-20")]
    [InlineData("le 12", "2026-10-12")]
    [InlineData("29 février", "2028-02-29")]
    public void French_dates_have_one_reading(string text, string expected) => Check(text, "fr", expected);

    [Theory]
    [InlineData("1 Dec 2026", "2026-12-01")]
    [InlineData("12th of March", "2027-03-12")]
    [InlineData("March 12, 2027", "2027-03-12")]
    [InlineData("Nov 3rd", "2026-11-03")]
    [InlineData("23/11/2026", "2026-11-23")]
    [InlineData("11/23/2026", "2026-11-23")]
    [InlineData("5/5/2027", "2027-05-05")]
    [InlineData("Friday", "2026-09-18")]
    [InlineData("this friday", "2026-09-18")]
    [InlineData("next Monday", "2026-09-21")]
    [InlineData("in 2 weeks", "2026-09-30")]
    [InlineData("in a month", "2026-10-16")]
    [InlineData("tomorrow", "2026-09-17")]
    [InlineData("end of the month", "2026-09-30")]
    [InlineData("by the end of next month", "2026-10-31")]
    [InlineData("EOW", "2026-09-18")]
    [InlineData("3 days ago", "2026-09-13")]
    [InlineData("on the 20th", "2026-09-20")]
    [InlineData("end of the quarter", "2026-09-30")]
    public void English_dates_have_one_reading(string text, string expected) => Check(text, "en", expected);

    [Theory]
    [InlineData("3/11/2026", "en", "2026-11-03", "2026-03-11")]
    [InlineData("next Friday", "en", "2026-09-18", "2026-09-25")]
    [InlineData("vendredi prochain", "fr", "2026-09-18", "2026-09-25")]
    [InlineData("mercredi", "fr", "2026-09-23", "2026-09-16")]
    public void Two_possible_days_are_both_returned(string text, string locale, string first, string second) =>
        Assert.Equal([Iso(first), Iso(second)], NumberReader.ReadDate(text, locale, Today).Readings);

    [Theory]
    [InlineData("depuis mardi", "2026-09-15")]
    [InlineData("le 12 mars", "2026-03-12")]
    [InlineData("il y a 2 semaines", "2026-09-02")]
    [InlineData("le 12", "2026-09-12")]
    [InlineData("vendredi dernier", "2026-09-11")]
    [InlineData("3/11", "2025-11-03")]
    public void A_question_about_the_past_looks_behind(string text, string expected) =>
        Assert.Equal(Iso(expected), NumberReader.ReadDate(text, "fr", Today, past: true).Value);

    [Theory]
    [InlineData("je ne sais pas")]
    [InlineData("12,5")]
    [InlineData("31/02/2026")]
    [InlineData("dans 99999999999 semaines")]
    [InlineData("12 clics")]
    public void Other_texts_are_no_dates(string text) => Assert.Empty(NumberReader.ReadDate(text, "fr", Today).Readings);

    [Fact]
    public void Written_dates_are_read_back() => Gen.Select(Gen.Int[0, 3000], OneOf("fr", "en")).Sample((days, locale) =>
    {
        var day = new DateOnly(2024, 1, 1).AddDays(days);
        var write = NumberWriter.For(locale);
        return NumberReader.ReadDate(write.Date(day), locale, Today).Value == day && NumberReader.ReadDate(write.LongDate(day), locale, Today).Value == day;
    });

    private static void Check(string text, string locale, string expected) =>
        Assert.Equal(Iso(expected), Assert.Single(NumberReader.ReadDate(text, locale, Today).Readings));

    private static DateOnly Iso(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
