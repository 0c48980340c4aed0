using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>
/// Answers in the language that was typed. The first time that differs from the person's own it is also asked about, once. It never takes the turn: the message itself is
/// still to be answered, in that language.
/// </summary>
internal sealed class FollowLanguage : IIntent
{
    private static readonly HashSet<Gesture> InOneMessage = [Gesture.None, Gesture.Greeting, Gesture.Thanks, Gesture.Help, Gesture.Human, Gesture.WhoSees, Gesture.UseTu, Gesture.UseVous];

    private static readonly HashSet<Gesture> Telling = [Gesture.Greeting, Gesture.Thanks, Gesture.Help, Gesture.Mission, Gesture.Define, Gesture.WhoSees];

    public Stage Stage => Stage.Command;

    public int Order => -10;

    public ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var person = turn.Person;
        if (turn.Understood is not { Gesture: not Gesture.SpeakLanguage and not Gesture.Distress, TypedLocale: { } typed } || !Locales.All.Contains(typed) || !SaysEnough(turn))
        {
            return ValueTask.FromResult(false);
        }

        if (typed != turn.Voice.Locale)
        {
            person.ChosenLocale = typed;
        }

        // A greeting is answered in one message: the question waits for words that say more.
        if (typed != (person.RosterLocale ?? person.ClientLocale ?? turn.Organisation.Locale) && !person.AskedLocale && !InOneMessage.Contains(turn.Understood.Gesture))
        {
            person.AskedLocale = true;
            turn.Say(new TextPart(turn.T("coaching.talk.mismatch")), new ChoicesPart(ChooseVoice.LanguageTarget, 0, turn.EventId.ToString("N"),
                [.. Locales.All.OrderByDescending(l => l == typed).Select(l => new Choice(l, turn.T("coaching.talk.stay-" + l)))]));
        }

        return ValueTask.FromResult(false);
    }

    /// <summary>"ok", "stop" or "budget" are said in both languages: they change none.</summary>
    private static bool SaysEnough(Turn turn) =>
        Telling.Contains(turn.Understood.Gesture) || turn.Text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= 3;
}
