using MentorBot.Language;
using MentorBot.People;
using MentorBot.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MentorBot.Coaching;

internal static class CoachingModule
{
    public static IServiceCollection AddCoaching(this IServiceCollection services)
    {
        services.TryAddSingleton<FlowCatalog>();
        services.TryAddSingleton<StepKinds>();
        services.TryAddSingleton<FlowEngine>();
        services.TryAddSingleton<FlowPlay>();
        services.TryAddSingleton<FlowLint>();
        services.TryAddSingleton<Missions>();
        services.TryAddSingleton<Examples>();
        services.AddStepKind<SayKind>().AddStepKind<AskKind>().AddStepKind<ComputeKind>().AddStepKind<BranchKind>().AddStepKind<WaitKind>().AddStepKind<ConfirmKind>()
            .AddStepKind<EscalateKind>().AddStepKind<CloseKind>().AddStepKind<ObjectiveKind>().AddStepKind<JournalKind>().AddStepKind<RecapKind>().AddStepKind<ForgetKind>();
        services.AddSingleton<IVocabulary, FlowVocabulary>();
        services.AddIntent<PressChoice>().AddIntent<PressMission>().AddIntent<PressLanguage>().AddIntent<PressPrivate>().AddIntent<PressFollowUp>().AddIntent<ShareDecision>().AddIntent<TeamDecisions>().AddIntent<DistressStop>().AddIntent<FollowLanguage>().AddIntent<TellLapsed>()
            .AddIntent<ChooseVoice>().AddIntent<SpeakFirst>().AddIntent<FlowCommands>().AddIntent<SmallTalk>().AddIntent<AnswerOpenFlow>().AddIntent<AnswerFollowUp>()
            .AddIntent<StartMission>().AddIntent<InPublic>().AddIntent<Fallback>().AddIntent<KeepFeedback>();
        services.AddSingleton<IPersonalRows, PersonalRuns>();
        services.AddSingleton<IClock, FollowUpClock>().AddSingleton<IClock, FlowRunClock>();
        return services;
    }

    /// <summary>A room plugs in what its steps can do.</summary>
    public static IServiceCollection AddStepKind<T>(this IServiceCollection services)
        where T : class, IStepKind => services.AddSingleton<IStepKind, T>();

    public static IServiceCollection AddIntent<T>(this IServiceCollection services)
        where T : class, IIntent => services.AddSingleton<IIntent, T>();
}
