using System.Text.Json;
using MentorBot.Messages;
using SkiaSharp;

namespace MentorBot.Tests.Channels.BotFramework.Rendering;

/// <summary>
/// Cards as the official renderer draws them in Chromium. The main ones are compared with pictures that somebody looked at:
/// MENTORBOT_APPROVE=1 draws them anew, CARD_FOLDER keeps every picture for somebody who wants to look.
/// </summary>
public sealed class CardPictureTests(CardStage stage) : IClassFixture<CardStage>
{
    /// <summary>Of 255, the mean distance of a pixel: letters smoothed a little differently.</summary>
    private const double Tolerance = 2;

    public static MatrixTheoryData<string, bool> Main => new(["greeting", "reading", "question", "outcome"], [false, true]);

    public static TheoryData<string> All => [.. CardSamples.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Main))]
    public async Task A_main_card_looks_as_approved(string name, bool dark)
    {
        var (png, _, _) = await stage.DrawAsync(Card(name), dark);
        var path = Path.Combine(CardStage.Here(), "Approved", $"{name}-{(dark ? "dark" : "light")}.png");
        if (Environment.GetEnvironmentVariable("MENTORBOT_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, png, TestContext.Current.CancellationToken);
            return;
        }

        Keep(name + (dark ? "-dark" : "-light"), png);
        using var drawn = SKBitmap.Decode(png);
        using var approved = SKBitmap.Decode(path);
        Assert.True(Math.Abs(drawn.Height - approved.Height) <= 4 && drawn.Width == approved.Width, $"{drawn.Width}×{drawn.Height} pixels, approved were {approved.Width}×{approved.Height}.");
        Assert.InRange(Distance(drawn, approved), 0, Tolerance);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_official_renderer_draws_every_card_without_complaint_on_a_desktop_and_a_phone(string name)
    {
        var cards = name == "outcome" ? [Card(name)] : Sent.Cards(CardSamples.All.Single(s => s.Name == name).Message);
        foreach (var (card, width, size) in cards.SelectMany((c, i) => ((JsonElement, int?, string)[])[(c, null, $"desktop-{i}"), (c, CardStage.Phone, $"phone-{i}")]))
        {
            var (png, complaints, page) = await stage.DrawAsync(card, width: width);
            Keep($"{name}-{size}", png);
            // Teams' own chart is unknown to the renderer, as it should be: its fallback is drawn.
            Assert.Equal([], complaints.Where(c => !c.Contains("Chart.Line", StringComparison.Ordinal)));
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth && [...document.querySelectorAll('#card *')].every(e => e.getBoundingClientRect().right <= document.body.getBoundingClientRect().right)"), $"{name} is wider than a {size}.");
        }
    }

    [Fact]
    public async Task Signs_of_markdown_are_drawn_as_they_were_written()
    {
        string[] lines = ["A*B*C_D_ `x`", "# pas un titre", "> pas une citation", "12. pas une liste", "<at>Bob</at> & <b>", "R&amp;D", "[a](b)", "~~barré~~", "2 * 3 * 4", "_tout_"];
        var card = Sent.Card(Message.Of("fr", new TextPart(string.Join('\n', lines)), new NoticePart(NoticeTone.Info, "**Gras** et __pas gras__")));
        var (_, _, page) = await stage.DrawAsync(card);
        Assert.Equal(lines.Append("Gras et __pas gras__"), (await page.Locator(".ac-textBlock").AllInnerTextsAsync()).Select(t => t.Trim()));
        Assert.Equal("Gras", await page.Locator("strong").InnerTextAsync());
    }

    private static JsonElement Card(string name) => name == "outcome"
        ? Sent.CardOf(Sent.Renderer.RenderOutcome(Sent.Delivery(CardSamples.Question), "n1", ["down"]))!.Value
        : Sent.Card(CardSamples.All.Single(s => s.Name == name).Message);

    private static void Keep(string name, byte[] png)
    {
        if (Environment.GetEnvironmentVariable("CARD_FOLDER") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name + ".png"), png);
        }
    }

    private static double Distance(SKBitmap a, SKBitmap b)
    {
        double sum = 0;
        var height = Math.Min(a.Height, b.Height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < a.Width; x++)
            {
                var (p, q) = (a.GetPixel(x, y), b.GetPixel(x, y));
                sum += (Math.Abs(p.Red - q.Red) + Math.Abs(p.Green - q.Green) + Math.Abs(p.Blue - q.Blue)) / 3.0;
            }
        }

        return sum / ((double)height * a.Width);
    }
}
