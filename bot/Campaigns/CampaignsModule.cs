using MentorBot.Coaching;

namespace MentorBot.Campaigns;

internal static class CampaignsModule
{
    /// <summary>What the campaign missions' own steps can do. Tables are read by the readouts' <c>table</c> step.</summary>
    public static IServiceCollection AddCampaigns(this IServiceCollection services) =>
        services.AddStepKind<BeforePlanKind>().AddStepKind<BeforeWorthKind>().AddStepKind<BeforeRatesKind>().AddStepKind<BeforeMentionsKind>().AddStepKind<BeforeQuoteKind>()
            .AddStepKind<BeforeForecastKind>().AddStepKind<BeforeSignalsKind>().AddStepKind<BeforeVerdictKind>();
}
