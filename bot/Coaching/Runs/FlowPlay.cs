using MentorBot.Messages;
using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Coaching;

/// <summary>Plays a person's flow within a turn: finds the run, lets the engine move it, and puts what came of it into the turn's commit.</summary>
internal sealed class FlowPlay(FlowCatalog catalog, FlowEngine engine)
{
    /// <summary>The run that a message may be for: the open one, else the one that was paused last.</summary>
    public static async ValueTask<FlowRun?> FindOpenAsync(Turn turn, CancellationToken cancellationToken)
    {
        var runs = await turn.Db.Set<FlowRun>()
            .Where(r => r.PersonId == turn.Person.Id && (r.Phase == RunPhase.Open || r.Phase == RunPhase.Paused))
            .OrderByDescending(r => r.UpdatedAt).Take(20).ToListAsync(cancellationToken);
        return runs.Find(r => r.Phase == RunPhase.Open) ?? runs.FirstOrDefault();
    }

    public static ValueTask<FlowRun?> FindAsync(Turn turn, Guid runId, CancellationToken cancellationToken) =>
        new(turn.Db.Set<FlowRun>().FirstOrDefaultAsync(r => r.Id == runId && r.PersonId == turn.Person.Id, cancellationToken));

    /// <summary>Starts a flow; one that is open is set aside and can be resumed.</summary>
    /// <param name="first">An answer that came before the first question; null asks it.</param>
    public async ValueTask StartAsync(Turn turn, Flow flow, FlowInput? first, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(turn, cancellationToken) is { Phase: RunPhase.Open } open)
        {
            // The same flow begun again replaces the old run; another flow can still be resumed.
            open.MoveTo(open.State with { Phase = open.FlowId == flow.Id ? RunPhase.Cancelled : RunPhase.Paused, Pending = null }, turn.Now);
        }

        var run = new FlowRun
        {
            Id = turn.NewId(),
            OrganisationId = turn.Organisation.Id,
            PersonId = turn.Person.Id,
            FlowId = flow.Id,
            FlowVersion = flow.Version,
            StartedAt = turn.Now,
        };
        turn.Db.Add(run);
        await FlowCatalog.KeepAsync(turn.Db, flow, cancellationToken);
        await CommitAsync(turn, run, await engine.StartAsync(flow, TalkOf(turn, run), first, cancellationToken), cancellationToken);
    }

    public async ValueTask HandleAsync(Turn turn, FlowRun run, FlowInput input, CancellationToken cancellationToken)
    {
        var flow = await catalog.OfRunAsync(turn.Db, run, cancellationToken);
        await CommitAsync(turn, run, await engine.HandleAsync(flow, run.State, input, TalkOf(turn, run), cancellationToken), cancellationToken);
    }

    /// <summary>After a digression: the question that is open, once more. Does nothing when there is none.</summary>
    public async ValueTask RepeatQuestionAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(turn, cancellationToken) is { Phase: RunPhase.Open } run)
        {
            await HandleAsync(turn, run, new FlowInput.Command(Language.Gesture.Repeat, ""), cancellationToken);
        }
    }

    public async ValueTask<bool> TakesFileAsync(Turn turn, FlowRun run, CancellationToken cancellationToken) =>
        engine.TakesFile(await catalog.OfRunAsync(turn.Db, run, cancellationToken), run.State);

    public async ValueTask<bool> TakesWordsAsync(Turn turn, FlowRun run, CancellationToken cancellationToken) =>
        engine.TakesWords(await catalog.OfRunAsync(turn.Db, run, cancellationToken), run.State);

    /// <summary>True when what was typed is exactly a button of the open question, whatever else it could mean.</summary>
    /// <param name="loosely">Its first words are enough.</param>
    public async ValueTask<bool> OffersAsync(Turn turn, FlowRun run, bool loosely, CancellationToken cancellationToken) =>
        turn.Text is { } text && engine.Offers(await catalog.OfRunAsync(turn.Db, run, cancellationToken), run.State, TalkOf(turn, run), text, loosely);

    /// <summary>Sets a run aside without a word.</summary>
    public static void Pause(Turn turn, FlowRun run) => run.MoveTo(run.State with { Phase = RunPhase.Paused, Pending = null }, turn.Now);

    private static FlowTalk TalkOf(Turn turn, FlowRun run) =>
        new(turn.Voice, turn.Now, People.PersonVoice.ZoneIn(turn.Person, turn.Organisation), turn.Organisation.Id, turn.Person.Id, run.Id, turn.EventId, turn.Person.Name, turn.Person.Country ?? turn.Organisation.Country);

    private static async ValueTask CommitAsync(Turn turn, FlowRun run, FlowMove move, CancellationToken cancellationToken)
    {
        run.MoveTo(move.State, turn.Now);
        turn.Db.AddRange(move.Added);
        foreach (var id in move.Released)
        {
            // In the same commit as the reading, its bytes with it.
            if (await turn.Db.Set<StoredFile>().FirstOrDefaultAsync(f => f.Id == id, cancellationToken) is { } file)
            {
                turn.Db.Remove(file);
            }
        }

        if (move.WordsInstead is { } instead)
        {
            turn.WithdrawText(instead);
        }

        foreach (var parts in move.Messages)
        {
            turn.Say(parts);
        }
    }
}
