using Microsoft.Playwright;

namespace MentorBot.Tests.Channels.Web;

/// <summary>Why a figure moved, as a picture and as its figures.</summary>
public sealed class CauseChartTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task A_reading_shows_its_curve_and_what_the_move_is_made_of(bool phone, bool dark)
    {
        var page = await web.OpenAsAsync(phone ? "hugo" : "lea", phone: phone, dark: dark);
        await page.SetInputFilesAsync("#picker", Path.Combine(AppContext.BaseDirectory, "prompts", "examples", "google-ads.fr.csv"));
        await page.Locator(".live .entry", new() { HasText = "Avant ma lecture" }).Last.WaitForAsync();
        await page.FillAsync("#draft", "ça baisse");
        await page.PressAsync("#draft", "Enter");

        var picture = page.Locator("figure.chart img[alt*='Entre les deux']").Last;
        await picture.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(picture).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('figure.chart img')].every(i => i.complete && i.naturalWidth > 300)");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");

        var figures = page.Locator("figure.chart:has(img[alt*='Entre les deux']) table").Last;
        Assert.Contains("Taux de conversion", await figures.TextContentAsync(), StringComparison.Ordinal);
    }
}
