using MentorBot.Kpis;
using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Readouts;

namespace MentorBot.Tests.Readouts;

public sealed class KpiVocabularyTests
{
    private static readonly string Prompts = PromptsFolder.BesideTheBinary.Path;
    private static readonly KpiDictionary Kpis = KpiDictionary.Load(Prompts);
    private static readonly Understanding Understanding = new(Prompts, [new KpiVocabulary(Kpis), new MissionWays(Prompts)]);

    [Theory]
    [InlineData("fr", "c'est quoi {0} ?")]
    [InlineData("fr", "ça veut dire quoi, {0}")]
    [InlineData("en", "what is {0}?")]
    [InlineData("en", "what does {0} mean")]
    public void Every_kpi_of_the_dictionary_is_explained_by_every_name_people_give_it(string locale, string question)
    {
        // "ca" without "le" is the pronoun "ça": see below.
        var missed = Kpis.Aliases(locale).Where(a => a.Text != "ca")
            .Select(a => (a.Text, a.Kpi.Id, Read: Understanding.Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, question, a.Text), locale)))
            .Where(a => a.Read.Gesture != Gesture.Define || a.Read.Subject != a.Id)
            .Select(a => $"{a.Text}: {a.Id}, read as {a.Read.Gesture} {a.Read.Subject}");

        Assert.Equal("", string.Join("\n", missed));
    }

    [Theory]
    [InlineData("c'est quoi le CA ?", Gesture.Define)]
    [InlineData("ça veut dire quoi ?", Gesture.Repeat)]
    [InlineData("ca baisse", Gesture.None)]
    public void Turnover_is_not_the_pronoun(string text, object gesture) => Assert.Equal(gesture, Understanding.Read(text, "fr").Gesture);

    [Fact]
    public void Every_kpi_has_a_name_people_give_it_in_both_languages() =>
        Assert.Empty(Locales.All.SelectMany(l => Kpis.All.Select(k => k.Id).Except(Kpis.Aliases(l).Select(a => a.Kpi.Id)).Select(id => $"{l}: {id}")));
}
