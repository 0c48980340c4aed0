using MentorBot.Channels.Terminal;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Tests.Conversations;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace MentorBot.Tests.Channels.Contract;

/// <summary>The terminal: a reader and a writer, once as a program reads it and once as a person sees it.</summary>
internal sealed class TerminalDriver(TestMentor mentor, KeptLog log) : ChannelDriver(mentor, log)
{
    private const string Words = "mes chiffres de mardi ne tiennent pas debout";

    public override string Channel => TerminalSender.Name;

    public static async Task<ChannelDriver> StartAsync()
    {
        var log = new KeptLog();
        var driver = new TerminalDriver(await TestMentor.StartAsync(TestDatabase.Sqlite, s => s.AddTransient<TerminalChat>().AddLogging(log.ListenTo)), log);
        await driver.ChatAsync("", rich: false);
        return driver;
    }

    /// <summary>As what came while nobody was there: that is shown at the next start.</summary>
    public override async Task<Shown> ShowAsync(Message message)
    {
        Mentor.Time.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(message, new Address(Channel, "local", Mentor.Person(Person).Id.ToString("N")), DeliveryClass.Nudge);
        IReadOnlyList<string> pieces = [await ChatAsync("", rich: false), await ChatAsync("", rich: true)];
        await ChatAsync("vu", rich: false);
        return new Shown(pieces, pieces[0], []);
    }

    public override string SignOf(MessagePart part) => part switch
    {
        FactsPart => $"Source  {EveryPart.Mark}",
        TablePart => "╭",
        ChoicesPart => $"  1  {EveryPart.Mark}",
        TextPart or ChartPart or WaterfallPart or IntervalPart or CurvePart or TornadoPart or FilePart or NoticePart => EveryPart.Mark,
        _ => throw Unknown(part),
    };

    public override async Task<IReadOnlyList<string>> LiveAsync()
    {
        await ChatAsync($"{Words}\nc'est quoi un CPM ?\n/file {Exports.Find("google-ads.fr.csv")}\n1\n", rich: false);
        return [Words];
    }

    public override async ValueTask DisposeAsync()
    {
        await Mentor.DisposeAsync();
        Log.Dispose();
    }

    private async Task<string> ChatAsync(string input, bool rich)
    {
        using var lines = new StringReader(input);
        await using var output = new StringWriter();
        var console = rich ? AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) }) : null;
        console?.Profile.Capabilities.Unicode = true;
        await Mentor.Get<TerminalChat>().RunAsync(Mentor.Person(Person), lines, new TerminalWriter(output, console), 50_000_000, TestMentor.Token);
        return output.ToString();
    }
}
