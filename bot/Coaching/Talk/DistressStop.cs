using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>Words of distress: the coaching stops, a short static text with the contacts of the person's country, no question, and nothing else. Said in front of others, it is answered to the person alone.</summary>
internal sealed class DistressStop : IIntent
{
    private static readonly string[] Kinds = ["health", "hr"];

    public Stage Stage => Stage.Distress;

    public bool SpeaksInPublic => true;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Understood.Gesture != Gesture.Distress)
        {
            return false;
        }

        if (await FlowPlay.FindOpenAsync(turn, cancellationToken) is { Phase: RunPhase.Open } run)
        {
            FlowPlay.Pause(turn, run);
        }

        // In the language of the words themselves, whatever the talk was in.
        var voice = turn.Voice with { Locale = turn.Understood.TypedLocale ?? turn.Voice.Locale };
        var contacts = Kinds.Select(k => (Kind: k, Contact: turn.Organisation.Contact(k, turn.Person.Country))).Where(c => c.Contact is not null)
            .Select(c => turn.T(voice, "coaching.distress." + c.Kind, ("contact", c.Contact)));
        turn.SayPrivately(Message.Text(voice.Locale, string.Join("\n", contacts.Prepend(turn.T(voice, "coaching.distress.text")))));
        return true;
    }
}
