using System.Text.RegularExpressions;
using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>What an answer to a sceptical question holds: figures, a control, a source, a day, a condition. Words count only where nothing just before denies them ("no control group", "pas de témoin").</summary>
internal sealed partial class AnswerReader
{
    private const int Reach = 28;

    /// <summary>Between a condition and the figure that it is about.</summary>
    private const int Near = 45;

    /// <summary>A figure this far from the file's is another figure, rounding aside.</summary>
    private const double Tolerance = .15;

    private static readonly string[] CostNames = ["cpa", "low", "high", "restCpa", "restLow", "restHigh", "shrunkCpa", "analyticsCpa", "marginalCpa", "recentCpa", "breakEvenCpa", "cpaLow", "cpaHigh"];

    private readonly string _text;
    private readonly string _locale;
    private readonly IReadOnlyList<Figure> _figures;

    private AnswerReader(string text, string locale)
    {
        (_text, _locale) = (text, locale);
        _figures = FigureScanner.FindAll(text, locale);
    }

    public static AnswerReader Read(string answer, Voice voice) => new(HeaderName.Normalise(answer), voice.Locale);

    public bool Holds(Expectation expected) => expected switch
    {
        Expectation.Number => _figures.Count > 0 || Said(NumberWord()),
        Expectation.Range => (_figures.Count > 0 && Said(RangeWord())) || Between().IsMatch(_text),
        // A system that somebody else can open; a report or a study only with what it says.
        Expectation.Source => Said(SystemWord()) || (Said(SourceWord()) && (_figures.Count > 0 || Said(DateWord()))),
        Expectation.Control => Said(ControlWord()),
        Expectation.Date => Said(DateWord()),
        Expectation.Threshold => Heard(ConditionWord()).Any(m => _figures.Any(f => f.Start < m.Index + m.Length + Near && f.End > m.Index - Near)),
        Expectation.Owner => Said(OwnerWord()),
        Expectation.Action => Said(ActionWord()),
        Expectation.Margin => _figures.Count > 0 && Said(MarginWord()),
        _ => throw new ArgumentOutOfRangeException(nameof(expected), expected, "An expectation without a check."),
    };

    /// <summary>A cost per conversion in the answer that is none of the costs of the question.</summary>
    public (double Said, double InFile)? Contradiction(IReadOnlyDictionary<string, object?> evidence)
    {
        if (!(evidence.GetValueOrDefault("cpa") is double cpa && double.IsFinite(cpa)))
        {
            return null;
        }

        var known = CostNames.Select(name => evidence.GetValueOrDefault(name)).OfType<double>().Where(double.IsFinite).ToArray();
        foreach (Match named in CostNamed().Matches(_text))
        {
            var after = named.Index + named.Length;
            if (FigureScanner.FindAll(_text[after..Math.Min(_text.Length, after + Reach)], _locale).FirstOrDefault() is { Value: { } said, Unit: not FigureUnit.Percent } && said > 0
                && !Aimed().IsMatch(_text[Math.Max(0, named.Index - Reach)..Math.Min(_text.Length, after + Reach)])
                && !Array.Exists(known, k => Math.Abs(said / k - 1) <= Tolerance))
            {
                return (said, cpa);
            }
        }

        return null;
    }

    private bool Said(Regex word) => Heard(word).Any();

    private IEnumerable<Match> Heard(Regex word) => word.Matches(_text).Where(m => !Denied().IsMatch(_text[Math.Max(0, m.Index - Reach)..m.Index]));

    [GeneratedRegex(@"\b(?:none|zero|half|la moitie|moitie|double|twice|deux fois|un tiers|a third|un quart|a quarter|dizaine|vingtaine|trentaine|cinquantaine|centaine|dozen|hundred|cent)\b")]
    private static partial Regex NumberWord();

    [GeneratedRegex(@"\b(?:range|interval|intervalle|plage|fourchette|margin of error|marge d'erreur|incertitude|uncertain\w*|at least|at most|au moins|au plus|au mieux|au pire|worst case|best case|plus ou moins|lower bound|borne)\b|±|\+/-")]
    private static partial Regex RangeWord();

