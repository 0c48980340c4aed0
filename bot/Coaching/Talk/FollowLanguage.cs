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
    public Stage Stage => Stage.Command;

    public int Order => -10;

    public ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Understood is { Gesture: not Gesture.SpeakLanguage, TypedLocale: { } typed } && typed != turn.Voice.Locale && Locales.All.Contains(typed))
        {
            turn.Person.ChosenLocale = typed;
            if (!turn.Person.AskedLocale)
            {
                turn.Person.AskedLocale = true;
                turn.Say(new TextPart(turn.T("coaching.talk.mismatch")), new ChoicesPart(ChooseVoice.LanguageTarget, 0, turn.EventId.ToString("N"),
                    [.. Locales.All.OrderByDescending(l => l == typed).Select(l => new Choice(l, turn.T("coaching.talk.stay-" + l)))]));
            }
        }

        return ValueTask.FromResult(false);
    }
}
