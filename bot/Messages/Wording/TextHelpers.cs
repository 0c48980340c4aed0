using System.Globalization;
using HandlebarsDotNet;

namespace MentorBot.Messages;

/// <summary>
/// What a template may call: {{count n}}, {{number x}}, {{number x 1}}, {{percent f}}, {{change f}}, {{money v currency}}, {{date d}}, {{longdate d}}, {{shortdate d}},
/// {{value v unit currency}} (a KPI's value in its own unit: "money", "percent"…), {{gap v unit currency}} (a signed difference of two such values; rates in points), {{#if v}}, {{#each v}}, {{#eq a b}}…{{else}}…{{/eq}}, {{plural n "jour" "jours"}} (French plural starts at 2, English at anything but 1), {{de name}} and {{que name}} ("de Vente privée", "d'Automne").
/// </summary>
internal static class TextHelpers
{
    public static IHandlebars EngineFor(string locale)
    {
        var engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, FormatProvider = CultureInfo.InvariantCulture });
        var write = NumberWriter.For(locale);
        engine.RegisterHelper("count", (_, a) => write.Count(Double(a[0])));
        engine.RegisterHelper("number", (_, a) => write.Number(Double(a[0]), a.Length > 1 ? (int)Double(a[1]) : 2));
        engine.RegisterHelper("percent", (_, a) => write.Percent(Double(a[0])));
        engine.RegisterHelper("change", (_, a) => write.Change(Double(a[0])));
        engine.RegisterHelper("money", (_, a) => write.Money(Double(a[0]), a.Length > 1 ? a[1] as string : null));
        engine.RegisterHelper("date", (_, a) => a[0] is DateOnly d ? write.Date(d) : "");
        engine.RegisterHelper("longdate", (_, a) => a[0] is DateOnly d ? write.LongDate(d) : "");
        engine.RegisterHelper("shortdate", (_, a) => a[0] is DateOnly d ? write.ShortDate(d) : "");
        engine.RegisterHelper("value", (_, a) => Value(write, Double(a[0]), a[1] as string, a.Length > 2 ? a[2] as string : null));
        engine.RegisterHelper("gap", (_, a) => Gap(write, Double(a[0]), a[1] as string, a.Length > 2 ? a[2] as string : null));
        engine.RegisterHelper("plural", (_, a) =>
        {
            var n = Math.Abs(Double(a[0]));
            return (locale == Locales.French ? n < 2 : n == 1) ? a[1]?.ToString() : a[2]?.ToString();
        });
        engine.RegisterHelper("de", (_, a) => Elision.Before("de", a[0]?.ToString() ?? ""));
        engine.RegisterHelper("que", (_, a) => Elision.Before("que", a[0]?.ToString() ?? ""));
        engine.RegisterHelper("eq", (output, options, context, a) =>
        {
            if (string.Equals(Convert.ToString(a[0], CultureInfo.InvariantCulture), Convert.ToString(a[1], CultureInfo.InvariantCulture), StringComparison.Ordinal))
            {
                options.Template(output, context);
            }
            else
            {
                options.Inverse(output, context);
            }
        });
        return engine;
    }

    private static string Value(NumberWriter write, double value, string? unit, string? currency) => unit switch
    {
        "money" => write.Money(value, currency),
        "percent" => write.Percent(value),
        "count" or "people" => Math.Abs(value) >= 100 ? write.Number(value, 0) : write.Count(value),
        _ => write.Number(value, Math.Abs(value) >= 100 ? 0 : 2),
    };

    private static string Gap(NumberWriter write, double value, string? unit, string? currency) =>
        unit == "percent" ? write.Points(value) : NumberWriter.Signed(value, Value(write, value, unit, currency));

    private static double Double(object? value) => value switch
    {
        null or UndefinedBindingResult => double.NaN,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };
}
