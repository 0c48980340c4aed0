using MentorBot.Tests.Drivers;
using Microsoft.Playwright;

namespace MentorBot.Tests.Channels.Web;

/// <summary>The personal tab in Chromium, in a frame of another site that plays the Teams client. See ADR 18.</summary>
public sealed class TabFrameTests(TabFixture fixture) : IClassFixture<TabFixture>
{
    private readonly TeamsWindow _teams = fixture.Teams;
    private readonly ServiceProcess _service = fixture.Service;
    private readonly Browser _browser = fixture.Browser;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", "fr-FR", "Léa")]
    [InlineData("en", "en-GB", "Tom")]
    public async Task A_person_of_Teams_lands_in_their_own_talk_without_a_redirect(string language, string locale, string greeting)
    {
        SignIn(language == "fr" ? "lea" : "tom");
        var page = await _browser.OpenAsync(_service.Url, locale);
        var answers = Pages(page);

        await page.GotoAsync(_teams.Showing(_service.Url + "/"));
        var tab = page.FrameLocator("#tab");
        await tab.Locator(".live[data-live=true]").WaitForAsync();

        await Assertions.Expect(tab.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Assertions.Expect(tab.Locator("[data-mentor]").First).ToContainTextAsync(greeting);
        Assert.Equal([401, 200], answers);
        await tab.Locator("#draft").FillAsync("CPM ?");
        await tab.Locator("#draft").PressAsync("Enter");
        await Assertions.Expect(tab.Locator("[data-mentor]").Last).ToContainTextAsync("CPM");
    }

    [Fact]
    public async Task Whoever_signs_in_to_Teams_next_in_the_same_browser_sees_their_own_talk_only()
    {
        var page = await _browser.OpenAsync(_service.Url);
        var tab = await LandAsync(page, "lea", "/");
        await tab.Locator("#draft").FillAsync("mon budget secret");
        await tab.Locator("#draft").PressAsync("Enter");
        await tab.Locator(".entry.mine[data-key]", new() { HasText = "mon budget secret" }).WaitForAsync();
        var answers = Pages(page);

        // Teams writes into the address for whom it opens the tab: Léa's session, which the browser still has, opens nothing there.
        tab = await LandAsync(page, "tom", $"/?user={TeamsTab.IdOf("tom")}&locale=en-us");

        Assert.Equal([401, 200], answers);
        await Assertions.Expect(tab.Locator(".who-name")).ToContainTextAsync("Tom");
        Assert.DoesNotContain("mon budget secret", await tab.Locator("body").InnerHTMLAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_whose_address_does_not_say_for_whom_it_is_asks_Teams_and_changes_to_that_person()
    {
        var page = await _browser.OpenAsync(_service.Url);
        var tab = await LandAsync(page, "lea", "/");
        var lea = await tab.Locator(".talk").GetAttributeAsync("data-person");

        SignIn("tom");
        await page.ReloadAsync();

        await tab.Locator($".talk:not([data-person='{lea}'])").WaitForAsync();
    }

    [Fact]
    public async Task Where_Teams_gives_no_token_the_page_says_so_and_tries_again_when_asked()
    {
        _teams.Token = null;
        var page = await _browser.OpenAsync(_service.Url);
        await page.GotoAsync(_teams.Showing(_service.Url + "/"));
        var tab = page.FrameLocator("#tab");
        await Assertions.Expect(tab.Locator("[data-when=failed]")).ToBeVisibleAsync();

        SignIn("lea");
        await tab.Locator("[data-do=again]").ClickAsync();

        await tab.Locator(".live[data-live=true]").WaitForAsync();
    }

    [Fact]
    public async Task Somebody_whom_nobody_knows_reads_whom_to_ask()
    {
        SignIn("a stranger");
        var page = await _browser.OpenAsync(_service.Url);
        await page.GotoAsync(_teams.Showing(_service.Url + "/"));

        await Assertions.Expect(page.FrameLocator("#tab").Locator("[data-when=refused]")).ToContainTextAsync("Je ne vous trouve pas");
    }

    [Fact]
    public async Task A_window_of_anybody_else_does_not_get_the_page_into_its_frame()
    {
        await using var foreign = await TeamsWindow.StartAsync();
        foreign.Token = TeamsTab.Bare(TeamsTab.TokenOf("lea", DateTimeOffset.UtcNow).SignedBy(TeamsTab.Key));
        var page = await _browser.OpenAsync(_service.Url);
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
            {
                refused.TrySetResult();
            }
        };

        await page.GotoAsync(foreign.Showing(_service.Url + "/"));

        await refused.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
        Assert.Equal(0, await page.FrameLocator("#tab").Locator("#sign-in").CountAsync());
    }

    [Fact]
    public async Task Outside_Teams_the_page_says_where_it_opens()
    {
        var page = await _browser.OpenAsync(_service.Url, "en-GB");
        var answer = await page.GotoAsync("/");

        Assert.Equal(401, answer!.Status);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open in Teams" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-when=busy]")).ToBeHiddenAsync();
    }

    private void SignIn(string person) => _teams.Token = TeamsTab.Bare(TeamsTab.TokenOf(person, DateTimeOffset.UtcNow).SignedBy(TeamsTab.Key));

    private async Task<IFrameLocator> LandAsync(IPage page, string person, string path)
    {
        SignIn(person);
        await page.GotoAsync(_teams.Showing(_service.Url + path));
        var tab = page.FrameLocator("#tab");
        await tab.Locator(".live[data-live=true]").WaitForAsync();
        return tab;
    }

    /// <summary>The statuses of the tab's own page, as they come.</summary>
    private List<int> Pages(IPage page)
    {
        var answers = new List<int>();
        page.Response += (_, response) =>
        {
            if (new Uri(response.Url) is { AbsolutePath: "/" } && response.Url.StartsWith(_service.Url, StringComparison.Ordinal))
            {
                answers.Add(response.Status);
            }
        };
        return answers;
    }
}

/// <summary>One service outside Development, one Teams window and one browser for the tests of the class; every test has a browser profile of its own.</summary>
public sealed class TabFixture : IAsyncLifetime
{
    private TeamsTab? _tab;
    private TeamsWindow? _teams;
    private ServiceProcess? _service;
    private Browser? _browser;

    internal TeamsWindow Teams => _teams ?? throw new InvalidOperationException("Not started.");

    internal ServiceProcess Service => _service ?? throw new InvalidOperationException("Not started.");

    internal Browser Browser => _browser ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        _tab = await TeamsTab.StartAsync();
        _teams = await TeamsWindow.StartAsync();
        _service = await ServiceProcess.StartAsync(CancellationToken.None, new Dictionary<string, string>(_tab.Settings().Select(s => KeyValuePair.Create(s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value)))
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["BotFramework__FrameAncestors__0"] = _teams.Origin,
        });
        _browser = await Browser.StartAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var started in new IAsyncDisposable?[] { _browser, _service, _teams, _tab })
        {
            await (started?.DisposeAsync() ?? default);
        }
    }
}
