using MentorBot.Tests.Drivers;
using Microsoft.Playwright;

namespace MentorBot.Tests.Channels.Web;

/// <summary>Ranges, curves and assumptions in the talk: as pictures, and as figures that a keyboard reaches.</summary>
public sealed class ComparisonChartTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("lea", false, false)]
    [InlineData("hugo", true, true)]
    public async Task Each_kind_is_a_picture_with_words_for_it_and_a_table_of_its_figures(string person, bool phone, bool dark)
    {
        var page = await web.OpenAsAsync(person, phone: phone, dark: dark);
        await WrittenTalk.SayAsync(web.Service, person, TestContext.Current.CancellationToken, SampleMessages.Comparisons);
        var figures = page.Locator("figure.chart");
        await Assertions.Expect(figures).ToHaveCountAsync(3);
        for (var i = 0; i < 3; i++)
        {
            await figures.Nth(i).ScrollIntoViewIfNeededAsync();
        }

        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('figure.chart img')].every(i => i.complete && i.naturalWidth > 300)");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        Assert.True(await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('figure.chart img')].every(i => i.alt.length > 20)"), "A picture has no words.");

        // The room kept for a picture is the room that it takes: nothing moves once it is there.
        Assert.True(await page.EvaluateAsync<bool>("""
            () => [...document.querySelectorAll('figure.chart img')].every(img => {
                const named = [...img.parentElement.querySelectorAll('source')].find(s => new URL(s.srcset, document.baseURI).href === img.currentSrc) ?? img;
                return 2 * named.getAttribute('height') === img.naturalHeight && 2 * named.getAttribute('width') === img.naturalWidth;
            })
            """), "A picture is not as large as the room kept for it.");

        string[] expected = ["≥\u00A032,30\u00A0€", "(palier 1)", "18,30\u00A0€ (3,1 %)"];
        for (var i = 0; i < 3; i++)
        {
            await figures.Nth(i).Locator("summary").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(figures.Nth(i).Locator("table")).ToBeVisibleAsync();
            Assert.Contains(expected[i], await figures.Nth(i).Locator("table").TextContentAsync(), StringComparison.Ordinal);
        }
    }
}
