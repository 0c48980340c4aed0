using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>
/// Numbers the people of a test's rows, so that somebody who is in two arms, or twice in one, is noticed. Their ids are never kept: only digests under a key that is drawn for this reading
/// and is wiped with it, and of those only the order of appearance leaves. Neither key nor digest is stored, logged or handed on; two readings of one file number alike and share nothing.
/// </summary>
internal sealed partial class PersonNumbers
{
    private readonly int _column;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<UInt128, int> _known = [];
    private readonly Growing<int> _numbers = new();

    private PersonNumbers(int column) => _column = column;

    /// <returns>Null where the rows are not of a test's arms, or no column tells people apart. A name does not: two people share it.</returns>
    public static PersonNumbers? Of(Layout layout)
    {
        if (!layout.Keys.Any(k => k.Id == "variant"))
        {
            return null;
        }

        var personal = layout.Personal.Where(p => PersonId().IsMatch(HeaderName.Normalise(p.Header))).Select(p => p.Index);
        var ids = layout.Ignored.Where(h => BareId().IsMatch(HeaderName.Normalise(h))).Select(h => layout.Headers.ToList().IndexOf(h));
        var columns = personal.Concat(ids).ToList();
        return columns.Count == 0 ? null : new PersonNumbers(columns[0]);
    }

    public void Add(Row row)
    {
        var text = row[_column];
        if (text.IsEmpty)
        {
            _numbers.Add(-1);
            return;
        }

        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, MemoryMarshal.AsBytes(text), digest);
        var print = MemoryMarshal.Read<UInt128>(digest);
        if (!_known.TryGetValue(print, out var number))
        {
            _known.Add(print, number = _known.Count);
        }

        _numbers.Add(number);
    }

    /// <summary>The numbers, row by row; what they were made from is wiped.</summary>
    public int[] Take()
    {
        CryptographicOperations.ZeroMemory(_key);
        _known.Clear();
        return _numbers.Take();
    }

    [GeneratedRegex(@"\b(id|identifiant|mail|e-mail|email|courriel)\b")]
    private static partial Regex PersonId();

    [GeneratedRegex(@"^(id|uid|uuid|unique id|user|userid|visitor|visitor id|visiteur|abonne)$")]
    private static partial Regex BareId();
}
