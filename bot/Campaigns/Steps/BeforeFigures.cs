using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>A forecast's figures, rounded to what they are worth: it is no account.</summary>
internal sealed class BeforeFigures(Texts texts)
{
    private const string Room = "campaign-plans.";

    public string Range(ThreePoint range, string currency, Voice voice) => double.IsFinite(range.High)
        ? texts.Say(voice, Room + "range.between", ("low", Money(range.Low, currency, voice)), ("high", Money(range.High, currency, voice)))
        : texts.Say(voice, Room + "range.from", ("low", Money(range.Low, currency, voice)));

    public string SalesRange(ThreePoint sales, Voice voice) => texts.Say(voice, Room + "range.sales", ("low", Sales(sales.Low, voice)), ("high", Sales(sales.High, voice)));

    public string Name(string code, Voice voice) => texts.Say(voice, Room + "factor." + code);

    public string Input(CostFactor factor, double value, string currency, Voice voice) =>
        factor.Code is "ctr" or "cvr" ? texts.Say(voice, Room + "rate", ("value", value)) : texts.Say(voice, Room + "amount", ("value", value), ("currency", currency));

    public string Money(double value, string currency, Voice voice) => texts.Say(voice, Room + "amount", ("value", Rounded(value)), ("currency", currency));

    public string Sales(double value, Voice voice) => texts.Say(voice, Room + "count", ("value", value < 10 ? Math.Round(value, 1) : Rounded(value)));

    public string Count(double value, Voice voice) => texts.Say(voice, Room + "count", ("value", Rounded(value)));

    /// <summary>Whole from 10, three digits from 1,000.</summary>
    private static double Rounded(double value)
    {
        if (Math.Abs(value) < 10 || !double.IsFinite(value))
        {
            return Math.Round(value, 2);
        }

        var unit = Math.Max(1, Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2));
        return Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
    }
}
