namespace MentorBot.Tables;

/// <summary>Recognises personal data by its look, for cells and header-like rows whose column does not say.</summary>
internal static class PersonalText
{
    /// <summary>An e-mail address anywhere in the text.</summary>
    public static bool Holds(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at < text.Length - 3 && text[(at + 1)..].IndexOf('.') > 0 && !char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at + 1]);
    }

    /// <summary>False for what looks like data rather than a name of a column: an address, or a number long enough to call.</summary>
    public static bool MayBeNamed(string header) => !header.Contains('@', StringComparison.Ordinal) && header.Count(char.IsAsciiDigit) < 6 && header.Length <= 80;
}
