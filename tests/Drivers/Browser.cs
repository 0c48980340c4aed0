using Microsoft.Playwright;

namespace MentorBot.Tests.Drivers;

/// <summary>Debian's Chromium, headless, for one test class.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
        return new Browser(playwright, browser);
    }

    /// <summary>A fresh profile with one page; disposing the context closes it.</summary>
    public async Task<IPage> OpenAsync(string url, string locale = "fr-FR", bool phone = false, bool dark = false)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = url,
            Locale = locale,
            ViewportSize = phone ? new() { Width = 360, Height = 740 } : new() { Width = 1200, Height = 860 },
            HasTouch = phone,
            IsMobile = phone,
            DeviceScaleFactor = phone ? 2 : 1,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
