using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Tests.Conversations;
using MentorBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Channels.Contract;

/// <summary>
/// What every channel owes to those who talk on it. The rows are cut by what a channel has: this class is for all, <see cref="RemoteChannelContract"/> for those
/// that are called over HTTP, <see cref="SignedChannelContract"/> for those of somebody else. A new channel derives from the last one that fits and brings a driver.
/// </summary>
public abstract class ChannelContract
{
    private protected static CancellationToken Token => TestMentor.Token;

    private protected abstract Task<ChannelDriver> StartAsync();

    private protected abstract Task<IWire> WireAsync(string person);

    [Theory]
    [MemberData(nameof(Talks.All), MemberType = typeof(Talks))]
    public Task The_talk_goes_as_written(string talk) => Talks.RunAsync(talk, WireAsync);

    [Fact]
    public async Task Every_kind_of_part_is_drawn()
    {
        await using var channel = await StartAsync();
        Assert.Equal(EveryPart.Kinds.Select(k => k.Name).Order(), EveryPart.Usual.Select(p => p.GetType().Name).Order());

        foreach (var part in EveryPart.Usual)
        {
            var shown = await channel.ShowAsync(Message.Of("fr", part));

            Assert.Equal([], shown.Breaches);
            Assert.True(shown.Read.Contains(EveryPart.Mark, StringComparison.Ordinal), $"{part.GetType().Name} is not read: {shown.Read}");
            Assert.True(shown.Pieces.Any(p => p.Contains(channel.SignOf(part), StringComparison.Ordinal)), $"{part.GetType().Name} is not drawn: {string.Join("\n", shown.Pieces)}");
        }
    }

    [Fact]
    public async Task Every_part_stays_within_the_limits_however_long_it_is()
    {
        await using var channel = await StartAsync();

        foreach (var part in EveryPart.Long)
        {
            var shown = await channel.ShowAsync(Message.Of("fr", part));

            Assert.Equal([], shown.Breaches);
            Assert.NotEmpty(shown.Pieces);
        }
    }

    [Fact]
    public async Task Neither_tokens_nor_secrets_nor_anybodys_words_are_logged_not_even_at_the_finest_level()
    {
        await using var channel = await StartAsync();

        var secrets = await channel.LiveAsync();

        await using var db = channel.Mentor.Database.Open();
        var said = (await db.Set<Delivery>().AsNoTracking().ToListAsync(Token)).SelectMany(d => d.Message.ToPlainText().Split('\n')).Where(l => l.Length > 15).ToList();
        Assert.NotEmpty(said);
        Assert.NotEmpty(channel.Log.Lines);
        foreach (var secret in secrets.Concat(said).Distinct())
        {
            Assert.DoesNotContain(channel.Log.Lines, l => l.Line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
