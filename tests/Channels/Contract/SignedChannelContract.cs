using System.Net;
using MentorBot.Deliveries;
using MentorBot.Messages;

namespace MentorBot.Tests.Channels.Contract;

/// <summary>What a channel owes besides that is somebody else's service.</summary>
public abstract class SignedChannelContract : RemoteChannelContract
{
    [Fact]
    public async Task What_was_signed_too_long_ago_is_refused_and_not_kept()
    {
        await using var channel = (SignedChannelDriver)await StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await channel.PostStaleAsync("bonjour"));
        Assert.Empty(await KeptAsync(channel));
    }

    [Fact]
    public async Task What_somebody_else_signed_is_refused_and_not_kept()
    {
        await using var channel = (SignedChannelDriver)await StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await channel.PostForgedAsync("bonjour"));
        Assert.Empty(await KeptAsync(channel));
    }

    [Fact]
    public async Task Our_own_message_is_taken_and_passed_over()
    {
        await using var channel = (SignedChannelDriver)await StartAsync();

        Assert.InRange((int)await channel.PostOwnAsync("bonjour"), 200, 299);
        Assert.Empty(await KeptAsync(channel));
    }

    [Fact]
    public async Task Every_error_of_the_far_side_becomes_a_later_try_or_a_reason_in_words()
    {
        await using var channel = (SignedChannelDriver)await StartAsync();
        var texts = channel.Mentor.Get<Texts>();
        Assert.NotEmpty(channel.Errors);

        foreach (var error in channel.Errors)
        {
            channel.Answer(error);
            var reply = await channel.AskAsync();

            Assert.Equal((error.Name, error.State, error.Reason, error.MayHaveArrived), (error.Name, reply.State, reply.Reason, reply.PossibleRepeat));
            if (reply.State == DeliveryState.Queued)
            {
                Assert.True(reply.DueAt > channel.Mentor.Time.GetUtcNow(), $"{error.Name} is tried again at once.");
            }

            foreach (var voice in (Voice[])[new(Locales.French, AddressForm.Tu), new(Locales.French, AddressForm.Vous), new(Locales.English, AddressForm.Vous)])
            {
                // What happened, and what to do.
                Assert.True(error.Reason is null || texts.Say(voice, $"deliveries.{error.Reason}").Split(['.', ';', ':']).Length >= 3, error.Name);
            }

            channel.Answer(null);
            channel.Mentor.Time.Advance(TimeSpan.FromMinutes(10));
            await channel.Mentor.SendDueAsync();
        }
    }
}
