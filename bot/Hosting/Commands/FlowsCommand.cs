using System.CommandLine;
using MentorBot.Campaigns;
using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Offers;
using MentorBot.Readouts;
using MentorBot.Storage;
using MentorBot.Tables;
using Microsoft.AspNetCore.DataProtection;

namespace MentorBot.Hosting.Commands;

/// <summary>Checks what the flows and texts say. Needs no configuration, roster or database.</summary>
internal static class FlowsCommand
{
    public static Command Create()
    {
        var lint = new Command("lint", "Check every flow and text: file, step, what is wrong, how to fix it.");
        lint.SetAction(_ => Lint());
        return new Command("flows", "The guided missions.") { lint };
    }

    /// <summary>The lint over every kind that the rooms plug in; nothing it holds is ever opened.</summary>
    internal static FlowLint LintOf(PromptsFolder prompts)
    {
        var services = new ServiceCollection();
        services.AddSingleton(prompts).AddSingleton(Texts.Load(prompts.Path)).AddSingleton(TimeProvider.System);
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton(_ => Database.Sqlite("unused")).AddSingleton<Ids>().AddSingleton<FileStore>();
        services.AddCoaching().AddReadouts(new UploadOptions()).AddOffers().AddCampaigns();
        return services.BuildServiceProvider().GetRequiredService<FlowLint>();
    }

    private static int Lint()
    {
        var prompts = PromptsFolder.BesideTheBinary;
        var problems = LintOf(prompts).Check(prompts.Path);
        if (problems.Count > 0)
        {
            throw new StartRefused(string.Join(Environment.NewLine, problems));
        }

        Console.Out.WriteLine("Every flow and text is fine.");
        return CommandLine.Fine;
    }
}
