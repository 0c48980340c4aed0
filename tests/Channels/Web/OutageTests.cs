using MentorBot.Tests.Drivers;
using Microsoft.Playwright;

namespace MentorBot.Tests.Channels.Web;

/// <summary>The server dies in the middle of a talk.</summary>
public sealed class OutageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task The_page_takes_up_again_by_itself_with_the_draft_and_sends_once_what_was_written_meanwhile()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var page = await web.OpenAsAsync("lea");
        await page.FillAsync("#draft", "avant la panne");
        await page.Keyboard.PressAsync("Enter");
        await KeptAsync(page, "avant la panne");

        await web.Service.KillAsync();
        await Assertions.Expect(page.Locator("#connection")).ToBeVisibleAsync();
        await page.FillAsync("#draft", "pendant la panne");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".entry.pending")).ToContainTextAsync("pendant la panne");
        await page.SetInputFilesAsync("#picker", new FilePayload { Name = "panne.csv", MimeType = "text/csv", Buffer = "a;b\n1;2\n"u8.ToArray() });
        await page.Locator("#draft").PressSequentiallyAsync("brouillon à finir");
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToHaveCountAsync(0);

        await web.Service.StartAgainAsync(cancellation);

        await KeptAsync(page, "pendant la panne");
        await KeptAsync(page, "panne.csv");
        await WebFixture.LiveAsync(page);
        await Assertions.Expect(page.Locator("#connection")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#draft")).ToHaveValueAsync("brouillon à finir");
        await Assertions.Expect(page.Locator("#draft")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".entry.pending")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".entry.mine", new() { HasText = "pendant la panne" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".entry.mine", new() { HasText = "avant la panne" })).ToHaveCountAsync(1);

        // And the talk is live again: what the mentor says now appears without a reload.
        await WrittenTalk.SayAsync(web.Service, "lea", cancellation, SampleMessages.Question("apres-panne"));
        await page.Locator("[data-nonce=apres-panne]").WaitForAsync();
    }

    private static Task KeptAsync(IPage page, string text) => page.Locator(".live .entry.mine[data-key]", new() { HasText = text }).WaitForAsync();
}
