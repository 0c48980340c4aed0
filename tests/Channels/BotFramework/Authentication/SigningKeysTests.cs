using MentorBot.Channels.BotFramework.Authentication;

namespace MentorBot.Tests.Channels.BotFramework.Authentication;

/// <summary>How long published keys are believed. facts/bot-framework.md 2.4.</summary>
public sealed class SigningKeysTests
{
    [Fact]
    public async Task Keys_are_read_once_for_many_tokens()
    {
        await using var gate = await Gate.OpenAsync();
        for (var i = 0; i < 20; i++)
        {
            Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
        }

        Assert.Equal(1, gate.Keys.Readings);
    }

    [Fact]
    public async Task Requests_that_come_together_share_one_reading()
    {
        await using var gate = await Gate.OpenAsync();
        gate.Keys.Held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var together = Enumerable.Range(0, 10).Select(_ => gate.RefusalAsync(gate.Token.SignedBy(Gate.First))).ToList();
        gate.Keys.Held.SetResult();

        Assert.All(await Task.WhenAll(together), Assert.Null);
        Assert.Equal(1, gate.Keys.Readings);
    }

    [Fact]
    public async Task Whoever_hangs_up_does_not_end_the_reading_for_the_others()
    {
        await using var gate = await Gate.OpenAsync();
        gate.Keys.Held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var hangsUp = new CancellationTokenSource();
        var first = gate.Verifier.VerifyAsync(gate.Token.SignedBy(Gate.First), hangsUp.Token).AsTask();
        var second = gate.RefusalAsync(gate.Token.SignedBy(Gate.First));
        await hangsUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.Keys.Held.SetResult();

        Assert.Null(await second);
    }

    [Fact]
    public async Task A_new_key_is_looked_for_at_once_but_not_again_within_five_minutes()
    {
        await using var gate = await Gate.OpenAsync();
        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
        gate.Keys.Keys = [Gate.Second];

        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.Second)));
        Assert.Equal(2, gate.Keys.Readings);
        Assert.Equal("unknown-key", await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
        Assert.Equal("unknown-key", await gate.RefusalAsync(gate.Token.SignedBy(Gate.Unendorsed)));
        Assert.Equal(2, gate.Keys.Readings);

        gate.Time.Advance(TimeSpan.FromMinutes(5));
        gate.Keys.Keys = [Gate.First];
        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
        Assert.Equal(3, gate.Keys.Readings);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_read_everyone_is_refused_and_then_no_longer()
    {
        await using var gate = await Gate.OpenAsync();
        gate.Keys.IsDown = true;
        Assert.Equal("no-keys", await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
        gate.Keys.IsDown = false;

        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
    }

    [Fact]
    public async Task A_document_without_a_usable_key_is_not_taken()
    {
        await using var gate = await Gate.OpenAsync();
        gate.Keys.Keys = [];

        Assert.Equal("no-keys", await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
    }

    [Fact]
    public async Task A_withdrawn_key_is_believed_for_a_day_at_most()
    {
        await using var gate = await Gate.OpenAsync();
        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
        gate.Keys.Keys = [Gate.Second];
        gate.Time.Advance(TimeSpan.FromHours(24));

        Assert.Equal("unknown-key", await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.Second)));
    }

    [Fact]
    public async Task After_half_a_day_keys_are_read_behind_the_requests()
    {
        await using var gate = await Gate.OpenAsync();
        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
        gate.Keys.Held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gate.Time.Advance(TimeSpan.FromHours(12));

        // Answered from the known keys although the new reading is held back.
        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
        gate.Keys.Keys = [Gate.Second];
        gate.Keys.Held.SetResult();

        // An unknown key joins the reading that is under way, or asks for its own; either way it is found.
        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.Second)));
    }

    [Fact]
    public async Task A_failed_reading_leaves_the_known_keys_but_not_for_ever()
    {
        await using var gate = await Gate.OpenAsync();
        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
        gate.Keys.IsDown = true;
        gate.Time.Advance(TimeSpan.FromDays(4));
        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
        gate.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal("no-keys", await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
    }
}
