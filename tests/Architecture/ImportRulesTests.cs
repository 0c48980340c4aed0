using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace MentorBot.Tests.Architecture;

/// <summary>Who may import whom, as an allow-list; method bodies, lambdas and async methods are seen too.</summary>
public sealed class ImportRulesTests
{
    private static readonly string[] Ground = ["Messages", "Storage", "People"];
    private static readonly string[] AsCoaching = ["Turns", "Deliveries", .. Ground, "Language", "Pages"];
    private static readonly string[] AsReadouts = [.. AsCoaching, "Coaching", "Statistics", "Kpis", "Tables", "Charts"];
    private static readonly string[] AsChannels = [.. Ground, "Turns", "Deliveries", "Charts"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Messages"] = [],
        ["Storage"] = [],
        ["Statistics"] = [],
        ["People"] = ["Messages", "Storage"],
        ["Kpis"] = Ground,
        ["Tables"] = ["Messages", "Storage", "Kpis"],
        ["Charts"] = ["Messages"],
        ["Language"] = Ground,
        ["Deliveries"] = Ground,
        ["Turns"] = [.. Ground, "Deliveries", "Language"],
        ["Pages"] = ["Messages", "People", "Charts"],
        ["Coaching"] = AsCoaching,
        ["Readouts"] = AsReadouts,
        ["Offers"] = AsReadouts,
        ["Campaigns"] = [.. AsReadouts, "Readouts"],
        ["Channels.Web"] = [.. AsChannels, "Pages"],
        ["Channels.Terminal"] = AsChannels,
        ["Channels.BotFramework"] = AsChannels,
    };

    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssembly(typeof(MentorBot.Hosting.CommandLine).Assembly).Build();

    [Fact]
    public void Every_room_uses_only_the_rooms_it_may()
    {
        var forbidden =
            from type in Code.Types
            let room = RoomOf(type)
            where room is not null && room != "Hosting"
            from dependency in type.Dependencies
            let used = RoomOf(dependency.Target)
            where used is not null && used != room && !MayUse.GetValueOrDefault(room, []).Contains(used)
            select $"{type.FullName} uses {dependency.Target.FullName}: {room} may not use {used}";

        Assert.Empty(forbidden.Distinct().Order());
    }

    [Fact]
    public void Every_folder_of_the_house_has_its_rule()
    {
        var rooms = Code.Types.Select(RoomOf).OfType<string>().Distinct().Except(["Hosting"]);

        Assert.Empty(rooms.Except(MayUse.Keys));
    }

    [Fact]
    public void The_rules_see_inside_method_bodies()
    {
        // TurnRunner names the outbox's Delivery rows nowhere in its signatures' bodies but calls Outbox inside an async method.
        var runner = Code.Types.Single(t => t.FullName == "MentorBot.Turns.TurnRunner");

        Assert.Contains(runner.Dependencies, d => d.Target.FullName == "MentorBot.Storage.Signals");
        Assert.Contains(runner.Dependencies, d => d.Target.FullName == "MentorBot.Messages.Message");
    }

    /// <returns>Null for what is not ours and for generated code at the root.</returns>
    private static string? RoomOf(IType type)
    {
        var parts = type.FullName.Split('.', '+', '/');
        return parts switch
        {
            ["MentorBot", "Channels", var channel, _, ..] => $"Channels.{channel}",
            ["MentorBot", "Storage", "Migrations", ..] => null,
            ["MentorBot", "Components" or "_Imports", ..] => null,
            ["MentorBot", var room, _, ..] => room,
            _ => null,
        };
    }
}
