using CsCheck;
using MentorBot.Offers;
using MentorBot.Statistics;

namespace MentorBot.Tests.Offers;

public sealed class TypedArmsTests
{
    private static readonly string[] Pieces = ["A", "B", "control", "variante ", " : ", "/", "156", "5 200", "5,200", "1e9", "%", " sur ", "pour ", "\n", ";", "visites", "-3", "é", "\ud800"];

    [Theory]
    [InlineData("A 156/5200, B 187/5210", "en")]
    [InlineData("A : 5200 visiteurs, 156 abos ; B : 5200, 187", "fr", 5200)]
    [InlineData("A: 5200:156\nB: 5210:187", "en")]
    [InlineData("156/5200 vs 187/5210", "en")]
    [InlineData("156 sur 5200 pour A et 187 sur 5210 pour B", "fr")]
    [InlineData("control 5,200 visitors 156 sales, variant 5,210 visitors 187 sales", "en")]
    [InlineData("témoin : 156 ventes sur 5 200, variante : 187 ventes sur 5 210", "fr")]
    [InlineData("Variant B: 187 of 5210. Variant A: 156 of 5200", "en")]
    [InlineData("la version A a fait 156 abonnements pour 5200 visiteurs et la version B 187 pour 5210 visiteurs", "fr")]
    [InlineData("A = 156 / 5 200 ; B = 187 / 5 210", "fr")]
    public void Counts_are_read_as_people_type_them(string text, string locale, double second = 5210)
    {
        var (data, refusal) = TypedArms.Read(text, locale);

        Assert.True(data is not null, refusal?.Code ?? "nothing was read");
        Assert.Equal([new Arm(156, 5200), new Arm(187, second)], data.Arms.Select(a => a.Counts));
    }

    [Fact]
    public void The_one_called_control_comes_first()
    {
        var (data, _) = TypedArms.Read("B 187/5210, C 170/5190, témoin 156/5200", "fr");

        Assert.Equal(["témoin", "B", "C"], data!.Arms.Select(a => a.Name));
    }

    [Fact]
    public void Visits_are_read_with_a_caution() => Assert.Contains(TypedArms.Read("A : 5200 visites, 156 ventes ; B : 5210 visites, 187 ventes", "fr").Data!.Cautions, c => c.Name == "sessions");

    [Theory]
    [InlineData("A 156/5200", "offers.refused.one-arm")]
    [InlineData("A: 156 visitors, 5200 sales; B: 187 visitors, 5210 sales", "offers.refused.more-conversions")]
    [InlineData("A 156/5200, B 187", "offers.refused.two-figures")]
    [InlineData("A 156/5200, A 187/5210", "offers.refused.arm-twice")]
    public void What_is_missing_or_impossible_is_refused_by_name(string text, string code) => Assert.Equal(code, Told.Refused(TypedArms.Read(text, "en")));

    [Fact]
    public void Any_text_is_read_or_not_and_never_a_fault() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 14].Sample(picked =>
        {
            foreach (var locale in MentorBot.Messages.Locales.All)
            {
                var (data, refusal) = TypedArms.Read(string.Concat(picked.Select(i => Pieces[i])), locale);
                Assert.False(data is not null && refusal is not null);
                Assert.True(data is null || OfferReading.Of(data).Reading is not null);
            }
        }, iter: 2000);

    [Theory]
    [InlineData("bonjour", "fr")]
    [InlineData("il y a 3 semaines on a lancé une offre à 9,90 €", "fr")]
    [InlineData("our conversion rate is 3% on 5,200 visitors", "en")]
    [InlineData("I spent 300 for 12 clicks", "en")]
    [InlineData("on a 2 idées et 4 personnes", "fr")]
    public void Other_sentences_are_no_counts(string text, string locale) => Assert.Equal((null, null), TypedArms.Read(text, locale));
}
