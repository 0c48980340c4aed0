using System.Collections.Concurrent;
using MentorBot.Messages;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>The flows of this build, and the older versions that open runs still follow.</summary>
internal sealed class FlowCatalog
{
    private readonly ConcurrentDictionary<(string Id, string Version), Flow> _versions = new();

    /// <exception cref="InvalidDataException">A flow's files cannot be read; names the flow, the file and the line.</exception>
    public FlowCatalog(PromptsFolder prompts)
    {
        var folder = Path.Combine(prompts.Path, "flows");
        All = Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Select(d => FlowReader.Read(FlowSource.ReadFolder(d))).OrderBy(f => f.Order).ThenBy(f => f.Id, StringComparer.Ordinal)]
            : [];
        foreach (var flow in All)
        {
            _versions[(flow.Id, flow.Version)] = flow;
        }
    }

    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<Flow> All { get; }

    public Flow? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    public Flow? ByMission(string mission) => All.FirstOrDefault(f => f.Mission == mission);

    public IReadOnlyList<Flow> OfMission(string mission) => [.. All.Where(f => f.Mission == mission)];

    /// <exception cref="InvalidOperationException">A run names a version that was never kept.</exception>
    public async ValueTask<Flow> OfRunAsync(BotDb db, FlowRun run, CancellationToken cancellationToken)
    {
        if (_versions.TryGetValue((run.FlowId, run.FlowVersion), out var known))
        {
            return known;
        }

        var kept = await db.Set<FlowVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.FlowId == run.FlowId && v.Hash == run.FlowVersion, cancellationToken)
            ?? throw new InvalidOperationException($"Version {run.FlowVersion} of the flow {run.FlowId} was not kept.");
        return _versions.GetOrAdd((run.FlowId, run.FlowVersion), FlowReader.Read(FlowSource.FromJson(kept.Source)));
    }

    /// <summary>Keeps this version with the caller's commit. A race with another first run of it is a duplicate key, and the turn is run again.</summary>
    public static async ValueTask KeepAsync(BotDb db, Flow flow, CancellationToken cancellationToken)
    {
        if (!await db.Set<FlowVersion>().AnyAsync(v => v.FlowId == flow.Id && v.Hash == flow.Version, cancellationToken))
        {
            db.Add(new FlowVersion { FlowId = flow.Id, Hash = flow.Version, Source = flow.Source.ToJson() });
        }
    }
}
