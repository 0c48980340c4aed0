using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>"On se tutoie", "in English please": kept with the person, at once in force, then back to the open question, or on to what the same message asks for beside it.</summary>
internal sealed class ChooseVoice(FlowPlay play) : IIntent
{
    public const string LanguageTarget = "language:choose";

    public Stage Stage => Stage.Command;

    public int Order => -5;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        switch (turn.Understood.Gesture)
        {
            case Gesture.UseTu:
                turn.Person.ChosenForm = "tu";
                turn.Say(turn.T("coaching.talk.use-tu"));
                break;
            case Gesture.UseVous:
                turn.Person.ChosenForm = "vous";
                turn.Say(turn.T("coaching.talk.use-vous"));
                break;
            case Gesture.SpeakLanguage when turn.Understood.Subject is { } wanted:
                Speak(turn, wanted);
                break;
            default:
                return false;
        }

        if (turn.Understood.Beside is { } beside)
        {
            turn.GoOnWith(beside);
            return false;
        }

        await play.RepeatQuestionAsync(turn, cancellationToken);
        return true;
    }

    internal static void Speak(Turn turn, string wanted)
    {
        var known = Locales.All.Contains(wanted);
        if (known)
        {
            turn.Person.ChosenLocale = wanted;
        }

        turn.Person.AskedLocale = true;
        turn.Say(turn.T(known ? "coaching.talk.speak" : "coaching.talk.speak-only"));
    }
}
