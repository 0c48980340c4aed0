using System.CommandLine;
using System.Globalization;
using MentorBot.Channels.Terminal;
using MentorBot.Charts;
using MentorBot.Kpis;
using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tables;

namespace MentorBot.Hosting.Commands;

/// <summary>Reads an export without any service: no configuration, roster or database.</summary>
internal static class ReadoutCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The export." };
        var locale = Known("--locale", "Language of the words.", "fr", "en");
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else." };
        var chart = new Option<string?>("--chart") { Description = "Also draw the main metric into this PNG file." };
        var compare = Known("--compare", "Read the last full week against the one before, or the same weekdays 52 weeks earlier.", "previous", "last-year");
        var dates = Known("--dates", "Order of day and month where the file leaves doubt.", "dmy", "mdy");
        var decimals = Known("--decimal", "The decimal sign where the file leaves doubt.", ",", ".");
        var currency = new Option<string?>("--currency") { Description = "ISO code where the file names none, for example EUR." };
        var table = new Option<int?>("--table") { Description = "Which table of a file that holds several, from 1." };
        var country = new Option<string?>("--country") { Description = "Country of the public holidays, for example FR." };
        var limit = new Option<int>("--max-mb") { Description = "Largest file that is read.", DefaultValueFactory = _ => 50 };
        var command = new Command("readout", "Read a marketing export: totals, what is real, what is noise, what can be decided now.") { file, locale, json, chart, compare, dates, decimals, currency, table, country, limit };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            parsed.GetValue(locale) ?? DefaultLocale,
            parsed.GetValue(json),
            parsed.GetValue(chart),
            new ReadOptions
            {
                DateOrder = parsed.GetValue(dates),
                DecimalSign = parsed.GetValue(decimals)?[0],
                Currency = parsed.GetValue(currency)?.ToUpperInvariant(),
                Table = parsed.GetValue(table),
                MaxBytes = parsed.GetValue(limit) * 1024L * 1024,
                Today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
            },
            parsed.GetValue(compare) switch { "previous" => CompareMode.Previous, "last-year" => CompareMode.LastYear, _ => CompareMode.Whole },
            parsed.GetValue(country)));
        return command;
    }

    private static string DefaultLocale => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Locales.French ? Locales.French : Locales.English;

    private static int Run(string path, string locale, bool json, string? chart, ReadOptions options, CompareMode compare, string? country)
    {
        var prompts = PromptsFolder.BesideTheBinary;
        var texts = Texts.Load(prompts.Path);
        var voice = new Voice(locale, AddressForm.Vous);
        if (!File.Exists(path))
        {
            throw new StartRefused(texts.Say(voice, "readouts.no-such-file", ("path", path)));
        }

        using var stream = File.OpenRead(path);
        var read = TableReader.Create(KpiDictionary.Load(prompts.Path)).Read(stream, Path.GetFileName(path), options);
        if (read.Table is not { } table)
        {
            throw new StartRefused(texts.Say(voice, read.Refusal!));
        }

        var readout = ReadTable.Read(table, new ReadoutOptions(options.Today, compare, country?.ToUpperInvariant()));
        if (readout.Metrics.Count > 0 && readout.Metrics.All(m => m.Total is null) && table.Questions.FirstOrDefault(q => q.Assumed is null) is { } open)
        {
            var question = texts.Say(voice, $"tables.question.{open.Code}", QuestionValues.Of(open with { Assumed = null }));
            throw new StartRefused($"{question} {texts.Say(voice, $"readouts.answer-by.{open.Code}")}");
        }

        if (chart is not null && new ReadoutChart(texts).Of(readout, voice) is { } drawing)
        {
            File.WriteAllBytes(chart, ChartImage.Png(drawing, locale));
        }

        Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        if (json)
        {
            Console.Out.WriteLine(new ReadoutJson(texts).Write(readout, voice));
        }
        else
        {
            TerminalWriter.WritePlain(Console.Out, new ReadoutReport(texts).Whole(readout, voice));
        }

        return CommandLine.Fine;
    }

    private static Option<string?> Known(string name, string description, params string[] values)
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
