using CsCheck;
using MentorBot.Messages;

namespace MentorBot.Tests.Messages;

public sealed class NumberReaderTests
{
    private const double Tight = 1e-9;

    [Theory]
    [InlineData("les 25-40 ans urbains", "fr")]
    [InlineData("on vise 300 abonnés", "fr")]
    [InlineData("women, 25 to 40 years old", "en")]
    public void Years_and_people_are_no_amount_of_money(string text, string locale) =>
        Assert.False(NumberReader.ReadMoney(text, locale).IsRead);

    [Theory]
    [InlineData("39 € par an", 39)]
    [InlineData("27 par vente", 27)]
    [InlineData("6000 sur 4 semaines, 40 ans", 6000)]
    public void An_amount_is_still_one_beside_them(string text, double amount) =>
        Assert.Contains(NumberReader.ReadMoney(text, "fr").Readings, m => m.Amount == amount);

    [Theory]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1'234", 1234)]
    [InlineData("1’234.50", 1234.5)]
    [InlineData("1\u00A0234", 1234)]
    [InlineData("1\u202F234\u202F567,89", 1234567.89)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("0,123", .123)]
    [InlineData("1234,567", 1234.567)]
    [InlineData("12,34", 12.34)]
    [InlineData("3k", 3000)]
    [InlineData("2,5 M", 2.5e6)]
    [InlineData("1.5 million", 1.5e6)]
    [InlineData("2 mille", 2000)]
    [InlineData("-12", -12)]
    [InlineData("−12,5", -12.5)]
    [InlineData("c'était 1240", 1240)]
    [InlineData("trois", 3)]
    [InlineData("vingt et un", 21)]
    [InlineData("soixante-dix-sept", 77)]
    [InlineData("quatre-vingts", 80)]
    [InlineData("quatre-vingt-dix-neuf", 99)]
    [InlineData("deux cents", 200)]
    [InlineData("deux mille trois cents", 2300)]
    [InlineData("twenty-one", 21)]
    [InlineData("a hundred", 100)]
    [InlineData("one hundred and five", 105)]
    [InlineData("un", 1)]
    [InlineData("12 %", 12)]
    public void A_plain_number_has_one_reading(string text, double expected)
    {
        foreach (var locale in Locales.All)
        {
            var read = NumberReader.ReadNumber(text, locale);
            Assert.Equal(expected, Assert.Single(read.Readings), Tight);
        }
    }

    [Theory]
    [InlineData("1,234", "en", 1234, 1.234)]
    [InlineData("1,234", "fr", 1.234, 1234)]
    [InlineData("1.234", "en", 1.234, 1234)]
    [InlineData("1.234", "fr", 1234, 1.234)]
    [InlineData("300 ou 400", "fr", 300, 400)]
    public void What_can_be_read_twice_is_never_guessed(string text, string locale, double first, double second)
    {
        var read = NumberReader.ReadNumber(text, locale);
        Assert.True(read.IsAmbiguous);
        Assert.Null(read.Value);
        Assert.Equal([first, second], read.Readings);
    }

    [Theory]
    [InlineData("1,234 then 0.5", 1234)]
    [InlineData("1.234 puis 0.5", 1.234)]
    [InlineData("1.234 puis 12,5", 1234)]
    public void A_neighbour_decides_an_open_mark(string text, double first) =>
        Assert.Equal(first, NumberReader.FindAll(text, "en")[0].Value);

    [Theory]
    [InlineData("environ 300")]
    [InlineData("about 300")]
    [InlineData("~300")]
    [InlineData("300ish")]
    [InlineData("300 à peu près")]
    [InlineData("roughly 300")]
    public void A_hedge_is_kept(string text)
    {
        var read = NumberReader.ReadNumber(text, "fr");
        Assert.Equal(300, read.Value);
        Assert.True(read.Approximate);
    }

    [Fact]
    public void Round_quantities_are_approximate()
    {
        Assert.Equal(Typed<double>.One(10, true).Readings, NumberReader.ReadNumber("une dizaine", "fr").Readings);
        Assert.True(NumberReader.ReadNumber("une dizaine", "fr").Approximate);
        Assert.Equal(12, NumberReader.ReadNumber("a dozen", "en").Value);
    }

    [Theory]
    [InlineData("2,5 M€", 2.5e6, "EUR")]
    [InlineData("300e", 300, "EUR")]
    [InlineData("5e", 5, "EUR")]
    [InlineData("300 euros", 300, "EUR")]
    [InlineData("$1.2m", 1.2e6, "USD")]
    [InlineData("£1,234", 1234, "GBP")]
    [InlineData("1,234 €", 1234, "EUR")]
    [InlineData("20k€", 20000, "EUR")]
    [InlineData("3 k euros", 3000, "EUR")]
    [InlineData("CHF 12", 12, "CHF")]
    [InlineData("-€12", -12, "EUR")]
    [InlineData("40", 40, null)]
    [InlineData("trente euros", 30, "EUR")]
    [InlineData("300 euros pour 12 clics", 300, "EUR")]
    public void Money_is_an_amount_and_its_currency(string text, double amount, string? currency)
    {
        var read = NumberReader.ReadMoney(text, "fr");
        Assert.Equal(new Money(amount, currency), Assert.Single(read.Readings));
    }

