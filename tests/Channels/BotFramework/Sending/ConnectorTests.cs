using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Channels.BotFramework.Sending;

/// <summary>The calls of facts/bot-framework.md 3.2 and 3.3.</summary>
public sealed class ConnectorTests
{
    private static readonly Activity Hello = new() { Type = ActivityTypes.Message, Text = "Ça va ? « 10 % »" };

    [Theory]
    [InlineData("19:abc@thread.tacv2;messageid=1612")]
    [InlineData("a/b?c=d#e%2F f")]
    [InlineData("..")]
    public async Task Every_id_is_encoded_so_that_it_stays_one_segment(string conversation)
    {
        await using var outbound = await Outbound.StartAsync();
        if (conversation == "..")
        {
            conversation = "19:../teams/x";
        }

        await outbound.Connector().SendAsync(outbound.ServiceUrl, conversation, "a/1", Hello, TestMentor.Token);

        Assert.Equal(["v3", "conversations", conversation, "activities", "a/1"], Assert.Single(outbound.Far.Calls).Path);
    }

    [Fact]
    public async Task The_service_url_may_end_in_a_slash_or_not()
    {
        await using var outbound = await Outbound.StartAsync();

        await outbound.Connector().SendAsync(outbound.ServiceUrl.TrimEnd('/'), Outbound.Chat, null, Hello, TestMentor.Token);
        await outbound.Connector().SendAsync(outbound.ServiceUrl, Outbound.Chat, null, Hello, TestMentor.Token);

        Assert.Equal(2, outbound.Far.Shown(Outbound.Chat).Count);
    }

    [Fact]
    public async Task The_body_says_its_length_is_camel_case_and_escapes_no_accents()
    {
        await using var outbound = await Outbound.StartAsync();

        await outbound.Connector().SendAsync(outbound.ServiceUrl, Outbound.Chat, null, Hello, TestMentor.Token);

        var call = Assert.Single(outbound.Far.Calls);
        Assert.Equal(call.Body.Length, call.ContentLength);
        Assert.Equal("""{"type":"message","text":"Ça va ? « 10 % »"}""", System.Text.Encoding.UTF8.GetString(call.Body));
    }

    [Fact]
    public async Task A_body_larger_than_its_first_buffer_arrives_whole()
    {
        await using var outbound = await Outbound.StartAsync();
        var text = string.Concat(Enumerable.Range(0, 6000).Select(i => (char)('a' + (i % 26))));

        await outbound.Connector().SendAsync(outbound.ServiceUrl, Outbound.Chat, null, Hello with { Text = text }, TestMentor.Token);

        Assert.Equal(text, Assert.Single(outbound.Far.Shown(Outbound.Chat)).Text);
    }

    [Fact]
    public async Task A_message_is_replaced_and_taken_back_by_its_id()
    {
        await using var outbound = await Outbound.StartAsync();
        var connector = outbound.Connector();
        var id = (await connector.SendAsync(outbound.ServiceUrl, Outbound.Chat, null, Hello, TestMentor.Token)).Resource!.Id!;

        Assert.True((await connector.UpdateAsync(outbound.ServiceUrl, Outbound.Chat, id, Hello with { Text = "done" }, TestMentor.Token)).IsSuccess);
        Assert.Equal("done", Assert.Single(outbound.Far.Shown(Outbound.Chat)).Text);

        Assert.True((await connector.DeleteAsync(outbound.ServiceUrl, Outbound.Chat, id, TestMentor.Token)).IsSuccess);
        Assert.Empty(outbound.Far.Shown(Outbound.Chat));
    }

    [Fact]
    public async Task A_thread_in_a_channel_is_opened_by_its_first_activity()
    {
        await using var outbound = await Outbound.StartAsync();

        var answer = await outbound.Connector().CreateConversationAsync(
            outbound.ServiceUrl,
            new ConversationParameters { IsGroup = true, ChannelData = new ChannelData { Channel = new IdOnly { Id = "19:offers@thread.tacv2" } }, Activity = Hello },
            TestMentor.Token);

        Assert.Equal($"19:offers@thread.tacv2;messageid={answer.Resource!.ActivityId}", answer.Resource.Id);
        Assert.Single(outbound.Far.Shown(answer.Resource.Id!));
    }

    [Fact]
    public async Task All_members_come_page_by_page()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Members = [.. Enumerable.Range(1, 450).Select(i => new ChannelAccount { Id = $"29:{i}" })];
        var members = new List<string?>();

        await foreach (var member in outbound.Connector().MembersAsync(outbound.ServiceUrl, "19:team@thread.tacv2", TestMentor.Token))
        {
            members.Add(member.Id);
        }

        Assert.Equal(outbound.Far.Members.Select(m => m.Id), members);
        Assert.Equal(3, outbound.Far.Calls.Count);
    }

    [Fact]
    public async Task One_member_is_found_by_either_id_or_is_not_there()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Members = [new ChannelAccount { Id = "29:lea", AadObjectId = "9f0c", Email = "lea@example.com" }];
        var connector = outbound.Connector();

        Assert.Equal("lea@example.com", (await connector.MemberAsync(outbound.ServiceUrl, Outbound.Chat, "9f0c", TestMentor.Token))?.Email);
        Assert.Null(await connector.MemberAsync(outbound.ServiceUrl, Outbound.Chat, "29:nobody", TestMentor.Token));
    }

    [Fact]
    public async Task A_team_and_its_channels_are_read()
    {
        await using var outbound = await Outbound.StartAsync();
        var connector = outbound.Connector();

        Assert.Equal("Marketing", (await connector.TeamAsync(outbound.ServiceUrl, "19:general@thread.tacv2", TestMentor.Token))?.Name);
        Assert.Equal(["19:general@thread.tacv2", "19:offers@thread.tacv2"], await connector.ChannelsAsync(outbound.ServiceUrl, "19:general@thread.tacv2", TestMentor.Token));
    }
}
