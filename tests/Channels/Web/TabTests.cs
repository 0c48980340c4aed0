using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MentorBot.Deliveries;
using MentorBot.People;
using MentorBot.Tests.Drivers;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace MentorBot.Tests.Channels.Web;

/// <summary>The personal tab outside Development, over plain HTTP: who gets in, with what cookie, and what everybody else gets. See ADR 18.</summary>
public sealed class TabTests : IAsyncLifetime
{
    private TeamsTab _tab = null!;
    private TestMentor _mentor = null!;
    private HttpClient _http = null!;

    private static CancellationToken Token => TestMentor.Token;

    public async ValueTask InitializeAsync()
    {
        _tab = await TeamsTab.StartAsync();
        await ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _mentor.DisposeAsync();
        await _tab.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/?user=8c1f1c34-1d35-4ac6-9ba3-9a8a5df6a0a1&locale=en-GB")]
    [InlineData("GET", "/web/transcript")]
    [InlineData("GET", "/web/transcript?after=0.0")]
    [InlineData("GET", "/web/files/0199b0a0-0000-7000-8000-000000000002")]
    [InlineData("GET", "/web/charts/0199b0a0-0000-7000-8000-000000000002/0.png")]
    [InlineData("POST", "/web/files")]
    [InlineData("POST", "/web/messages")]
    [InlineData("POST", "/web/opened")]
    [InlineData("POST", "/web/person")]
    [InlineData("POST", "/web/language")]
    [InlineData("GET", "/_blazor")]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("POST", "/_blazor/disconnect")]
    [InlineData("GET", "/_blazor/initializers")]
    [InlineData("GET", "/_framework/opaque-redirect")]
    public async Task Without_a_signed_in_person_everything_is_401(string method, string path)
    {
        foreach (var cookie in new[] { null, $"mentorbot.person={_mentor.Person("lea").Id:N}", $"{Sessions.Cookie}=garbage" })
        {
            using var answer = await SendAsync(method, path, cookie);

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.False(answer.Headers.Contains(HeaderNames.Location));
            Assert.DoesNotContain("Léa", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_page_and_endpoint_of_the_pages_has_a_case_above()
    {
        var tested = typeof(TabTests).GetMethod(nameof(Without_a_signed_in_person_everything_is_401))!.GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>().Select(a => ((string)a.Data[1]!).Split('?')[0]).ToList();
        var routes = _mentor.Get<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<MentorBot.Pages.NeedsReader>() is not null && e.Metadata.GetMetadata<MentorBot.Pages.OpensSession>() is null).ToList();

        Assert.True(routes.Count > 8);
        Assert.All(routes, route => Assert.Contains(tested, path => new Microsoft.AspNetCore.Routing.Template.TemplateMatcher(Microsoft.AspNetCore.Routing.Template.TemplateParser.Parse(route.RoutePattern.RawText!.TrimStart('/')), []).TryMatch(path, [])));
    }

    [Theory]
    [InlineData("/", "fr-FR,fr;q=0.9", "Ouvrir dans Teams", "fr")]
    [InlineData("/", "en-GB,en;q=0.9", "Open in Teams", "en")]
    [InlineData("/?locale=en-us", "fr-FR", "Open in Teams", "en")]
    public async Task The_401_page_says_in_the_readers_language_that_it_opens_in_Teams(string path, string accept, string words, string lang)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Language", accept);
        using var answer = await _http.SendAsync(request, Token);
        var body = await answer.Content.ReadAsStringAsync(Token);

        Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"lang=\"{lang}\"", body, StringComparison.Ordinal);
        Assert.Contains(words, body, StringComparison.Ordinal);
        Assert.Contains($"https://teams.microsoft.com/l/entity/{TeamsTab.App}/home", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_Teams_may_show_the_pages_in_a_frame()
    {
        var cookie = await SignedInAsync("lea");
        foreach (var (path, with) in new[] { ("/", null), ("/", cookie), ("/web/transcript", cookie) })
        {
            using var answer = await SendAsync("GET", path, with);

            Assert.Contains("frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft;", Assert.Single(answer.Headers.GetValues(HeaderNames.ContentSecurityPolicy)), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains(HeaderNames.XFrameOptions));
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task The_session_is_a_cookie_for_the_frame_that_no_script_can_read()
    {
        using var answer = await SignInAsync(TeamsTab.TokenOf("lea", Now));
        var cookie = SetCookieHeaderValue.Parse(Assert.Single(answer.Headers.GetValues(HeaderNames.SetCookie)));

        Assert.Equal(("__Host-mentorbot", true, true, "/", TimeSpan.FromHours(1)), (cookie.Name, cookie.Secure, cookie.HttpOnly, cookie.Path, cookie.MaxAge!.Value));
        Assert.Equal(Microsoft.Net.Http.Headers.SameSiteMode.None, cookie.SameSite);
        Assert.False(cookie.Domain.HasValue);
        Assert.Contains(cookie.Extensions, e => e.Equals("Partitioned", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(TeamsTab.IdOf("lea"), cookie.Value.ToString(), StringComparison.Ordinal);
        Assert.Equal(_mentor.Person("lea").Id.ToString("N"), JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["person"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_signed_in_person_reads_and_writes_their_own_talk_and_nobody_elses()
    {
        var lea = await SignedInAsync("lea");
        var tom = await SignedInAsync("tom");
        using (var sent = await SendAsync("POST", "/web/messages", lea, JsonContent.Create(new { key = "k", kind = "text", text = "mon budget secret" })))
        {
            Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        }

        await _mentor.RunTurnsAsync();

        Assert.Contains("mon budget secret", await ReadAsync("/web/transcript", lea), StringComparison.Ordinal);
        Assert.Contains("mon budget secret", WebUtility.HtmlDecode(await ReadAsync("/", lea)), StringComparison.Ordinal);
        Assert.DoesNotContain("mon budget", await ReadAsync("/web/transcript", tom), StringComparison.Ordinal);
        Assert.DoesNotContain("mon budget", WebUtility.HtmlDecode(await ReadAsync("/", tom)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_one_person_is_not_there_for_another()
    {
        var lea = _mentor.Person("lea");
        var file = await _mentor.Get<MentorBot.Storage.FileStore>().SaveAsync(lea.OrganisationId, lea.Id, "recap.md", "text/markdown", new MemoryStream("secret"u8.ToArray()), 100, TimeSpan.FromDays(1), Token);

        using var own = await SendAsync("GET", $"/web/files/{file!.Id:N}", await SignedInAsync("lea"));
        using var others = await SendAsync("GET", $"/web/files/{file.Id:N}", await SignedInAsync("tom"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (own.StatusCode, others.StatusCode));
    }

    [Fact]
    public async Task After_an_hour_one_signs_in_again()
    {
        var cookie = await SignedInAsync("lea");
        _mentor.Time.Advance(TimeSpan.FromMinutes(59));
        await ReadAsync("/web/transcript", cookie);

        _mentor.Time.Advance(TimeSpan.FromMinutes(2));
        using var late = await SendAsync("GET", "/web/transcript", cookie);

        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Fact]
    public async Task A_page_that_Teams_opens_for_somebody_else_does_not_show_the_session_that_the_browser_still_has()
    {
        var cookie = await SignedInAsync("lea");

        using var toms = await SendAsync("GET", $"/?user={TeamsTab.IdOf("tom")}", cookie);
        using var leas = await SendAsync("GET", $"/?user={TeamsTab.IdOf("lea").ToUpperInvariant()}", cookie);
        using var unfilled = await SendAsync("GET", "/?user=%7Buser.id%7D", cookie);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK), (toms.StatusCode, leas.StatusCode, unfilled.StatusCode));
    }

    [Fact]
    public async Task Whoever_leaves_the_roster_is_nobody_at_the_next_request()
    {
        var cookie = await SignedInAsync("lea");
        var rosters = _mentor.Get<RosterFiles>().Read();

        await _mentor.Get<PeopleDirectory>().ReplaceAsync([.. rosters.Select(r => r with { People = [.. r.People.Where(p => p.Id != "lea")] })], Token);
        using var answer = await SendAsync("GET", "/web/transcript", cookie);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("wrong key")]
    [InlineData("expired")]
    [InlineData("another audience")]
    [InlineData("another tenant")]
    [InlineData("garbage")]
    public async Task A_token_that_proves_nothing_opens_no_session(string what)
    {
        var lea = TeamsTab.TokenOf("lea", Now);
        var token = TeamsTab.Bare(what switch
        {
            "wrong key" => lea.SignedBy(TeamsTab.Other),
            "expired" => (lea with { Starts = TimeSpan.FromHours(-2), Ends = TimeSpan.FromHours(-1) }).SignedBy(TeamsTab.Key),
            "another audience" => (lea with { Audience = "https://graph.microsoft.com" }).SignedBy(TeamsTab.Key),
            "another tenant" => TeamsTab.TokenOf("lea", Now, "0d4bb2f5-6f0a-4a46-8a0e-6e3fd1f7a9c1").SignedBy(TeamsTab.Key),
            _ => "Bearer a.b.c",
        });

        using var answer = await SendAsync("POST", "/web/sign-in", null, JsonContent.Create(new { token }));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains(HeaderNames.SetCookie));
    }

    [Theory]
    [InlineData("fr-FR", "Je ne vous trouve pas")]
    [InlineData("en-GB", "I do not find you")]
    public async Task Somebody_unknown_is_refused_politely_as_in_the_chat(string locale, string words)
    {
        using var answer = await SignInAsync(TeamsTab.TokenOf("a stranger", Now), locale);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains(HeaderNames.SetCookie));
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_is_told_once_of_somebody_unknown()
    {
        await using (var db = _mentor.Database.Open())
        {
            await db.Set<Person>().Where(p => p.Roles.Contains("admin")).ExecuteUpdateAsync(p => p.SetProperty(x => x.LastAddress, new MentorBot.Messages.Address("web", "local", "admin").ToJson()), Token);
        }

        for (var n = 0; n < 2; n++)
        {
            using var answer = await SignInAsync(TeamsTab.TokenOf("a stranger", Now));
        }

        await using var after = _mentor.Database.Open();
        Assert.Single(await after.Set<Delivery>().Where(d => d.Key.StartsWith("unknown:")).ToListAsync(Token));
    }

    [Fact]
    public async Task Somebody_of_a_welcome_tenant_is_enrolled_and_is_the_same_person_in_the_chat()
    {
        await ServeAsync(s => (s["People:Unknown"], s["People:Workspaces:0"]) = ("enrol", TeamsTab.Tenant));

        using var answer = await SignInAsync(TeamsTab.TokenOf("nora", Now));
        await _mentor.Get<Inbox>().AcceptAsync(new Arrival(new("msteams", TeamsTab.Tenant, "a:nora"), "1", TeamsTab.IdOf("nora"), new TextContent("bonjour")), Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var db = _mentor.Database.Open();
        var enrolled = await db.Set<Person>().SingleAsync(p => p.Enrolled, Token);
        Assert.Equal("nora", enrolled.Name);
        Assert.Equal(enrolled.Id, (await db.Set<InboundEvent>().SingleAsync(Token)).PersonId);
    }

    [Fact]
    public async Task The_same_object_id_in_another_allowed_tenant_is_somebody_else()
    {
        const string Other = "0d4bb2f5-6f0a-4a46-8a0e-6e3fd1f7a9c1";
        await ServeAsync(s => s["BotFramework:SignInTenants:0"] = Other);

        using var answer = await SignInAsync(TeamsTab.TokenOf("lea", Now, Other));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, null, null, HttpStatusCode.Forbidden)]
    [InlineData("page", "https://evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("page", null, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("page", "https://teams.microsoft.com", null, HttpStatusCode.Forbidden)]
    [InlineData("page", $"https://{TeamsTab.Host}", "same-origin", HttpStatusCode.OK)]
    public async Task Nobody_can_be_signed_in_by_a_foreign_page(string? header, string? origin, string? site, HttpStatusCode expected)
    {
        using var answer = await SendAsync("POST", "/web/sign-in", null, JsonContent.Create(new { token = TeamsTab.Bare(TeamsTab.TokenOf("lea", Now).SignedBy(TeamsTab.Key)) }), header, origin, site);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_foreign_page_cannot_open_the_circuit_with_the_cookie_that_its_browser_sends()
    {
        var cookie = await SignedInAsync("lea");

        using var foreign = await SendAsync("POST", "/_blazor/negotiate?negotiateVersion=1", cookie, null, "page", "https://evil.example");
        using var own = await SendAsync("POST", "/_blazor/negotiate?negotiateVersion=1", cookie, null, "page", $"https://{TeamsTab.Host}");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (foreign.StatusCode, own.StatusCode));
    }

    [Fact]
    public async Task Nobody_picks_a_person_where_one_signs_in()
    {
        using var answer = await SendAsync("POST", "/web/person", await SignedInAsync("lea"), JsonContent.Create(new { person = "tom" }));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("data-do=\"leave\"", await ReadAsync("/", await SignedInAsync("lea")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_client_says_of_language_and_zone_is_kept_for_whom_the_roster_says_nothing()
    {
        using var answer = await SignInAsync(TeamsTab.TokenOf("lea", Now), "en-GB", "America/Montreal");

        await using var db = _mentor.Database.Open();
        var lea = await db.Set<Person>().SingleAsync(p => p.Key == "lea", Token);
        Assert.Equal(("en", "America/Montreal"), (lea.ClientLocale, lea.ClientTimeZone));
    }

    private DateTimeOffset Now => _mentor.Time.GetUtcNow();

    private async Task ServeAsync(Action<IDictionary<string, string?>>? change = null)
    {
        if (_mentor is not null)
        {
            _http.Dispose();
            await _mentor.DisposeAsync();
        }

        (_mentor, var url) = await _tab.ServeAsync(change);
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = url };
    }

    private Task<HttpResponseMessage> SignInAsync(TestToken token, string locale = "fr-FR", string zone = "Europe/Paris") =>
        SendAsync("POST", "/web/sign-in", null, JsonContent.Create(new { token = TeamsTab.Bare(token.SignedBy(TeamsTab.Key)), locale, timeZone = zone }));

    /// <returns>The Cookie header of a session.</returns>
    private async Task<string> SignedInAsync(string person)
    {
        using var answer = await SignInAsync(TeamsTab.TokenOf(person, Now));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Assert.Single(answer.Headers.GetValues(HeaderNames.SetCookie)).Split(';')[0];
    }

    private async Task<string> ReadAsync(string path, string cookie)
    {
        using var answer = await SendAsync("GET", path, cookie);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? cookie, HttpContent? content = null, string? header = "page", string? origin = null, string? site = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var (name, value) in new[] { ("Cookie", cookie), ("X-MentorBot", header), ("Origin", origin), ("Sec-Fetch-Site", site) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await _http.SendAsync(request, Token);
    }
}