    [GeneratedRegex(@"\b(?:between|entre|from|de)\b[^.]{0,12}\d[^.]{0,16}\b(?:and|et|to|a)\b[^.]{0,8}\d")]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:crm|analytics|ga4|matomo|piano|back-?office|erp|salesforce|hubspot|stripe|shopify|prestashop|magento|woocommerce|billing|facturation|invoices?|factures?|finance|comptabilite|accounting|controleur|controle de gestion|controller|contract|contrat|database|base (?:clients?|de donnees)|data ?warehouse|orders? (?:table|list|system)|bank|banque)\b")]
    private static partial Regex SystemWord();

    [GeneratedRegex(@"\b(?:export\w*|report|rapport|releve|survey|sondage|enquete|study|etude|commandes|source|mesure par|measured by|d'apres|according to|selon|audit)\b")]
    private static partial Regex SourceWord();

    [GeneratedRegex(@"\b(?:controls?|control group|groupe (?:de )?(?:controle|temoin)|temoins?|hold(?:ing|s)?[ -]?out|hors exposition|non exposes?|not exposed|unexposed|exclus|held out|held back|geo(?:-?test|-?lift)?|regions?|departements?|cities|villes|lift|pause|paused|coupe|couper|couperons|arret|arretons|stopped|stop (?:the|for)|switch(?:ed)? off|eteint|eteindre|before and after|avant[/ -]apres|a/b|ab test|randomi\w+|au hasard|aleatoire\w*|tire au sort|same period|meme periode|compared? (?:to|with)|compare a|par rapport|contre la periode|baseline|palier|budget step|increment\w*)\b")]
    private static partial Regex ControlWord();

    [GeneratedRegex(@"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|demain|tomorrow|aujourd'hui|today|ce soir|tonight|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|june|july|august|september|october|november|december|(?:fin|debut|mi)(?: |-)(?:du |de |d')?(?:mois|semaine|trimestre|annee)|(?:end|start|middle) of (?:the )?(?:month|week|quarter|year)|(?:next|this|la|cette) (?:week|month|semaine|quarter)(?: prochaine)?|(?:le )?mois prochain|trimestre prochain)\b|\b\d+ ?(?:jours?|semaines?|mois|days?|weeks?|months?|j|d)\b|\b(?:une|deux|trois|quatre|six|huit|quinze|one|two|three|four|six|eight) (?:jours?|semaines?|mois|days?|weeks?|months?)\b|\b\d{1,2}[/.]\d{1,2}\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:le|du|au|the|by|avant le|before the|on the) \d{1,2}(?:er|st|nd|rd|th)?\b(?![ .,]?(?:\d|%|€|\$|euros?|campagnes?|campaigns?|conversions?|ventes?|sales|regions?|personnes|people|clients|customers|leads))|\bj ?\+ ?\d+")]
    private static partial Regex DateWord();

    [GeneratedRegex(@"\b(?:if|when|unless|until|once|above|below|under|over|more than|less than|beyond|exceeds?|drops?|falls?|reaches|at most|at least|si|s'il|s'ils|sinon|quand|des que|tant que|jusqu'a|au-?dessus|au-?dessous|en dessous|en-dessous|sous|plus de|moins de|depasse\w*|passe|tombe|descend|atteint|au-?dela|maximum|max|minimum|seuil|threshold|plafond|cap)\b|[<>≤≥]")]
    private static partial Regex ConditionWord();

    [GeneratedRegex(@"\b(?:i|i'll|i will|me|myself|je|j'|moi|my team|our team|mon equipe|notre equipe|agency|agence|data|tech|dev|it|devs|developpeur\w*|developer\w*|analyst\w*|analyste\w*|freelance\w*|traffic manager|media (?:planner|buyer|trader)|partner|prestataire|support|cto|dsi|editeur|vendor|marketing ops|ops)\b|\bj'")]
    private static partial Regex OwnerWord();

    [GeneratedRegex(@"\b(?:check\w*|verif\w+|repair\w*|repar\w+|fix\w*|corrig\w+|correct\w*|test\w*|stop\w*|pause\w*|coup\w+|cut\w*|reduc\w+|redui\w+|baiss\w+|lower\w*|mov(?:e|es|ing)|deplac\w+|transf\w+|replac\w+|remplac\w+|renew\w*|renouvel\w+|refresh\w*|refai\w+|refond\w+|rebuild\w*|rewrit\w+|reecri\w+|chang\w+|switch\w*|launch\w*|lanc\w+|exclu\w+|limit\w+|plafonn\w+|cap(?:ped|ping)?|raise\w*|augment\w+|negoci\w+|negotiat\w+|improv\w+|amelior\w+|simplif\w+|rotat\w+|produ\w+|tourn\w+|shoot\w*|install\w*|pos(?:er|ons)|compar\w+|measur\w+|mesur\w+)\b")]
    private static partial Regex ActionWord();

    [GeneratedRegex(@"\b(?:margin\w*|marges?|contribution|cogs|cost of goods|cout (?:de revient|d'achat|des ventes)|couts? variables?|variable costs?|gross profit|profit brut|net of|nette? de|after (?:costs|returns|shipping)|apres (?:couts|retours|livraison)|shipping|livraison|frais|fees|returns|retours|cancellations?|annulations?|lifetime|ltv|churn|reachat|repeat)\b")]
    private static partial Regex MarginWord();

    [GeneratedRegex(@"\b(?:cpa|cac|cost per (?:conversion|sale|acquisition|order|lead)|cout par (?:conversion|vente|acquisition|commande|lead|resultat)|cout d'acquisition)\b")]
    private static partial Regex CostNamed();

    /// <summary>A target is no claim about the file.</summary>
    [GeneratedRegex(@"\b(?:break-?even|seuil|rentabilite|target|cible|objectif|goal|max\w*|limit\w*|plafond|if|si|when|quand|above|below|under|over|sous|au-?dessus|en dessous|dessous|depasse\w*|exceed\w*|more than|less than|plus de|moins de|marginal\w*|would|could|should|aim\w*|vis\w+|descend\w*|falls?|drops?|passe|tombe|atteint|reach\w*|brand|marque|campaign|campagne|next|prochain\w*|from|de \d|entre|between)\b|[<>≤≥]")]
    private static partial Regex Aimed();

    [GeneratedRegex(@"\b(?:no|not|none|never|without|haven't|hasn't|don't|doesn't|didn't|isn't|aren't|can't|cannot|couldn't|won't|lack|lacks|pas|aucune?|sans|jamais|ni|manque|manquons|ignore|ignorons)\b(?:[^.,;:!?]*)\z")]
    private static partial Regex Denied();
}
