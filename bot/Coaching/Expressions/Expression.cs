namespace MentorBot.Coaching;

/// <summary>
/// Small arithmetic over what a flow knows: numbers, 'texts', names, + - * /, comparisons, and, or, not, parentheses,
/// known(name), has(list, 'value'), min(a, b), max(a, b). What is not known stays unknown: no sum of it, no comparison true.
/// </summary>
internal sealed class Expression
{
    private readonly Node _root;

    internal Expression(Node root, IReadOnlyCollection<string> names)
    {
        _root = root;
        Names = names;
    }

    internal delegate FlowValue? Node(Func<string, FlowValue?> lookup);

    /// <summary>Every name it reads.</summary>
    public IReadOnlyCollection<string> Names { get; }

    /// <exception cref="FormatException">Not an expression; says at which character and why.</exception>
    public static Expression Parse(string text) => new ExpressionParser(text).Parse();

    /// <returns>Null when something it needs is not known, or on a division by zero.</returns>
    public FlowValue? Evaluate(Func<string, FlowValue?> lookup) => _root(lookup);

    public bool IsTrue(Func<string, FlowValue?> lookup) => Evaluate(lookup) is { } value && value.Flag != false && (value.Number is not { } n || n != 0);
}
