using MentorBot.Messages;
using Spectre.Console;

namespace MentorBot.Channels.Terminal;

/// <summary>Writes messages: plain with one blank line between them where the output is read by a program or kept, with tables where a person reads it.</summary>
internal sealed class TerminalWriter(TextWriter output, IAnsiConsole? console)
{
    private bool _first = true;

    public async Task WriteAsync(Message message)
    {
        if (!_first)
        {
            await output.WriteLineAsync();
        }

        _first = false;
        foreach (var part in message.Parts)
        {
            if (console is not null)
            {
                console.Write(Rich(part));
                console.WriteLine();
            }
        }

        if (console is null)
        {
            WritePlain(output, message);
        }

        await output.FlushAsync();
    }

    /// <summary>One part a line or more; no colour, no frame.</summary>
    public static void WritePlain(TextWriter output, Message message)
    {
        foreach (var part in message.Parts)
        {
            output.WriteLine(part.ToPlainText());
        }
    }

    public async Task WriteLineAsync(string line)
    {
        await output.WriteLineAsync(line);
        await output.FlushAsync();
    }

    private static Spectre.Console.Rendering.IRenderable Rich(MessagePart part) => part switch
    {
        TablePart table => RichTable(table),
        FactsPart facts => new Rows(facts.Facts.Select(f => new Markup($"[grey]{Markup.Escape(f.Label)}[/]  {Markup.Escape(f.Value)}"))),
        ChoicesPart choices => new Rows(choices.Choices.Select((c, i) => new Markup($"  [blue]{i + 1}[/]  {Markup.Escape(c.Label)}"))),
        NoticePart notice => new Markup($"[{(notice.Tone == NoticeTone.Info ? "grey" : "yellow")}]{Markup.Escape(notice.ToPlainText())}[/]"),
        ChartPart or WaterfallPart or IntervalPart or CurvePart or TornadoPart => new Markup($"[grey]{Markup.Escape(part.ToPlainText())}[/]"),
        _ => new Text(part.ToPlainText()),
    };

    private static Table RichTable(TablePart part)
    {
        var table = new Table().RoundedBorder();
        for (var i = 0; i < part.Columns.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(part.Columns[i]));
            table.AddColumn(part.Numeric[i] ? column.RightAligned() : column);
        }

        foreach (var row in part.Rows)
        {
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        return table;
    }
}
