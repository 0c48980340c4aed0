namespace MentorBot.Tables;

/// <summary>A tidy table from anywhere, with headers that the dictionary knows.</summary>
internal sealed class AnyTable : ITableSource
{
    public string Id => "table";

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) => 1;
}
