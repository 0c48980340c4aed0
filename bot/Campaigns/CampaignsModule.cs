using MentorBot.Coaching;
using MentorBot.Readouts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MentorBot.Campaigns;

internal static class CampaignsModule
{
    /// <summary>What the campaign missions' own steps can do. Tables are read by the readouts' <c>table</c> step.</summary>
    public static IServiceCollection AddCampaigns(this IServiceCollection services)
    {
        services.TryAddSingleton<TableKind>();
        return services.AddStepKind<OpeningKind>().AddStepKind<CampaignFileKind>().AddStepKind<BreakEvenKind>().AddStepKind<CampaignReadingKind>().AddStepKind<LiftQuestionKind>().AddStepKind<LiftResultKind>()
            .AddStepKind<ScepticKind>().AddStepKind<ScepticVerdictKind>().AddStepKind<CampaignDecisionKind>()
            .AddStepKind<BeforePlanKind>().AddStepKind<BeforeWorthKind>().AddStepKind<BeforeRatesKind>().AddStepKind<BeforeMentionsKind>().AddStepKind<BeforeQuoteKind>()
            .AddStepKind<BeforeForecastKind>().AddStepKind<BeforeSignalsKind>().AddStepKind<BeforeVerdictKind>();
    }
}
