using MentorBot.Messages;
using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>The role-play: three questions from where this campaign's case is thinnest, and what stood up of the answers. Works without a model: from the findings, and by what an answer holds.</summary>
internal static class Scepticism
{
    public const int Many = 3;

    /// <summary>Three weak spots of this campaign, the weakest first; the same reading gives the same three.</summary>
    public static IReadOnlyList<WeakSpot> Questions(CampaignReading reading) => [.. WeakSpots.Of(reading).DistinctBy(s => s.Code).Take(Many)];

    /// <param name="answer">As the person wrote it.</param>
    public static Judgement Judge(WeakSpot spot, string answer, Voice voice)
    {
        var read = AnswerReader.Read(answer, voice);
        var met = spot.Expect.Where(read.Holds).ToArray();
        var missing = spot.Expect.Except(met).ToArray();
        var contradiction = read.Contradiction(spot.Evidence);
        return new Judgement(missing.Length == 0 && contradiction is null, met, missing, contradiction?.Said, contradiction?.InFile);
    }
}
