using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>An average per person, and a difference of two, as a person reads them.</summary>
internal static class MeanWords
{
    /// <param name="currency">ISO code; null: a plain number.</param>
    public static string Value(NumberWriter write, double value, string? currency) => currency is null ? write.Number(value, Decimals(value)) : write.Money(value, currency);

    /// <summary>With its sign.</summary>
    public static string Gap(NumberWriter write, double value, string? currency) => NumberWriter.Signed(value, Value(write, value, currency));

    private static int Decimals(double value) => Math.Abs(value) >= 100 ? 0 : 2;
}
