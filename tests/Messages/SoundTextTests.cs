using System.Text;
using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Tests.Messages;

public sealed class SoundTextTests
{
    /// <summary>Not in an attribute: its strings are stored as UTF-8, which has no halves.</summary>
    private static readonly string Half = new('\uD800', 1);

    [Fact]
    public void Half_a_character_becomes_a_mark_and_throws_nothing()
    {
        Assert.Equal("Co\uFFFDu\u0302t", SoundText.Decomposed("Co" + Half + "\u00FBt", NormalizationForm.FormD));
        Assert.Equal("a\uFFFD", SoundText.Decomposed("a\uFFFE", NormalizationForm.FormD));
        Assert.Equal("de\u0301mo \uD83D\uDE00", SoundText.Decomposed("d\u00E9mo \uD83D\uDE00", NormalizationForm.FormD));
    }

    [Fact]
    public void A_number_and_a_date_beside_half_a_character_are_read_all_the_same()
    {
        Assert.Equal([80], NumberReader.ReadNumber("quatre-vingts " + Half + "\u00E9", Locales.French).Readings);
        Assert.Equal([new DateOnly(2026, 12, 3)], NumberReader.ReadDate("le 3 d\u00E9cembre " + Half, Locales.French, new DateOnly(2026, 11, 24)).Readings);
    }

    [Fact]
    public void A_header_cut_inside_a_character_is_only_unknown() => Assert.Equal("co\uFFFDt", HeaderName.Normalise("Co" + Half + "t"));
}
