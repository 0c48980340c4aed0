using System.Text.RegularExpressions;
using MentorBot.Kpis;

namespace MentorBot.Campaigns;

/// <summary>What a campaign's name says of whom it reaches, in French and English. Whole words only: "branding" is no brand search, and "hors marque" is its opposite.</summary>
internal static partial class CampaignNames
{
    public static DemandKind DemandOf(string? name)
    {
        if (name is null)
        {
            return DemandKind.New;
        }

        var plain = Separators().Replace(HeaderName.Normalise(name), " ");
        return Retargeting().IsMatch(plain) ? DemandKind.Retargeting : Brand().IsMatch(plain) ? DemandKind.Brand : DemandKind.New;
    }

    [GeneratedRegex(@"[\s_\-|/.,:;()\[\]+&#>]+")]
    private static partial Regex Separators();

    /// <summary>Words that turn what follows around.</summary>
    private const string Not = @"(?<!\b(?:non|not|no|hors|sans|excl|exclude|excluding|exclusion|exclus|ex|without|except|sauf) )";

    [GeneratedRegex(@"(?:^|(?<= ))" + Not + @"(?<!\b(?:notoriete|image) de )(?<!\b(?:notoriete|image) )(?:brand|branded|marque)(?= |$)(?! (?:awareness|lift|video|videos|content|image|notoriete|film|story|building))", RegexOptions.CultureInvariant)]
    private static partial Regex Brand();

    [GeneratedRegex(@"(?:^|(?<= ))" + Not + @"(?:retargeting|retarget|remarketing|remarket|reciblage|recibler|rtg|rmkt|rlsa|re (?:targeting|marketing|ciblage)|(?:abandoned|abandonned) (?:cart|basket)s?|paniers? abandonnes?|abandon (?:de )?paniers?|cart abandon\w*|abandonnistes|(?:site |website |past |previous )visitors|visiteurs (?:du )?site|(?:existing|past|previous) (?:customers|buyers)|(?:clients|acheteurs) (?:existants|actuels|passes)|anciens (?:clients|acheteurs))(?= |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Retargeting();
}
