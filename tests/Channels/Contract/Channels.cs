using MentorBot.Deliveries;
using MentorBot.Tests.Conversations;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.Channels.Contract;

/// <summary>A reader and a writer in the hands of whoever runs the program: nobody calls it, nothing comes twice, no far side fails.</summary>
public sealed class In_the_terminal : ChannelContract
{
    private protected override Task<ChannelDriver> StartAsync() => TerminalDriver.StartAsync();

    private protected override Task<IWire> WireAsync(string person) => TerminalWire.StartAsync(TestDatabase.Sqlite, person);
}

/// <summary>Our own pages: a person's cookie stands for a signature and does not grow stale, what we say is never posted back, and the transcript is the wire.</summary>
public sealed class In_the_web_chat : RemoteChannelContract
{
    private protected override Task<ChannelDriver> StartAsync() => WebDriver.StartAsync();

    private protected override Task<IWire> WireAsync(string person) => WebWire.StartAsync(TestDatabase.Postgres, person);
}

/// <summary>Everything.</summary>
public sealed class In_Teams : SignedChannelContract
{
    private protected override Task<ChannelDriver> StartAsync() => BotFrameworkDriver.StartAsync();

    private protected override Task<IWire> WireAsync(string person) => BotFrameworkWire.StartAsync(TestDatabase.Sqlite, person);
}

public sealed class EveryChannelTests
{
    [Fact]
    public async Task Every_channel_of_the_service_has_its_contract()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var drivers = typeof(ChannelDriver).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ChannelDriver)) && !t.IsAbstract).Select(t => t.Name.Replace("Driver", "", StringComparison.Ordinal));
        var contracts = typeof(ChannelContract).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(ChannelContract)) && !t.IsAbstract);

        // A sender is called after its channel, and so is the driver.
        Assert.Equal(mentor.Services.GetServices<IChannelSender>().Select(s => s.GetType().Name.Replace("Sender", "", StringComparison.Ordinal)).Order(), drivers.Order());
        Assert.Equal(drivers.Count(), contracts);
    }
}
