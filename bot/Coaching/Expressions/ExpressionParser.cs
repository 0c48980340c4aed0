using System.Globalization;
using static MentorBot.Coaching.Expression;

namespace MentorBot.Coaching;

/// <summary>Recursive descent over one line; builds closures, so that nothing is parsed twice.</summary>
internal sealed class ExpressionParser(string text)
{
    private readonly HashSet<string> _names = [];
    private int _at;

    /// <exception cref="FormatException">Says at which character and why.</exception>
    public Expression Parse()
    {
        var node = Or();
        Space();
        return _at == text.Length ? new Expression(node, _names) : throw Wrong($"'{text[_at]}' was not expected");
    }

    private Node Or() => Chain(And, ("or", (a, b) => l => FlowValue.Of(True(a(l)) || True(b(l)))));

    private Node And() => Chain(Not, ("and", (a, b) => l => FlowValue.Of(True(a(l)) && True(b(l)))));

    private Node Not()
    {
        if (!TakeWord("not"))
        {
            return Comparison();
        }

        var inner = Not();
        return l => FlowValue.Of(!True(inner(l)));
    }

    private Node Comparison()
    {
        var left = Sum();
        foreach (var sign in (string[])["==", "!=", "<=", ">=", "<", ">"])
        {
            if (Take(sign))
            {
                var right = Sum();
                return l => left(l) is { } a && right(l) is { } b ? FlowValue.Of(Compare(sign, a, b)) : FlowValue.Of(false);
            }
        }

        return left;
    }

    private Node Sum() => Chain(Product, ("+", Arithmetic((a, b) => a + b)), ("-", Arithmetic((a, b) => a - b)));

    private Node Product() => Chain(Unary, ("*", Arithmetic((a, b) => a * b)), ("/", Arithmetic((a, b) => b == 0 ? null : a / b, divides: true)));

    private Node Unary()
    {
        if (!Take("-"))
        {
            return Atom();
        }

        var inner = Unary();
        return l => inner(l) is { Number: { } n } v ? v with { Number = -n } : null;
    }

    private Node Atom()
    {
        Space();
        if (Take("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }

        if (_at < text.Length && text[_at] == '\'')
        {
            var end = text.IndexOf('\'', _at + 1);
            if (end < 0)
            {
                throw Wrong("a text opened by ' is never closed");
            }

            var literal = FlowValue.Of(text[(_at + 1)..end]);
            _at = end + 1;
            return _ => literal;
        }

        if (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            var start = _at;
            while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.'))
            {
                _at++;
            }

            return double.TryParse(text[start.._at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? _ => FlowValue.Of(number)
                : throw Wrong($"'{text[start.._at]}' is no number");
        }

        var name = Name() ?? throw Wrong("a number, a name or '(' was expected");
        return name switch
        {
            "true" => _ => FlowValue.Of(true),
            "false" => _ => FlowValue.Of(false),
            _ => Take("(") ? Call(name) : Variable(name),
        };
    }

    private Node Variable(string name)
    {
        _names.Add(name);
        return l => l(name);
    }

    private Node Call(string function)
    {
        List<Node> arguments = [Or()];
        while (Take(","))
        {
            arguments.Add(Or());
        }

        Expect(")");
        return (function, arguments.Count) switch
        {
            ("known", 1) => l => FlowValue.Of(arguments[0](l) is not null),
            ("has", 2) => l => FlowValue.Of(arguments[1](l)?.Text is { } v && (arguments[0](l)?.List?.Contains(v) ?? false)),
            ("min", 2) => Arithmetic((a, b) => Math.Min(a, b))(arguments[0], arguments[1]),
            ("max", 2) => Arithmetic((a, b) => Math.Max(a, b))(arguments[0], arguments[1]),
            _ => throw Wrong($"'{function}' with {arguments.Count} arguments is not a function; there are known, has, min and max"),
        };
    }

    private Node Chain(Func<Node> next, params (string Sign, Func<Node, Node, Node> Join)[] joins)
    {
        var left = next();
        while (true)
        {
            var join = joins.FirstOrDefault(j => char.IsAsciiLetter(j.Sign[0]) ? TakeWord(j.Sign) : Take(j.Sign));
            if (join.Join is null)
            {
                return left;
            }

            left = join.Join(left, next());
        }
    }

    /// <summary>Money times or over a count is money; money over money is a plain number.</summary>
    private static Func<Node, Node, Node> Arithmetic(Func<double, double, double?> compute, bool divides = false) => (left, right) => l =>
        left(l) is { Number: { } a } x && right(l) is { Number: { } b } y && compute(a, b) is { } result && double.IsFinite(result)
            ? FlowValue.Of(result, divides && x.Unit == y.Unit ? null : x.Unit ?? y.Unit)
            : null;

    private static bool True(FlowValue? value) => value is not null && value.Flag != false && (value.Number is not { } n || n != 0);

    private static bool Compare(string sign, FlowValue a, FlowValue b) => sign switch
    {
        "==" => Same(a, b),
        "!=" => !Same(a, b),
        _ => Order(a, b) is { } order && sign switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 },
    };

    private static bool Same(FlowValue a, FlowValue b) => a.Number is { } x && b.Number is { } y ? x == y : Equals(a.Plain, b.Plain);

    private static int? Order(FlowValue a, FlowValue b) => (a, b) switch
    {
        ({ Number: { } x }, { Number: { } y }) => x.CompareTo(y),
        ({ Date: { } x }, { Date: { } y }) => x.CompareTo(y),
        _ => null,
    };

    private string? Name()
    {
        Space();
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetter(text[_at]) || text[_at] == '_' || (_at > start && char.IsAsciiDigit(text[_at]))))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : null;
    }

    private bool Take(string sign)
    {
        Space();
        if (!text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
        {
            return false;
        }

        _at += sign.Length;
        return true;
    }

    private bool TakeWord(string word)
    {
        Space();
        var end = _at + word.Length;
        if (!text.AsSpan(_at).StartsWith(word, StringComparison.Ordinal) || (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')))
        {
            return false;
        }

        _at = end;
        return true;
    }

    private void Expect(string sign)
    {
        if (!Take(sign))
        {
            throw Wrong($"'{sign}' is missing");
        }
    }

    private void Space()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }

    private FormatException Wrong(string what) => new($"'{text}', character {_at + 1}: {what}");
}
