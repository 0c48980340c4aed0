using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Channels.Terminal;

/// <summary>One person's talk on standard input and output. Every line goes through the same inbox and turns as on any channel.</summary>
internal sealed class TerminalChat(Database database, Inbox inbox, InboxQueries queries, TurnRunner turns, FileStore files, Texts texts, PeopleDirectory people, TimeProvider time, Ids ids)
{
    private static readonly TimeSpan KeepUploads = TimeSpan.FromDays(30);

    private long _shown;
    private ChoicesPart? _choices;

    /// <param name="maxUploadBytes">Above it a file is named to the mentor but not kept.</param>
    public async Task RunAsync(PersonCard person, TextReader input, TerminalWriter output, long maxUploadBytes, CancellationToken cancellationToken)
    {
        var address = new Address(TerminalSender.Name, "local", person.Id.ToString("N"));
        await StartAsync(person, address, cancellationToken);
        await SettleAsync(person, address, output, cancellationToken);
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Trim().Length == 0)
            {
                continue;
            }

            if (await ContentAsync(person, line.Trim(), output, maxUploadBytes, cancellationToken) is { } content)
            {
                await AcceptAsync(person, address, content, $"line:{ids.Next():N}", cancellationToken);
                await SettleAsync(person, address, output, cancellationToken);
            }
        }
    }

    /// <summary>The mentor speaks first the first time; later, only what came meanwhile is shown.</summary>
    private async Task StartAsync(PersonCard person, Address address, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var last = await db.Set<InboundEvent>().Where(e => e.Channel == address.Channel && e.Conversation == address.Conversation)
            .OrderByDescending(e => e.Seq).Select(e => (DateTimeOffset?)e.ReceivedAt).FirstOrDefaultAsync(cancellationToken);
        if (last is { } at)
        {
            _shown = await Sent(db, address).Where(d => d.Class == DeliveryClass.Reply || d.SentAt <= at).MaxAsync(d => (long?)d.Seq, cancellationToken) ?? 0;
            var open = await Sent(db, address).Where(d => d.Seq <= _shown).OrderByDescending(d => d.Seq).FirstOrDefaultAsync(cancellationToken);
            _choices = open?.Message.Parts.OfType<ChoicesPart>().LastOrDefault();
        }
        else
        {
            await AcceptAsync(person, address, new OpenedContent(), "opened", cancellationToken);
        }
    }

    private Task AcceptAsync(PersonCard person, Address address, InboundContent content, string key, CancellationToken cancellationToken) =>
        inbox.AcceptAsync(new Arrival(address, $"{person.Id:N}:{key}", person.Key, content, person.Id, At: time.GetUtcNow()), cancellationToken);

    /// <summary>Handles this person's events (another instance may do it first) and shows what came of them.</summary>
    private async Task SettleAsync(PersonCard person, Address address, TerminalWriter output, CancellationToken cancellationToken)
    {
        var lane = person.Id.ToString("N");
        await queries.TakeOverAsync(cancellationToken);
        do
        {
            while (await turns.RunNextAsync(lane, cancellationToken))
            {
                await ShowAsync(address, output, cancellationToken);
            }

            if (!await queries.HasOpenAsync(lane, cancellationToken))
            {
                break;
            }

            // Another instance has the event in its hands.
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
        }
        while (true);

        await ShowAsync(address, output, cancellationToken);
    }

    private async Task ShowAsync(Address address, TerminalWriter output, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        foreach (var delivery in await Sent(db, address).Where(d => d.Seq > _shown).OrderBy(d => d.Seq).ToListAsync(cancellationToken))
        {
            var message = delivery.Message;
            _shown = delivery.Seq;
            _choices = message.Parts.OfType<ChoicesPart>().LastOrDefault() ?? _choices;
            await output.WriteAsync(message);
        }
    }

    private async Task<InboundContent?> ContentAsync(PersonCard person, string line, TerminalWriter output, long maxUploadBytes, CancellationToken cancellationToken)
    {
        if (line.StartsWith("/file ", StringComparison.Ordinal))
        {
            return await FileAsync(person, line[6..].Trim().Trim('"', '\''), output, maxUploadBytes, cancellationToken);
        }

        return TypedChoice.Find(_choices, line) is { } choice
            ? new ChoiceContent(_choices!.Target, _choices.Version, _choices.Nonce, [choice.Value], choice.Label)
            : new TextContent(line);
    }

    private async Task<FileContent?> FileAsync(PersonCard person, string path, TerminalWriter output, long maxUploadBytes, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            var voice = new Voice(people.Organisation(person.OrganisationId).Locale, AddressForm.Vous);
            await output.WriteLineAsync(texts.Say(voice, "terminal.no-such-file", ("path", path)));
            return null;
        }

        var length = new FileInfo(path).Length;
        if (length > maxUploadBytes)
        {
            return new FileContent(null, name, "application/octet-stream", length);
        }

        await using var stream = File.OpenRead(path);
        var kept = await files.SaveAsync(person.OrganisationId, person.Id, name, "application/octet-stream", stream, maxUploadBytes, KeepUploads, cancellationToken);
        return new FileContent(kept?.Id, name, "application/octet-stream", length);
    }

    private static IQueryable<Delivery> Sent(BotDb db, Address address) =>
        db.Set<Delivery>().AsNoTracking().Where(d => d.Channel == address.Channel && d.Conversation == address.Conversation && d.State == DeliveryState.Sent);
}
