using MentorBot.Coaching;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MentorBot.Offers;

internal static class OffersModule
{
    /// <summary>Needs what reads tables, which <c>AddReadouts</c> registers.</summary>
    public static IServiceCollection AddOffers(this IServiceCollection services)
    {
        services.TryAddSingleton<OfferTests>();
        services.TryAddSingleton<ReadingParts>();
        services.TryAddSingleton<TestDesk>();
        services.TryAddSingleton<MeanReport>();
        return services.AddStepKind<HypothesisKind>().AddStepKind<BaselineKind>().AddStepKind<TrafficKind>().AddStepKind<EffectKind>().AddStepKind<PlanKind>().AddStepKind<KeepTestKind>().AddStepKind<DueKind>()
            .AddStepKind<PickTestKind>().AddStepKind<DataKind>().AddStepKind<DaysKind>().AddStepKind<OwnKind>().AddStepKind<OfferReadingKind>().AddStepKind<SeriesKind>().AddStepKind<ResultKind>()
            .AddStepKind<MarginKind>().AddStepKind<GuardrailsKind>().AddStepKind<GuardrailReadingKind>().AddStepKind<MoveTestKind>();
    }
}
