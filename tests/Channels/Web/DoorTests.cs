using System.Net;
using System.Net.Http.Headers;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Channels.Web;

/// <summary>Who gets through the door of the web channel.</summary>
public sealed class DoorTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("/", "Host", "mentor.example")]
    [InlineData("/", "X-Forwarded-For", "127.0.0.1")]
    [InlineData("/", "Forwarded", "for=127.0.0.1")]
    [InlineData("/web/transcript", "X-Forwarded-Proto", "https")]
    [InlineData("/_blazor/negotiate", "Host", "mentor.example")]
    public async Task Pages_are_off_when_the_request_is_not_plainly_local(string path, string header, string value)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, web.Service.Url + path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("127.0.0.1", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_off_outside_development()
    {
        await using var production = await ServiceProcess.StartAsync(TestContext.Current.CancellationToken, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["People__Roster"] = Path.Combine(AppContext.BaseDirectory, "prompts", "roster.development.yaml"),
        });
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(production.Url), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("page", "https://elsewhere.example", null)]
    [InlineData("page", null, "cross-site")]
    [InlineData("page", null, "same-site")]
    public async Task A_foreign_page_can_change_nothing(string? header, string? origin, string? site)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await PickAsync("lea", header, origin, site));
    }

    [Fact]
    public async Task Our_own_page_can()
    {
        Assert.Equal(HttpStatusCode.NoContent, await PickAsync("lea", "page", web.Service.Url, "same-origin"));
    }

    [Fact]
    public async Task Nobody_is_picked_by_a_name_that_the_roster_does_not_have()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await PickAsync("nobody", "page", null, null));
    }

    [Fact]
    public async Task Without_a_person_nothing_is_taken()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-MentorBot", "page");
        using var body = new StringContent("""{"key":"k","kind":"text","text":"hello"}""", MediaTypeHeaderValue.Parse("application/json"));
        using var answer = await http.PostAsync(new Uri(web.Service.Url + "/web/messages"), body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<HttpStatusCode> PickAsync(string person, string? header, string? origin, string? site)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, web.Service.Url + "/web/person") { Content = new StringContent($$"""{"person":"{{person}}"}""") };
        foreach (var (name, value) in new[] { ("X-MentorBot", header), ("Origin", origin), ("Sec-Fetch-Site", site) })
        {
            if (value is not null)
            {
                request.Headers.Add(name, value);
            }
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