    [Theory]
    [InlineData("12 %", .12)]
    [InlineData("12", .12)]
    [InlineData("0,12 %", .0012)]
    [InlineData("2.5 percent", .025)]
    [InlineData("3 pour cent", .03)]
    [InlineData("half", .5)]
    [InlineData("la moitié", .5)]
    [InlineData("1", .01)]
    [InlineData("12 % sur 300 clics", .12)]
    public void A_percentage_is_a_fraction(string text, double expected) =>
        Assert.Equal(expected, Assert.Single(NumberReader.ReadPercent(text, "fr").Readings), Tight);

    [Theory]
    [InlineData("0,12")]
    [InlineData("0.12")]
    public void A_bare_number_under_one_may_be_a_fraction_or_a_percentage(string text) =>
        Assert.Equal([.12, .0012], NumberReader.ReadPercent(text, "fr").Readings);

    [Theory]
    [InlineData("bonjour")]
    [InlineData("")]
    [InlineData("une question")]
    [InlineData("au T3 en B2B")]
    [InlineData("le 12 mars à 14h30")]
    [InlineData("la 3e créa")]
    [InlineData("3/11/2026")]
    public void Words_dates_hours_and_codes_are_no_figures(string text) =>
        Assert.Empty(NumberReader.ReadNumber(text, "fr").Readings);

    [Fact]
    public void Figures_of_a_sentence_come_with_place_and_unit()
    {
        const string text = "non c'était 1240 pas 12400, soit 3,5 % pour environ 300 €";
        var found = NumberReader.FindAll(text, "fr");
        Assert.Equal([1240, 12400, .035, 300], found.Select(f => Math.Round(f.Value ?? double.NaN, 9)));
        Assert.Equal([FigureUnit.Count, FigureUnit.Count, FigureUnit.Percent, FigureUnit.Money], found.Select(f => f.Unit));
        Assert.Equal("12400", text.Substring(found[1].Start, found[1].Length));
        Assert.True(found[3].Approximate);
        Assert.False(found[0].Approximate);
    }

    [Fact]
    public void Whatever_is_written_in_French_is_read_back() => Gen.Double[-1e9, 1e9].Sample(value =>
    {
        var written = NumberWriter.French.Number(value);
        var read = NumberReader.ReadNumber(written, "fr");
        return read.Value is { } back && Math.Abs(back - Math.Round(value, 2, MidpointRounding.AwayFromZero)) < 1e-6;
    });

    [Fact]
    public void Whatever_is_written_in_English_is_read_back_or_is_the_first_of_two_readings() => Gen.Double[-1e7, 1e7].Sample(value =>
    {
        var read = NumberReader.ReadNumber(NumberWriter.English.Number(value), "en");
        return read.Readings.Count is 1 or 2 && Math.Abs(read.Readings[0] - Math.Round(value, 2, MidpointRounding.AwayFromZero)) < 1e-6;
    });

    [Fact]
    public void Money_and_percentages_are_read_back() =>
        Gen.Select(Gen.Double[-1e6, 1e6], OneOf("EUR", "USD", "GBP", "CHF"), OneOf("fr", "en")).Sample((value, currency, locale) =>
        {
            var write = NumberWriter.For(locale);
            var money = NumberReader.ReadMoney(write.Money(value, currency), locale);
            var percent = NumberReader.ReadPercent(write.Percent(value / 1e7), locale);
            return money.Value is { } m && m.Currency == currency && Math.Abs(m.Amount - value) <= .5 && percent.Value is { } p && Math.Abs(p - (value / 1e7)) <= .0006;
        });

    [Fact]
    public void No_text_makes_a_reader_throw()
    {
        var today = new DateOnly(2026, 9, 16);
        var near = OneOf("1", "12", "999", ",", ".", " ", "'", "k", "M", "€", "%", "-", "/", "e", "le ", "mars", "next ", "friday", "dans ", "semaines", "cent", "\u202F", "\ud800").Array[0, 12].Select(string.Concat);
        Gen.OneOf(Gen.String, near).Sample(text =>
        {
            foreach (var locale in Locales.All)
            {
                NumberReader.FindAll(text, locale);
                NumberReader.ReadNumber(text, locale);
                NumberReader.ReadMoney(text, locale);
                NumberReader.ReadPercent(text, locale);
                NumberReader.ReadDate(text, locale, today);
                NumberReader.ReadDate(text, locale, today, past: true);
            }
        });
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
