using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using NJsonSchema;

namespace MentorBot.Tests.Contracts;

/// <summary>What an administrator uploads to Teams. Source: facts/bot-framework.md 7.1.</summary>
public sealed class TeamsPackageTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_manifest_holds_to_its_published_schema() =>
        Assert.Empty(await ProblemsAsync("teams-manifest-1.29.json", Manifest()));

    [Fact]
    public async Task The_schema_would_see_a_name_that_is_too_long()
    {
        var problems = await ProblemsAsync("teams-manifest-1.29.json", Manifest().Replace("\"short\": \"MentorBot\"", "\"short\": \"MentorBot, le mentor des équipes marketing\"", StringComparison.Ordinal));

        Assert.NotEmpty(problems);
    }

    [Fact]
    public async Task The_english_words_hold_to_their_schema_and_name_only_what_the_manifest_has()
    {
        var words = await File.ReadAllTextAsync(RepositoryFiles.Path("infra", "teams", "en.json"), Token);

        Assert.Empty(await ProblemsAsync("teams-localization-1.29.json", words));
        using var manifest = JsonDocument.Parse(Manifest());
        using var english = JsonDocument.Parse(words);
        var keys = english.RootElement.EnumerateObject().Select(p => p.Name).Where(n => n != "$schema").ToList();
        Assert.All(keys, key => Assert.Equal(JsonValueKind.String, Find(manifest.RootElement, key).ValueKind));
        Assert.Equal(manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().Sum(l => l.GetProperty("commands").GetArrayLength()) * 2, keys.Count(k => k.StartsWith("bots", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public async Task Icons_have_the_size_that_Teams_asks_for(string name, int side)
    {
        var png = await File.ReadAllBytesAsync(RepositoryFiles.Path("infra", "teams", name), Token);

        Assert.Equal((side, side), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [Fact]
    public async Task The_command_makes_a_package_with_everything_at_its_root()
    {
        var output = Path.Combine(Directory.CreateTempSubdirectory("mentorbot-package-").FullName, "app.zip");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["run", RepositoryFiles.Path("infra", "teams", "package.cs"), "--", AppId, "mentorbot.example.com", output]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(Token) + await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.True(process.ExitCode == 0, said);
        await using var zip = await ZipFile.OpenReadAsync(output, Token);
        Assert.Equal(["color.png", "en.json", "manifest.json", "outline.png"], zip.Entries.Select(e => e.FullName).Order());
        using var manifest = await JsonDocument.ParseAsync(await zip.GetEntry("manifest.json")!.OpenAsync(Token), cancellationToken: Token);
        Assert.Equal(AppId, manifest.RootElement.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal($"api://mentorbot.example.com/{AppId}", manifest.RootElement.GetProperty("webApplicationInfo").GetProperty("resource").GetString());
    }

    private static string Manifest() => File.ReadAllText(RepositoryFiles.Path("infra", "teams", "manifest.json"))
        .Replace("{{APP_ID}}", AppId, StringComparison.Ordinal).Replace("{{HOST}}", "mentorbot.example.com", StringComparison.Ordinal).Replace("{{VERSION}}", "1.0.0", StringComparison.Ordinal);

    private static async Task<IEnumerable<string>> ProblemsAsync(string schema, string json) =>
        (await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(RepositoryFiles.Schema(schema), Token), Token)).Validate(json).Select(p => p.ToString());

    /// <param name="path">Such as "bots[0].commandLists[1].commands[0].title".</param>
    private static JsonElement Find(JsonElement root, string path) => path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.')
        .Aggregate(root, (e, step) => e.ValueKind == JsonValueKind.Array ? e[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : e.GetProperty(step));
}
