using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using MentorBot.Tests.Drivers;
using Microsoft.Playwright;

namespace MentorBot.Tests.Channels.Web;

/// <summary>Readable by everyone, at every width, with nothing from anywhere else.</summary>
public sealed class AccessibilityTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_full_talk_has_no_serious_violation_no_sideways_scroll_and_loads_nothing_from_outside(bool phone, bool dark)
    {
        var page = await web.Browser.OpenAsync(web.Service.Url, phone: phone, dark: dark);
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(web.Service.Url, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        await page.GotoAsync("/");
        await CheckAsync(page);

        var person = (phone, dark) switch { (false, false) => "lea", (false, true) => "hugo", (true, false) => "ines", _ => "karim" };
        await WebFixture.BeAsync(page, person);
        await WrittenTalk.SayAsync(web.Service, person, TestContext.Current.CancellationToken, SampleMessages.Welcome, SampleMessages.Reading, SampleMessages.Question("q-" + person), SampleMessages.ManyChoices("m-" + person));
        await page.FillAsync("#draft", "https://exemple.fr/" + new string('x', 120));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".entry.mine[data-key]").WaitForAsync();
        await page.Locator($"[data-nonce=m-{person}]").WaitForAsync();
        await page.Locator("summary").First.ClickAsync();
        await CheckAsync(page);
        Assert.Empty(foreign);
    }

    [Fact]
    public async Task The_first_tab_stop_leads_to_the_content()
    {
        var page = await web.Browser.OpenAsync(web.Service.Url);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#content")).ToBeFocusedAsync();
    }

    private static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe();
        var serious = result.Violations.Where(v => v.Impact is "serious" or "critical").Select(Describe).ToList();
        Assert.True(serious.Count == 0, string.Join(Environment.NewLine, serious));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    private static string Describe(AxeResultItem item) => $"{item.Id}: {string.Join(" | ", item.Nodes.Select(n => n.Html))}";
}
