using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using MentorBot.Kpis;
using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tables;
using MentorBot.Tests.Tables;

namespace MentorBot.Tests.Readouts;

/// <summary>
/// Exports and expectations in Blind/, written from what platforms export by somebody who had not seen a rule of ours, and not read while the rules were tuned: the honest figure.
/// It is printed by kind and by code; what it must not fall below is what it was when the rules were done.
/// </summary>
public sealed class BlindExportsTests(ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Expectations_written_blind_are_met()
    {
        var texts = Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
        var marks = new List<(string Kind, string File, bool Met)>();
        foreach (var expected in JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), "expected.json")))!.AsArray().Select(e => e!.AsObject()))
        {
            marks.AddRange(Grade(expected, texts).Select(m => (m.Kind, expected["file"]!.GetValue<string>(), m.Met)));
        }

        foreach (var kind in marks.GroupBy(m => m.Kind).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key}: {kind.Count(m => m.Met)} of {kind.Count()}");
        }

        output.WriteLine($"{marks.Count(m => m.Met)} of {marks.Count}");
        if (Environment.GetEnvironmentVariable("MENTORBOT_BLIND_FILES") == "1")
        {
            output.WriteLine(string.Join('\n', marks.Where(m => !m.Met).Select(m => $"{m.Kind}: {m.File}")));
        }

        Assert.True(marks.Count(m => m.Met) >= Least * marks.Count, $"{marks.Count(m => m.Met)} of {marks.Count}");
    }

    private const double Least = .99;

    private static IEnumerable<(string Kind, bool Met)> Grade(JsonObject expected, Texts texts)
    {
        var args = expected["args"]?.AsArray().Select(a => a!.GetValue<string>()).ToArray() ?? [];
        string? Arg(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;
        var path = Path.Combine(Folder(), expected["file"]!.GetValue<string>());
        using var stream = File.OpenRead(path);
        var read = Reading.Reader.Read(stream, Path.GetFileName(path), new ReadOptions
        {
            Today = Today,
            DateOrder = Arg("--dates"),
            DecimalSign = Arg("--decimal")?[0],
            Currency = Arg("--currency"),
            Table = Arg("--table") is { } n ? int.Parse(n, CultureInfo.InvariantCulture) : null,
        });
        var readout = read.Table is { } table ? ReadTable.Read(table, new ReadoutOptions(Today, Arg("--compare") switch { "previous" => CompareMode.Previous, "last-year" => CompareMode.LastYear, _ => CompareMode.Whole }, Arg("--country"))) : null;
        var refused = readout is null || (readout.Metrics.Count > 0 && readout.Metrics.All(m => m.Total is null) && readout.Table.Questions.Any(q => q.Assumed is null));
        yield return ("exit", refused == (expected["exit"]?.GetValue<int>() == 1));
        if (readout is null || refused)
        {
            yield break;
        }

        var voice = new Voice(Locales.French, AddressForm.Vous);
        var said = new ReadoutJson(texts).Write(readout, voice) + new ReadoutReport(texts).Whole(readout, voice).ToPlainText();
        foreach (var absent in Strings(expected, "absentText"))
        {
            yield return ("absent text", !said.Contains(absent, StringComparison.Ordinal));
        }

        if (expected.TryGetPropertyValue("source", out var source))
        {
            yield return ("source", readout.Table.Source == source!.GetValue<string>());
        }

        if (expected.TryGetPropertyValue("rowsKept", out var rows))
        {
            yield return ("rows kept", readout.Table.RowCount == rows!.GetValue<int>());
        }

        if (expected.TryGetPropertyValue("currency", out var currency))
        {
            yield return ("currency", readout.Table.Currency == currency?.GetValue<string>());
        }

        foreach (var edge in new[] { "from", "to" })
        {
            if (expected.TryGetPropertyValue(edge, out var day))
            {
                yield return ("period", (edge == "from" ? readout.Period?.From : readout.Period?.To)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == day?.GetValue<string>());
            }
        }

        foreach (var (id, total) in expected["totals"]?.AsObject() ?? [])
        {
            var own = readout.Metrics.FirstOrDefault(m => m.Id == id)?.Total;
            yield return ("total", total is null ? own is null : own is { } value && Math.Abs(value - total.GetValue<double>()) <= 1e-6 * Math.Max(1, Math.Abs(value)));
        }

        foreach (var code in Strings(expected, "mustFind"))
        {
            yield return ($"finds {code}", readout.Findings.Any(f => f.Code == code));
        }

        foreach (var code in Strings(expected, "mustNotFind"))
        {
            yield return ($"not {code}", readout.Findings.All(f => f.Code != code));
        }

        foreach (var code in Strings(expected, "mustNotAlarm"))
        {
            yield return ($"no alarm {code}", readout.Findings.All(f => f.Code != code || f.Severity == Severity.Info));
        }
    }

    private static IEnumerable<string> Strings(JsonObject expected, string name) => expected[name]?.AsArray().Select(s => s!.GetValue<string>()) ?? [];

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Blind");
}
