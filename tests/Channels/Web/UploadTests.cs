using System.Text;
using Microsoft.Playwright;

namespace MentorBot.Tests.Channels.Web;

/// <summary>Files into the talk.</summary>
public sealed class UploadTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes("Jour;Clics;Coût\n2026-09-01;120;34,50\n2026-09-02;98;31,20\n");

    [Fact]
    public async Task A_picked_file_is_kept_and_shown()
    {
        var page = await web.OpenAsAsync("lea");
        await page.SetInputFilesAsync("#picker", new FilePayload { Name = "campagnes septembre.csv", MimeType = "text/csv", Buffer = Csv });
        await KeptAsync(page, "campagnes septembre.csv");
    }

    [Fact]
    public async Task A_dropped_file_is_kept_on_a_phone_too()
    {
        var page = await web.OpenAsAsync("hugo", phone: true);
        var data = await page.EvaluateHandleAsync("() => { const d = new DataTransfer(); d.items.add(new File(['Jour;Clics\\n2026-09-01;120\\n'], 'depot.csv', { type: 'text/csv' })); return d; }");
        await page.DispatchEventAsync("body", "dragenter", new { dataTransfer = data });
        await Assertions.Expect(page.Locator("#dropzone")).ToBeVisibleAsync();
        await page.DispatchEventAsync("body", "drop", new { dataTransfer = data });
        await Assertions.Expect(page.Locator("#dropzone")).ToBeHiddenAsync();
        await KeptAsync(page, "depot.csv");
    }

    [Fact]
    public async Task The_same_upload_twice_is_one_event_and_a_file_only_its_owner_opens()
    {
        var page = await web.OpenAsAsync("ines");
        for (var i = 0; i < 2; i++)
        {
            var form = page.Context.APIRequest.CreateFormData();
            form.Append("key", "upload-once");
            form.Append("file", new FilePayload { Name = "deux-fois.csv", MimeType = "text/csv", Buffer = Csv });
            var answer = await page.Context.APIRequest.PostAsync("/web/files", new() { Multipart = form, Headers = Ours });
            Assert.Equal(202, answer.Status);
        }

        await KeptAsync(page, "deux-fois.csv");
        var talk = await (await page.Context.APIRequest.GetAsync("/web/transcript")).JsonAsync();
        var file = Assert.Single(talk!.Value.GetProperty("entries").EnumerateArray(), e => e.TryGetProperty("key", out var k) && k.GetString() == "upload-once").GetProperty("content").GetProperty("fileId").GetString();

        // A raw upload is deleted once it was answered, so only "not for others" is certain here.
        var other = await web.OpenAsAsync("tom");
        Assert.Equal(404, (await other.Context.APIRequest.GetAsync($"/web/files/{file}")).Status);
    }

    [Fact]
    public async Task A_file_above_the_limit_becomes_an_event_without_bytes()
    {
        var page = await web.OpenAsAsync("karim");
        await page.EvaluateAsync("""
            () => {
              const big = new File([new Blob([new Uint8Array(51_000_000)])], 'enorme.csv', { type: 'text/csv' });
              const d = new DataTransfer();
              d.items.add(big);
              const picker = document.getElementById('picker');
              picker.files = d.files;
              picker.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """);
        await KeptAsync(page, "enorme.csv");
        var talk = await (await page.Context.APIRequest.GetAsync("/web/transcript")).JsonAsync();
        var content = talk!.Value.GetProperty("entries").EnumerateArray().Select(e => e.TryGetProperty("content", out var c) ? c : default).First(c => c.ValueKind != default && c.TryGetProperty("name", out var n) && n.GetString() == "enorme.csv");
        Assert.False(content.TryGetProperty("fileId", out _));
        Assert.Equal(51_000_000, content.GetProperty("length").GetInt64());
    }

    internal static readonly Dictionary<string, string> Ours = new() { ["X-MentorBot"] = "page" };

    private static Task KeptAsync(IPage page, string name) => page.Locator(".live .entry.mine[data-key]", new() { HasText = name }).WaitForAsync();
}
