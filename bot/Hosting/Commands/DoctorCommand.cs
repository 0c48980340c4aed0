using System.CommandLine;
using System.Text.Json;
using MentorBot.Messages;

namespace MentorBot.Hosting.Commands;

/// <summary>Checks what the service needs, a line each. Exit 1 when something would keep it from running.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else." };
        var command = new Command("doctor", "Check settings, storage, prompts, roster, folders, channels and clock: what, where, what to do.") { json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Surroundings.EnvironmentName });
        var checks = await new Doctor(builder.Configuration, builder.Environment, PromptsFolder.BesideTheBinary, TimeProvider.System).ExamineAsync(cancellationToken);
        var failed = checks.Count(c => c.State == DoctorState.Failed);
        Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { Fine = failed == 0, Checks = checks.Select(c => new { c.Name, State = Name(c.State), c.Where, c.What, c.Fix }) }, Readable));
            return failed == 0 ? CommandLine.Fine : CommandLine.Refused;
        }

        foreach (var check in checks)
        {
            Console.Out.WriteLine($"{Name(check.State),-8} {check.Name,-9} {OneLine(check.Where)}: {OneLine(check.What)}{(check.Fix is null ? "" : $" -> {OneLine(check.Fix)}")}");
        }

        return failed == 0 ? CommandLine.Fine : throw new StartRefused(failed == 1 ? "One thing would keep the service from running; it is marked 'failed'." : $"{failed} things would keep the service from running; they are marked 'failed'.");
    }

    private static string Name(DoctorState state) => state switch { DoctorState.Ok => "ok", DoctorState.Warning => "warning", _ => "failed" };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
