using MentorBot.Tests.Drivers;
using Microsoft.Playwright;

namespace MentorBot.Tests.Channels.Web;

/// <summary>One service and one browser for the tests of a class.</summary>
public sealed class WebFixture : IAsyncLifetime
{
    private Browser? _browser;
    private ServiceProcess? _service;

    internal ServiceProcess Service => _service ?? throw new InvalidOperationException("Not started.");

    internal Browser Browser => _browser ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        _service = await ServiceProcess.StartAsync(CancellationToken.None);
        _browser = await Browser.StartAsync();
    }

    /// <summary>A page on which somebody of the roster is picked and the talk is live.</summary>
    internal async Task<IPage> OpenAsAsync(string person, string locale = "fr-FR", bool phone = false, bool dark = false)
    {
        var page = await Browser.OpenAsync(Service.Url, locale, phone, dark);
        await BeAsync(page, person);
        return page;
    }

    internal static async Task BeAsync(IPage page, string person)
    {
        await page.GotoAsync("/");
        await page.Locator($".person[data-person={person}]").ClickAsync();
        await LiveAsync(page);
    }

    internal static Task LiveAsync(IPage page) => page.Locator(".live[data-live=true]").WaitForAsync();

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }
}
