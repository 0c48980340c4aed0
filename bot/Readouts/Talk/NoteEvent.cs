using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Readouts;

/// <summary>"note : passage TV le 12 octobre", at any time, also in the middle of a flow; "oublie : passage TV" takes it back. The question that was open is asked again.</summary>
internal sealed class NoteEvent(FlowPlay play, Texts texts) : IIntent
{
    public Stage Stage => Stage.Command;

    public int Order => -10;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Text is not { } text)
        {
            return false;
        }

        if (After(turn.Voice, text, "reading.event.note-words") is { } note)
        {
            Note(turn, note);
        }
        else if (After(turn.Voice, text, "reading.event.forget-words") is { } words)
        {
            await ForgetAsync(turn, words, cancellationToken);
        }
        else
        {
            return false;
        }

        await play.RepeatQuestionAsync(turn, cancellationToken);
        return true;
    }

    private static void Note(Turn turn, string note)
    {
        if (EventWords.Read(note, turn.Voice.Locale, turn.Today) is not { } read)
        {
            turn.Say(turn.T("reading.event.which-day"));
            return;
        }

        turn.Db.Add(new NotedEvent
        {
            Id = turn.NewId(),
            OrganisationId = turn.Organisation.Id,
            PersonId = turn.Person.Id,
            From = read.From,
            To = read.To,
            Words = read.Words,
            CreatedAt = turn.Now,
        });
        turn.Say(turn.T("reading.event.noted", ("words", read.Words), ("from", read.From), ("to", read.To), ("several", read.From != read.To)));
    }

    private static async ValueTask ForgetAsync(Turn turn, string words, CancellationToken cancellationToken)
    {
        var mine = await turn.Db.Set<NotedEvent>().Where(e => e.PersonId == turn.Person.Id).OrderByDescending(e => e.CreatedAt).ToListAsync(cancellationToken);
        if ((ChoiceMatcher.Match(words, [.. mine.Select(e => e.Words)]) ?? Holding(mine, words)) is { } index)
        {
            turn.Db.Remove(mine[index]);
            turn.Say(turn.T("reading.event.forgotten", ("words", mine[index].Words), ("from", mine[index].From)));
        }
        else
        {
            turn.Say(turn.T(mine.Count == 0 ? "reading.event.none" : "reading.event.not-found", ("events", string.Join(" ; ", mine.Take(6).Select(e => e.Words)))));
        }
    }

    /// <summary>The only note that holds these words.</summary>
    private static int? Holding(List<NotedEvent> mine, string words)
    {
        var said = ChoiceMatcher.Fold(words);
        var holding = mine.FindAll(e => said.Length >= 3 && ChoiceMatcher.Fold(e.Words).Contains(said, StringComparison.Ordinal));
        return holding.Count == 1 ? mine.IndexOf(holding[0]) : null;
    }

    /// <summary>A star stands for any ending.</summary>
    private static bool Means(string said, string word) => word.EndsWith('*') ? !said.Contains(' ') && said.StartsWith(ChoiceMatcher.Fold(word[..^1]), StringComparison.Ordinal) : ChoiceMatcher.Fold(word) == said;

    /// <summary>What follows one of the words and a colon.</summary>
    private string? After(Voice voice, string text, string key)
    {
        var at = text.IndexOf(':', StringComparison.Ordinal);
        var said = at > 0 ? ChoiceMatcher.Fold(text[..at]) : "";
        return said.Length > 0 && Locales.All.Any(l => texts.Say(voice with { Locale = l }, key).Split('|').Any(w => Means(said, w))) ? text[(at + 1)..].Trim() : null;
    }
}
