using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>The answer to "you write in English: is that right?".</summary>
internal sealed class PressLanguage(FlowPlay play) : IIntent
{
    public Stage Stage => Stage.Choice;

    public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Content is not ChoiceContent { Target: ChooseVoice.LanguageTarget, Values: [var wanted, ..] })
        {
            return false;
        }

        ChooseVoice.Speak(turn, wanted);
        await play.RepeatQuestionAsync(turn, cancellationToken);
        return true;
    }
}
