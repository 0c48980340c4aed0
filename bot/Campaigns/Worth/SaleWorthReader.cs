using System.Text.RegularExpressions;
using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>The parts of a sale's worth as people type them, each figure with the word beside it: "panier 60 €, marge 45 %", "abonnement 12 €/mois, marge 80 %, churn 4 %".</summary>
internal static partial class SaleWorthReader
{
    private const double MonthsOfAYear = 12;

    private enum Part
    {
        Order,
        Arpu,
        Margin,
        Cogs,
        Fee,
        Fixed,
        Churn,
        YearlyChurn,
        Profit,
    }

    /// <returns>Null unless every figure has its meaning and together they make a margin: a figure alone is somebody else's to read.</returns>
    public static SaleWorth? Read(string text, string locale)
    {
        var named = Clauses().Split(text).SelectMany(c => Named(c, locale)).ToList();
        if (named.Count < 2 || named.Any(n => n.Value is null))
        {
            return null;
        }

        // One amount without a word is the order: "60 €, marge 45 %".
        if (named.FindAll(n => n is { Part: null, Figure.Unit: FigureUnit.Money }) is [var bare] && named.All(n => n.Part is not (Part.Order or Part.Arpu)))
        {
            named[named.IndexOf(bare)] = bare with { Part = Part.Order };
        }

        if (named.Any(n => n.Part is null) || named.DistinctBy(n => (n.Part, n.Part is Part.Fixed ? n.Figure.Start + n.Clause.GetHashCode() : 0)).Count() < named.Count)
        {
            return null;
        }

        double? Of(Part part) => named.Find(n => n.Part == part)?.Value;
        var churn = Of(Part.Churn) ?? (Of(Part.YearlyChurn) is { } yearly and < 1 ? 1 - Math.Pow(1 - yearly, 1 / MonthsOfAYear) : null);
        var worth = new SaleWorth(Of(Part.Order), Of(Part.Arpu), Of(Part.Margin), Of(Part.Cogs) ?? 0, Of(Part.Fee) ?? 0, named.Where(n => n.Part == Part.Fixed).Sum(n => n.Value!.Value), churn, Of(Part.Profit),
            named.Select(n => n.Figure.Currency).FirstOrDefault(c => c is not null));
        return Complete(worth, Of(Part.Cogs) is not null) ? worth : null;
    }

    private static bool Complete(SaleWorth worth, bool cogs) =>
        new[] { worth.MarginShare, worth.CogsShare, worth.FeeShare, worth.Churn, worth.ProfitShare }.All(s => s is null or (>= 0 and <= 1))
        && worth switch
        {
            { Arpu: > 0 } => worth is { OrderValue: null, MarginShare: > 0, Churn: > 0, CogsShare: 0, FeeShare: 0, Fixed: 0 },
            { OrderValue: > 0, Churn: null } => worth.MarginShare is not null ? !cogs : cogs || worth.Fixed > 0 || worth.FeeShare > 0,
            _ => false,
        };

    private static IEnumerable<NamedFigure> Named(string clause, string locale)
    {
        var figures = NumberReader.FindAll(clause, locale);
        for (var i = 0; i < figures.Count; i++)
        {
            var before = clause[(i == 0 ? 0 : figures[i - 1].End)..figures[i].Start];
            var after = clause[figures[i].End..(i + 1 < figures.Count ? figures[i + 1].Start : clause.Length)];
            var own = figures.Count == 1 ? before + " " + after : before;
            yield return new NamedFigure(figures[i], clause, PartOf(figures[i].Unit, own) ?? PartOf(figures[i].Unit, after));
        }
    }

    private static Part? PartOf(FigureUnit unit, string words)
    {
        var said = HeaderName.Normalise(words);
        return unit switch
        {
            FigureUnit.Money => Monthly().IsMatch(said) ? Part.Arpu : FixedCost().IsMatch(said) || Goods().IsMatch(said) ? Part.Fixed : Basket().IsMatch(said) ? Part.Order : null,
            FigureUnit.Percent => Leaving().IsMatch(said) ? Yearly().IsMatch(said) ? Part.YearlyChurn : Part.Churn
                : Gross().IsMatch(said) ? Part.Margin
                : Profit().IsMatch(said) ? Part.Profit
                : Share().IsMatch(said) ? Part.Fee
                : Goods().IsMatch(said) ? Part.Cogs
                : null,
            _ => null,
        };
    }

    private sealed record NamedFigure(Figure Figure, string Clause, Part? Part)
    {
        public double? Value => Figure.Value;
    }

    /// <summary>A comma between digits is a decimal one.</summary>
    [GeneratedRegex(@",(?=\s)|[;\n+]|\s(?:et|and|avec|with|puis|then)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Clauses();

    [GeneratedRegex(@"\b(?:abonnements?|abo|arpu|mensuel\w*|mensualite|subscription|monthly|par mois|per month|a month|mois|month|mo)\b|/ ?(?:mois|month|mo|m)\b")]
    private static partial Regex Monthly();

    [GeneratedRegex(@"\b(?:livraison|port|expedition|transport|envoi|shipping|delivery|postage|frais|commissions?|fees?|paiement|payment|retours?|returns?|emballage|packaging)\b")]
    private static partial Regex FixedCost();

    [GeneratedRegex(@"\b(?:achats?|revient|marchandises?|matieres?|cogs|goods|production|cout|couts|costs?)\b")]
    private static partial Regex Goods();

    [GeneratedRegex(@"\b(?:paniers?|commandes?|prix|ventes?|vendu\w*|baskets?|orders?|prices?|aov|carts?|tickets?|sales?|sold)\b")]
    private static partial Regex Basket();

    [GeneratedRegex(@"\b(?:churn|attrition|resili\w*|desabonn\w*|departs?|partent|cancel\w*|leav\w*)\b")]
    private static partial Regex Leaving();

    [GeneratedRegex(@"\b(?:an|ans|annee|annuel\w*|year|yearly|annual\w*)\b")]
    private static partial Regex Yearly();

    [GeneratedRegex(@"\b(?:marges?|margins?)\b")]
    private static partial Regex Gross();

    [GeneratedRegex(@"\b(?:profits?|benefices?|gard\w+|vis\w+|objectif|keep\w*|aim\w*|target)\b")]
    private static partial Regex Profit();

    [GeneratedRegex(@"\b(?:frais|commissions?|fees?|paiement|payment)\b")]
    private static partial Regex Share();
}
