using System.Globalization;
using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>What a flow knows, as expressions and sentences see it.</summary>
internal static class FlowValues
{
    /// <summary>Names that every flow knows.</summary>
    public static readonly IReadOnlyList<string> BuiltIns = ["today", "in_one_week", "in_two_weeks", "in_four_weeks", "person"];

    public static FlowValue? BuiltIn(string name, FlowTalk talk) => name switch
    {
        "today" => FlowValue.Of(talk.Today),
        "in_one_week" => FlowValue.Of(talk.Today.AddDays(7)),
        "in_two_weeks" => FlowValue.Of(talk.Today.AddDays(14)),
        "in_four_weeks" => FlowValue.Of(talk.Today.AddDays(28)),
        "person" => FlowValue.Of(talk.PersonName),
        _ => null,
    };

    /// <summary>
    /// name: the number, date, flag, or what was chosen as its label; name_text: written for a person, with its unit; name_id: the code of a choice;
    /// name_raw: as it was typed or pressed.
    /// </summary>
    public static Dictionary<string, object?> ForTemplates(FlowWalk walk, Texts texts)
    {
        var values = new Dictionary<string, object?>();
        foreach (var name in BuiltIns)
        {
            Put(values, name, BuiltIn(name, walk.Talk)!, walk.Voice, texts);
        }

        foreach (var (name, value) in walk.State.Values)
        {
            Put(values, name, value, walk.Voice, texts);
        }

        foreach (var (name, answer) in walk.State.Answers)
        {
            Put(values, name, answer.Value, walk.Voice, texts);
            values[name + "_raw"] = answer.Raw;
        }

        // A label may itself name what is known ("{{longdate in_one_week}}", an earlier answer): so in the order in which they were given, over all of it.
        foreach (var (name, answer) in walk.State.Answers.OrderBy(a => a.Value.At).ThenBy(a => walk.State.Trail.IndexOf(a.Key)))
        {
            if (answer.Value.Text is { } code && Label(walk, name, code) is { } label)
            {
                values[name] = values[name + "_text"] = texts.Render(walk.Voice, label, values);
            }
            else if (answer.Value.List is { } list)
            {
                values[name] = values[name + "_text"] = string.Join(", ", list.Select(v => Label(walk, name, v) is { } one ? texts.Render(walk.Voice, one, values) : v));
            }
        }

        return values;
    }

    public static string Show(FlowValue value, Voice voice, Texts texts)
    {
        var write = NumberWriter.For(voice.Locale);
        return value switch
        {
            { Number: { } n, Unit: "%" } => write.Percent(n),
            { Number: { } n, Unit: "±%" } => write.Change(n),
            { Number: { } n, Unit: "s" } => texts.Say(voice, "coaching.value.seconds", ("value", n)),
            { Number: { } n, Unit: { } currency } => write.Money(n, currency),
            { Number: { } n } => write.Number(n, Math.Abs(n) < 10 ? 3 : 2),
            { Date: { } d } => write.LongDate(d),
            { Flag: { } flag } => texts.Say(voice, flag ? "coaching.value.yes" : "coaching.value.no"),
            { List: { } list } => string.Join(", ", list),
            { Text: ['@', .. var key] } => texts.Say(voice, key),
            _ => value.Text ?? "",
        };
    }

    private static Wording? Label(FlowWalk walk, string step, string code) => walk.Flow.In(walk.Voice).Find($"{step}.choices.{code}");

    private static void Put(Dictionary<string, object?> values, string name, FlowValue value, Voice voice, Texts texts)
    {
        var shown = Show(value, voice, texts);
        values[name] = value.Number ?? value.Date ?? value.Flag ?? (object)shown;
        values[name + "_text"] = shown;
        values[name + "_id"] = value.Text?.TrimStart('@') ?? Convert.ToString(value.Plain, CultureInfo.InvariantCulture);
    }
}
