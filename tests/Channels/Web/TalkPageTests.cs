using MentorBot.Tests.Drivers;
using MentorBot.Turns;
using Microsoft.Playwright;

namespace MentorBot.Tests.Channels.Web;

/// <summary>The chat page in a real browser against the real service.</summary>
public sealed class TalkPageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task A_newcomer_takes_the_first_door_and_the_mentor_speaks_first()
    {
        var page = await web.Browser.OpenAsync(web.Service.Url, "en-GB");
        await page.GotoAsync("/");
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        await Assertions.Expect(page.Locator(".door")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".door.later")).ToHaveCountAsync(2);

        await page.Locator("button.door").ClickAsync();

        await page.Locator(".entry.theirs").First.WaitForAsync();
        await Assertions.Expect(page.Locator(".entry.mine")).ToHaveCountAsync(0);
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
    }

    [Theory]
    [InlineData("fr-FR", "fr")]
    [InlineData("en-US", "en")]
    [InlineData("de-DE", "fr")]
    public async Task The_language_is_the_browsers_until_somebody_is_picked(string browser, string page)
    {
        var opened = await web.Browser.OpenAsync(web.Service.Url, browser);
        await opened.GotoAsync("/");
        Assert.Equal(page, await opened.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task The_switch_changes_the_language_of_the_page_and_of_the_person()
    {
        var page = await web.OpenAsAsync("yann");
        Assert.Equal("fr", await page.Locator("html").GetAttributeAsync("lang"));

        await page.Locator("[data-locale=en]").ClickAsync();
        await page.Locator("html[lang=en]").WaitForAsync();

        await page.ReloadAsync();
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_typed_line_is_sent_once_and_answered(bool phone)
    {
        var page = await web.OpenAsAsync(phone ? "karim" : "hugo", phone: phone);
        await page.FillAsync("#draft", "Bonjour, une question sur mon CPA");
        if (phone)
        {
            await page.Locator(".send").TapAsync();
        }
        else
        {
            await page.Keyboard.PressAsync("Enter");
        }

        await Assertions.Expect(page.Locator("#draft")).ToHaveValueAsync("");
        await KeptAsync(page, "Bonjour, une question sur mon CPA");
        await page.Locator(".entry.mine ~ .entry.theirs").First.WaitForAsync();
        await Assertions.Expect(page.Locator(".entry.mine")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Shift_and_enter_make_a_new_line()
    {
        var page = await web.OpenAsAsync("sofia");
        await page.FillAsync("#draft", "une");
        await page.Locator("#draft").PressAsync("Shift+Enter");
        await page.Keyboard.TypeAsync("deux");
        await Assertions.Expect(page.Locator("#draft")).ToHaveValueAsync("une\ndeux");
        await Assertions.Expect(page.Locator(".entry.mine")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_choice_by_keyboard_is_kept_and_stays_marked_after_a_reload()
    {
        var page = await web.OpenAsAsync("ines");
        await WrittenTalk.SayAsync(web.Service, "ines", TestContext.Current.CancellationToken, SampleMessages.Question("nonce-ines"));
        var down = page.Locator("[data-nonce=nonce-ines] [data-value=down]");
        await down.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await KeptAsync(page, "Ça baisse");
        await page.ReloadAsync();
        await WebFixture.LiveAsync(page);

        await Assertions.Expect(down).ToBeDisabledAsync();
        await Assertions.Expect(down).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(page.Locator("[data-nonce=nonce-ines] .choice:enabled")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".entry.mine", new() { HasText = "Ça baisse" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Several_choices_are_picked_and_then_confirmed()
    {
        var page = await web.OpenAsAsync("paul");
        await WrittenTalk.SayAsync(web.Service, "paul", TestContext.Current.CancellationToken, SampleMessages.ManyChoices("nonce-paul"));
        var set = page.Locator("[data-nonce=nonce-paul]");
        await Assertions.Expect(set.Locator("[data-confirm]")).ToBeDisabledAsync();
        await set.Locator("[data-value=a]").ClickAsync();
        await set.Locator("[data-value=c]").ClickAsync();
        await set.Locator("[data-confirm]").ClickAsync();
        await KeptAsync(page, "Générique, Podcast");
    }

    [Fact]
    public async Task While_a_file_is_read_the_page_says_so_and_stops_when_it_was()
    {
        var page = await web.OpenAsAsync("paul");
        var done = await WrittenTalk.HoldAsync(web.Service, "paul", new FileContent(Guid.CreateVersion7(), "sheet.xlsx", "application/octet-stream", 1200), TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator(".working")).ToContainTextAsync("lit votre fichier");

        await done();

        await Assertions.Expect(page.Locator(".working")).ToBeHiddenAsync(new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task A_chart_is_a_picture_with_its_words_and_its_figures_and_nobody_elses()
    {
        var page = await web.OpenAsAsync("lea");
        await WrittenTalk.SayAsync(web.Service, "lea", TestContext.Current.CancellationToken, SampleMessages.Reading);
        var chart = page.Locator(".chart", new() { Has = page.Locator("img[alt*='22 septembre']") });
        var picture = chart.Locator("img");
        await picture.ScrollIntoViewIfNeededAsync();
        await page.WaitForFunctionAsync("() => { const i = document.querySelector('.chart img'); return i.complete && i.naturalWidth > 0; }");
        Assert.Contains("22 septembre", await picture.GetAttributeAsync("alt"), StringComparison.Ordinal);
        await chart.Locator("summary").ClickAsync();
        await Assertions.Expect(chart.Locator("tbody tr")).ToHaveCountAsync(35);

        var url = await picture.GetAttributeAsync("src");
        foreach (var source in await page.Locator(".chart source").AllAsync())
        {
            var drawn = await page.Context.APIRequest.GetAsync((await source.GetAttributeAsync("srcset"))!);
            Assert.Equal("image/png", drawn.Headers["content-type"]);
        }

        Assert.Contains("?size=phone&dark=true", await page.Locator(".chart source").First.GetAttributeAsync("srcset"), StringComparison.Ordinal);
        var again = await page.Context.APIRequest.GetAsync(url!);
        Assert.Contains("immutable", again.Headers["cache-control"], StringComparison.Ordinal);
        var other = await web.OpenAsAsync("an");
        foreach (var each in await page.Locator(".chart img").AllAsync())
        {
            Assert.Equal(404, (await other.Context.APIRequest.GetAsync((await each.GetAttributeAsync("src"))!)).Status);
        }
    }

    [Fact]
    public async Task A_draft_survives_a_reload()
    {
        var page = await web.OpenAsAsync("an");
        await page.Locator("#draft").PressSequentiallyAsync("half a thought");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#draft")).ToHaveValueAsync("half a thought");
    }

    [Fact]
    public async Task What_was_typed_before_the_circuit_is_up_is_sent_all_the_same()
    {
        var page = await web.Browser.OpenAsync(web.Service.Url);
        await page.GotoAsync("/");
        await page.RouteAsync("**/_blazor/**", r => r.AbortAsync());
        await page.Locator(".person[data-person=nadia]").ClickAsync();
        await page.Locator("#composer[data-ready=true]").WaitForAsync();
        await page.FillAsync("#draft", "sans circuit");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".entry.pending .mark:empty").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await page.UnrouteAllAsync();
        await KeptAsync(page, "sans circuit");
    }

    private static Task KeptAsync(IPage page, string text) =>
        page.Locator(".live .entry.mine[data-key]", new() { HasText = text }).WaitForAsync();
}
