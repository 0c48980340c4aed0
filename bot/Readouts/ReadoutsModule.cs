using MentorBot.Coaching;
using MentorBot.Kpis;
using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Tables;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MentorBot.Readouts;

internal static class ReadoutsModule
{
    public static IServiceCollection AddReadouts(this IServiceCollection services, UploadOptions uploads)
    {
        services.TryAddSingleton(uploads.ToLimit());
        services.TryAddSingleton(p => KpiDictionary.Load(p.GetRequiredService<PromptsFolder>().Path));
        services.TryAddSingleton(p => TableReader.Create(p.GetRequiredService<KpiDictionary>()));
        services.TryAddSingleton<Material>();
        services.TryAddSingleton<ColumnMeanings>();
        services.TryAddSingleton<NotedEvents>();
        services.TryAddSingleton<PastReadings>();
        services.TryAddSingleton<ReadingDesk>();
        services.TryAddSingleton<ColumnQuestion>();
        services.AddStepKind<TableKind>().AddStepKind<ReadingKind>().AddStepKind<NoteKind>().AddStepKind<ColumnKind>();
        services.AddSingleton<IVocabulary, KpiVocabulary>();
        return services.AddIntent<StartFromMaterial>().AddIntent<TryExample>().AddIntent<DefineKpi>().AddIntent<NoteEvent>();
    }
}
