namespace MentorBot.Tables;

/// <summary>Mailchimp's list of campaigns: a row per sending, with opens and clicks as people.</summary>
internal sealed class Mailchimp : ITableSource
{
    private static readonly string[] Signature = ["successful deliveries", "unique opens", "unique clicks", "open rate", "click rate", "hard bounces", "soft bounces", "abuse complaints", "send date", "total recipients", "send weekday"];

    public string Id => "mailchimp";

    public bool DatesMoments => true;

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) =>
        headers.Contains("successful deliveries") || headers.Contains("abuse complaints") || Signature.Count(headers.Contains) >= 4 ? 8 : 0;
}
