using System.Text.RegularExpressions;
using HandlebarsDotNet;
using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>What may be wrong with one sentence wherever it stands.</summary>
internal static partial class SentenceLint
{
    private static readonly Dictionary<string, IHandlebars> Engines = Locales.All.ToDictionary(l => l, TextHelpers.EngineFor);

    /// <returns>What and fix when a French sentence addresses the reader in one form only; null when it is fine.</returns>
    public static (string What, string Fix)? Form(string locale, string key, Wording wording)
    {
        if (locale != Locales.French)
        {
            return null;
        }

        if (key.EndsWith(".tu", StringComparison.Ordinal) || key.EndsWith(".vous", StringComparison.Ordinal))
        {
            return ($"'{key}' stands without its other form", "write both 'tu:' and 'vous:'");
        }

        return wording.Tu is null && Addressed(wording.Vous) is { } word ? ($"'{key}' addresses the reader ('{word}') in one form only", "write it as 'tu:' and 'vous:'")
            : wording.Tu is { } tu && VousWord(tu) is { } vous ? ($"the 'tu:' of '{key}' says '{vous}'", "address the reader as tu")
            : wording.Tu is not null && TuWord(wording.Vous) is { } other ? ($"the 'vous:' of '{key}' says '{other}'", "address the reader as vous")
            : null;
    }

    /// <returns>Why a template cannot be compiled; null when it can.</returns>
    public static string? Broken(string locale, string template)
    {
        try
        {
            Engines[locale].Compile(template);
            return null;
        }
        catch (HandlebarsException e)
        {
            return e.Message.Split('\n')[0].TrimEnd('.', '\r');
        }
    }

    private static string? Addressed(string text) => TuWord(text) ?? VousWord(text);

    private static string? TuWord(string text) => First(Tu().Match(Plain(text)));

    private static string? VousWord(string text) => First(Vous().Match(Plain(text)));

    private static string? First(Match match) => match.Success ? match.Value : null;

    /// <summary>Without templates, and without what is only quoted: « que voyez-vous ? » may be somebody else's question.</summary>
    private static string Plain(string text) => Quoted().Replace(Tag().Replace(text, " "), " ");

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex Tag();

    [GeneratedRegex("«[^»]*»")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![\p{L}\d-])(tu|te|toi|ton|ta|tes|t['’](?=\p{L}))(?![\p{L}\d])", RegexOptions.IgnoreCase)]
    private static partial Regex Tu();

    [GeneratedRegex(@"(?<!rendez-)(?<!\p{L})(vous|votre|vos|vôtre|vôtres)(?!\p{L})|(?<!\p{L})(?!(?:chez|assez|nez|rez|rendez)(?!\p{L}))\p{L}{2,}ez(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Vous();
}
