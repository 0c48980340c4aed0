using System.Collections.Concurrent;
using System.Globalization;
using HandlebarsDotNet;
using YamlDotNet.RepresentationModel;

namespace MentorBot.Messages;

/// <summary>
/// Every sentence a person reads, by key, from <c>prompts/texts/&lt;room&gt;/&lt;locale&gt;.yaml</c>. The key is "room.name"; nested maps join with dots.
/// A value is a Handlebars template, or a map with <c>tu</c> and <c>vous</c> where French addresses the reader.
/// </summary>
internal sealed class Texts
{
    private readonly Dictionary<(string Locale, string Key), Wording> _wordings;
    private readonly ConcurrentDictionary<(string Template, string Locale), HandlebarsTemplate<object, object>> _compiled = new();
    private readonly Dictionary<string, IHandlebars> _engines = Locales.All.ToDictionary(l => l, TextHelpers.EngineFor);

    private Texts(Dictionary<(string Locale, string Key), Wording> wordings) => _wordings = wordings;

    public IEnumerable<(string Locale, string Key, Wording Wording)> All => _wordings.Select(w => (w.Key.Locale, w.Key.Key, w.Value));

    /// <param name="prompts">The prompts folder; its "texts" subfolder is read.</param>
    /// <exception cref="InvalidDataException">A file is not a map of texts; names the file.</exception>
    public static Texts Load(string prompts)
    {
        var wordings = new Dictionary<(string, string), Wording>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(prompts, "texts"), "*.yaml", SearchOption.AllDirectories))
        {
            var room = Path.GetFileName(Path.GetDirectoryName(file)!);
            Collect(wordings, Path.GetFileNameWithoutExtension(file), room, YamlFile.ReadMap(file));
        }

        return new Texts(wordings);
    }

    public bool Has(string locale, string key) => _wordings.ContainsKey((locale, key));

    /// <exception cref="KeyNotFoundException">No such text; a fault of ours, never of the reader.</exception>
    public string Say(Voice voice, string key, params IEnumerable<(string Name, object? Value)> values) =>
        Say(voice, key, values.ToDictionary(v => v.Name, v => v.Value));

    public string Say(Voice voice, Refusal refusal) => Say(voice, refusal.Code, refusal.Values);

    public string Say(Voice voice, string key, IReadOnlyDictionary<string, object?> values) =>
        _wordings.TryGetValue((voice.Locale, key), out var wording)
            ? Render(voice, wording, values)
            : throw new KeyNotFoundException($"No text '{key}' in '{voice.Locale}'.");

    /// <summary>Renders a template that a room read itself (a flow's words) with the same helpers and number formats.</summary>
    public string Render(Voice voice, Wording wording, IReadOnlyDictionary<string, object?> values)
    {
        var template = wording.For(voice.Form);
        return template.Contains("{{", StringComparison.Ordinal)
            ? OneStop(_compiled.GetOrAdd((template, voice.Locale), t => _engines[t.Locale].Compile(t.Template))(values).Trim())
            : template.Trim();
    }

    /// <summary>A sentence that ends on an abbreviation ("1 nov.") has one full stop, not two.</summary>
    private static string OneStop(string text) => text.Replace("..", ".", StringComparison.Ordinal);

    private static void Collect(Dictionary<(string, string), Wording> wordings, string locale, string prefix, YamlMappingNode map)
    {
        foreach (var (keyNode, value) in map.Children)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{prefix}.{((YamlScalarNode)keyNode).Value}");
            if (Wording.TryRead(value) is { } wording)
            {
                wordings[(locale, key)] = wording;
            }
            else if (value is YamlMappingNode nested)
            {
                Collect(wordings, locale, key, nested);
            }
            else
            {
                throw new InvalidDataException($"{locale}: '{key}' (line {value.Start.Line}) is neither a text, nor tu and vous, nor a map.");
            }
        }
    }
}
