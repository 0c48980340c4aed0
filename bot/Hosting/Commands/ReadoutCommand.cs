using System.CommandLine;
using MentorBot.Channels.Terminal;
using MentorBot.Charts;
using MentorBot.Readouts;

namespace MentorBot.Hosting.Commands;

/// <summary>Reads an export without any service: no configuration, roster or database.</summary>
internal static class ReadoutCommand
{
    public static Command Create()
    {
        var export = new ExportOptions("the main metric");
        var command = new Command("readout", "Read a marketing export: totals, what is real, what is noise, what can be decided now.");
        export.AddTo(command);
        command.SetAction(parsed => Run(export.Of(parsed)));
        return command;
    }

    private static int Run(ExportRequest request)
    {
        var (texts, voice) = (request.Texts, request.Voice);
        var readout = ReadTable.Read(request.Table(), new ReadoutOptions(request.Options.Today, request.Compare, request.Country));
        request.RequireTotals(readout);
        if (request.Chart is { } chart && new ReadoutChart(texts).Of(readout, voice) is { } drawing)
        {
            File.WriteAllBytes(chart, ChartImage.Png(drawing, voice.Locale));
        }

        Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        if (request.Json)
        {
            Console.Out.WriteLine(new ReadoutJson(texts).Write(readout, voice));
        }
        else
        {
            TerminalWriter.WritePlain(Console.Out, new ReadoutReport(texts).Whole(readout, voice));
        }

        return CommandLine.Fine;
    }
}
