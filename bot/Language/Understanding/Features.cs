namespace MentorBot.Language;

/// <summary>A message as hashed traits: words, stems, pairs, letter groups. The hash is our own, so that every process learns the same.</summary>
internal static class Features
{
    public const int Buckets = 1 << 15;

    public static int[] Of(IReadOnlyList<Word> words, bool question, Concepts concepts)
    {
        var found = new List<int>(words.Count * 12);
        var before = "^";
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Text;
            Add(found, 1, word);
            Add(found, 1, word);
            Add(found, 2, Stem(word));
            Add(found, 3, before, word);
            Add(found, 4, Stem(before), Stem(word));
            if (i + 2 < words.Count)
            {
                Add(found, 5, word, words[i + 2].Text);
            }

            for (var k = 0; word.Length > 4 && k + 4 <= word.Length; k++)
            {
                found.Add(Hash(6, word.AsSpan(k, 4)) & (Buckets - 1));
            }

            before = word;
        }

        AddConcepts(found, words, concepts);
        Add(found, 3, before, "$");
        Add(found, 7, words.Count switch { <= 1 => "1", 2 => "2", 3 => "3", <= 5 => "5", <= 8 => "8", <= 12 => "12", _ => "20" });
        if (question)
        {
            Add(found, 8, "?");
        }

        return [.. found];
    }

    /// <summary>Each idea once, with its pairs: "my", "figures" and "down" together say more than apart. Oneself stands in too many messages to tell.</summary>
    private static void AddConcepts(List<int> found, IReadOnlyList<Word> words, Concepts concepts)
    {
        var ideas = new List<string>();
        foreach (var word in words)
        {
            var idea = word.Text is Word.Kpi ? "kpi" : word.Text is Word.Figure ? "figure" : concepts.Of(word.Text);
            if (idea is not null and not "self" && !ideas.Contains(idea))
            {
                ideas.Add(idea);
            }
        }

        ideas.Sort(StringComparer.Ordinal);
        for (var i = 0; i < ideas.Count; i++)
        {
            Add(found, 9, ideas[i]);
            Add(found, 9, ideas[i]);
            for (var k = i + 1; k < ideas.Count; k++)
            {
                Add(found, 10, ideas[i], ideas[k]);
            }
        }
    }

    private static ReadOnlySpan<char> Stem(string word) => word.Length > 5 ? word.AsSpan(0, 5) : word;

    private static void Add(List<int> to, int kind, ReadOnlySpan<char> a, ReadOnlySpan<char> b = default) =>
        to.Add((int)((uint)((Hash(kind, a) * 31) ^ Hash(kind + 16, b)) & (Buckets - 1)));

    private static int Hash(int kind, ReadOnlySpan<char> text)
    {
        var hash = 2166136261u ^ (uint)kind;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)(hash ^ (hash >> 15));
    }
}
