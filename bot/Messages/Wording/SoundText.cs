using System.Text;

namespace MentorBot.Messages;

/// <summary>Text that a damaged file or a strange client may have cut inside a character.</summary>
internal static class SoundText
{
    /// <summary>Decomposed as <see cref="string.Normalize(NormalizationForm)"/> does, which throws for half a surrogate pair and for U+FFFE; here they become U+FFFD.</summary>
    public static string Decomposed(string text, NormalizationForm form) => Mended(text).Normalize(form);

    private static string Mended(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\uFFFE', StringComparison.Ordinal))
        {
            return text;
        }

        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            mended.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return mended.ToString();
    }
}
