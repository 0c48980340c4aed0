using MentorBot.Pages;

namespace MentorBot.Tests.Channels.Web;

public sealed class RichTextTests
{
    [Fact]
    public void A_blank_line_parts_paragraphs_and_a_dash_makes_an_item()
    {
        var blocks = RichText.Parse("One\ntwo\n\nThree\n- a\n-  b\nafter");
        Assert.Equal([(false, 2), (false, 1), (true, 2), (false, 1)], blocks.Select(b => (b.IsList, b.Lines.Count)));
        Assert.Equal("b", blocks[2].Lines[1].Runs.Single().Text);
    }

    [Fact]
    public void Two_stars_make_bold_and_stars_left_open_stay_stars()
    {
        Assert.Equal([new RichRun("a ", false), new RichRun("b", true), new RichRun(" c", false)], RichText.Parse("a **b** c").Single().Lines.Single().Runs);
        Assert.Equal("a **b", string.Concat(RichText.Parse("a **b").Single().Lines.Single().Runs.Select(r => r.Text)));
        Assert.Empty(RichText.Parse("  \n \r\n"));
    }

    [Fact]
    public void A_line_never_breaks_before_a_french_sign()
    {
        Assert.Equal("Que voyez-vous\u00A0? «\u00A0ça baisse\u00A0»\u00A0: 12\u00A0%", FrenchSpaces.Set("Que voyez-vous ? « ça baisse » : 12 %"));
    }
}
