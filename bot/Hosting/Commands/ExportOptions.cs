using System.CommandLine;
using System.Globalization;
using MentorBot.Kpis;
using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Storage;
using MentorBot.Tables;

namespace MentorBot.Hosting.Commands;

/// <summary>How a command that reads an export is asked: the file, its language, and what the file leaves in doubt. The same for every such command.</summary>
internal sealed class ExportOptions
{
    private readonly Argument<string> _file = new("file") { Description = "The export." };
    private readonly Option<string?> _locale = Known("--locale", "Language of the words.", "fr", "en");
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object and nothing else." };
    private readonly Option<string?> _chart;
    private readonly Option<string?> _compare = Known("--compare", "Read the last full week against the one before, or the same weekdays 52 weeks earlier.", "previous", "last-year");
    private readonly Option<string?> _dates = Known("--dates", "Order of day and month where the file leaves doubt.", "dmy", "mdy");
    private readonly Option<string?> _decimals = Known("--decimal", "The decimal sign where the file leaves doubt.", ",", ".");
    private readonly Option<string?> _currency = new("--currency") { Description = "ISO code where the file names none, for example EUR." };
    private readonly Option<int?> _table = new("--table") { Description = "Which table of a file that holds several, from 1." };
    private readonly Option<string?> _country = new("--country") { Description = "Country of the public holidays, for example FR." };
    private readonly Option<int> _limit = new("--max-mb") { Description = "Largest file that is read.", DefaultValueFactory = _ => 50 };

    /// <param name="drawn">What <c>--chart</c> draws, as its help says it.</param>
    public ExportOptions(string drawn) => _chart = new Option<string?>("--chart") { Description = $"Also draw {drawn} into this PNG file." };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        foreach (var option in new Option[] { _locale, _json, _chart, _compare, _dates, _decimals, _currency, _table, _country, _limit })
        {
            command.Options.Add(option);
        }
    }

    public ExportRequest Of(ParseResult parsed)
    {
        var prompts = PromptsFolder.BesideTheBinary;
        return new ExportRequest(
            prompts,
            Texts.Load(prompts.Path),
            parsed.GetRequiredValue(_file),
            new Voice(parsed.GetValue(_locale) ?? DefaultLocale, AddressForm.Vous),
            parsed.GetValue(_json),
            parsed.GetValue(_chart),
            new ReadOptions
            {
                DateOrder = parsed.GetValue(_dates),
                DecimalSign = parsed.GetValue(_decimals)?[0],
                Currency = parsed.GetValue(_currency)?.ToUpperInvariant(),
                Table = parsed.GetValue(_table),
                MaxBytes = UploadLimit.OfMegabytes(parsed.GetValue(_limit)).Bytes,
                Today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
            },
            parsed.GetValue(_compare) switch { "previous" => CompareMode.Previous, "last-year" => CompareMode.LastYear, _ => CompareMode.Whole },
            parsed.GetValue(_country)?.ToUpperInvariant());
    }

    private static string DefaultLocale => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Locales.French ? Locales.French : Locales.English;

    private static Option<string?> Known(string name, string description, params string[] values)
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}

/// <summary>One asking, with the texts to answer it in.</summary>
internal sealed record ExportRequest(PromptsFolder Prompts, Texts Texts, string Path, Voice Voice, bool Json, string? Chart, ReadOptions Options, CompareMode Compare, string? Country)
{
    /// <exception cref="StartRefused">No such file, or one that cannot be read; the sentence says why.</exception>
    public KpiTable Table()
    {
        if (!File.Exists(Path))
        {
            throw new StartRefused(Texts.Say(Voice, "readouts.no-such-file", ("path", Path)));
        }

        using var stream = File.OpenRead(Path);
        var read = TableReader.Create(KpiDictionary.Load(Prompts.Path)).Read(stream, System.IO.Path.GetFileName(Path), Options);
        return read.Table ?? throw new StartRefused(Texts.Say(Voice, read.Refusal!));
    }

    /// <exception cref="StartRefused">The file leaves so much in doubt that it has no total: the question is asked, with the option that answers it.</exception>
    public void RequireTotals(Readout readout)
    {
        if (readout.Metrics.Count > 0 && readout.Metrics.All(m => m.Total is null) && readout.Table.Questions.FirstOrDefault(q => q.Assumed is null) is { } open)
        {
            var question = Texts.Say(Voice, $"tables.question.{open.Code}", QuestionValues.Of(open with { Assumed = null }));
            throw new StartRefused($"{question} {Texts.Say(Voice, $"readouts.answer-by.{open.Code}")}");
        }
    }
}
