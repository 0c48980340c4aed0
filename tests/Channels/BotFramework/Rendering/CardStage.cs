using System.Runtime.CompilerServices;
using System.Text.Json;
using MentorBot.Tests.Drivers;
using Microsoft.Playwright;

namespace MentorBot.Tests.Channels.BotFramework.Rendering;

/// <summary>A page on which the official Adaptive Cards renderer (npm) draws our cards, light or dark, in Teams' measures.</summary>
public sealed class CardStage : IAsyncLifetime
{
    private Browser? _browser;

    /// <summary>Pixels of a card in a Teams chat on a desktop; a card of full width takes more.</summary>
    public const int Desktop = 520;

    public const int Full = 760;

    public const int Phone = 330;

    public async ValueTask InitializeAsync() => _browser = await Browser.StartAsync();

    /// <returns>A picture of the card, and what the renderer complained about.</returns>
    internal async Task<(byte[] Png, IReadOnlyList<string> Complaints, IPage Page)> DrawAsync(JsonElement card, bool dark = false, int? width = null)
    {
        var page = await _browser!.OpenAsync("about:blank", dark: dark);
        await page.SetContentAsync($"<!doctype html><html lang='fr'><style>body {{ margin: 0; padding: 12px; width: {width ?? (card.TryGetProperty("msteams", out _) ? Full : Desktop)}px; background: {(dark ? "#1f1f1f" : "#f5f5f5")} }} #card {{ border-radius: 6px; overflow: hidden }} {Buttons(dark)}</style><div id='card'></div></html>");
        await page.AddScriptTagAsync(new() { Path = Npm("markdown-it", "dist", "markdown-it.min.js") });
        await page.AddScriptTagAsync(new() { Path = Npm("adaptivecards", "dist", "adaptivecards.js") });
        await page.AddStyleTagAsync(new() { Path = Npm("adaptivecards", "dist", "adaptivecards.css") });
        var complaints = await page.EvaluateAsync<string[]>(
            """
            ([json, host]) => {
                const markdown = window.markdownit();
                AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdown.render(text); result.didProcess = true; };
                const card = new AdaptiveCards.AdaptiveCard();
                card.hostConfig = new AdaptiveCards.HostConfig(JSON.parse(host));
                const context = new AdaptiveCards.SerializationContext();
                card.parse(JSON.parse(json), context);
                document.getElementById('card').appendChild(card.render());
                const found = [];
                for (let i = 0; i < context.eventCount; i++) found.push(context.getEventAt(i).message);
                return found;
            }
            """,
            new[] { card.GetRawText(), await File.ReadAllTextAsync(Path.Combine(Here(), dark ? "host-dark.json" : "host-light.json")) });
        await page.WaitForFunctionAsync("() => [...document.images].every(i => i.complete && i.naturalWidth > 0)");
        return (await page.Locator("body").ScreenshotAsync(), complaints, page);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    internal static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    /// <summary>The renderer leaves its buttons to the host's style sheet; these are near to Teams'.</summary>
    private static string Buttons(bool dark) => $$"""
        #card .ac-pushButton { font: 600 14px 'Liberation Sans'; padding: 5px 12px; border-radius: 4px; white-space: normal; color: {{(dark ? "#fff" : "#242424")}}; background: {{(dark ? "#292929" : "#fff")}}; border: 1px solid {{(dark ? "#666" : "#d1d1d1")}} }
        #card .ac-textBlock p, #card .ac-textBlock ul { margin: 0 } #card .ac-textBlock ul { padding-left: 20px }
        #card .ac-container p { margin: 0 }
        """;

    private static string Npm(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([Here(), "..", "..", "..", "npm", "node_modules", .. parts]));
        Assert.True(File.Exists(path), $"{path} is missing: run 'npm ci --ignore-scripts' in tests/npm.");
        return path;
    }
}
