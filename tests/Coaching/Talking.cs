using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Tests.Drivers;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Coaching;

/// <summary>One person talking to the whole service on the web channel, a message at a time.</summary>
internal sealed class Talking(TestMentor mentor, string key)
{
    private long _seen;
    private int _sent;

    public PersonCard Card => mentor.Person(key);

    /// <summary>What was said in answer to the last thing sent.</summary>
    public IReadOnlyList<Message> Said { get; private set; } = [];

    public string Text => string.Join("\n---\n", Said.Select(m => m.ToPlainText()));

    public ChoicesPart Buttons => Said.SelectMany(m => m.Parts).OfType<ChoicesPart>().Last();

    public static async Task<Talking> StartAsync(TestMentor mentor, string key, string? locale = null, string? form = null)
    {
        await using var db = mentor.Database.Open();
        var person = await db.Set<Person>().SingleAsync(p => p.Key == key, TestMentor.Token);
        (person.ChosenLocale, person.ChosenForm, person.AskedLocale) = (locale, form, locale is not null);
        await db.SaveChangesAsync(TestMentor.Token);
        return new Talking(mentor, key);
    }

    public Task<string> TypeAsync(string text) => SendAsync(new TextContent(text));

    public Task<string> OpenAsync() => SendAsync(new OpenedContent());

    public Task<string> PressAsync(string label) =>
        Buttons.Choices.FirstOrDefault(c => c.Label.StartsWith(label, StringComparison.Ordinal)) is { } choice
            ? PressAsync(Buttons, choice)
            : throw new InvalidOperationException($"No button '{label}' in: {string.Join(", ", Buttons.Choices.Select(c => c.Label))}");

    public Task<string> PressAsync(ChoicesPart part, Choice choice) => SendAsync(new ChoiceContent(part.Target, part.Version, part.Nonce, [choice.Value], choice.Label));

    public Task<string> FileAsync(string path) => FileAsync(Path.GetFileName(path), File.ReadAllBytes(path));

    public async Task<string> FileAsync(string name, byte[] bytes)
    {
        var file = await mentor.Get<FileStore>().SaveAsync(Card.OrganisationId, Card.Id, name, "text/csv", new MemoryStream(bytes), bytes.Length, TimeSpan.FromDays(30), TestMentor.Token);
        return await SendAsync(new FileContent(file!.Id, name, "text/csv", bytes.Length));
    }

    /// <summary>What came by itself since.</summary>
    public async Task<string> ListenAsync()
    {
        await using var db = mentor.Database.Open();
        var rows = await db.Set<Delivery>().AsNoTracking().Where(d => d.PersonId == Card.Id && d.Seq > _seen).OrderBy(d => d.Seq).ToListAsync(TestMentor.Token);
        _seen = rows.Count > 0 ? rows[^1].Seq : _seen;
        Said = [.. rows.Select(r => r.Message)];
        return Text;
    }

    private async Task<string> SendAsync(InboundContent content)
    {
        var id = Card.Id.ToString("N");
        Assert.True((await mentor.Get<Inbox>().AcceptAsync(new Arrival(new Address("web", "local", id), $"{key}:{++_sent}", id, content, Card.Id), TestMentor.Token)).IsNew);
        await mentor.RunTurnsAsync();
        return await ListenAsync();
    }
}
