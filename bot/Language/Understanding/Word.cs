namespace MentorBot.Language;

/// <summary>One word of a message, lower case and without accents. A figure is "#", a KPI's name is <see cref="Kpi"/>.</summary>
/// <param name="Clause">0 for the words before the first comma, full stop or line end, and so on.</param>
/// <param name="Start">Position in the original text; words that came from one abbreviation share it.</param>
internal readonly record struct Word(string Text, int Clause, int Start, int End)
{
    public const string Figure = "#";
    public const string Kpi = "%kpi";
}
