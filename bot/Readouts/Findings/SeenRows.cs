using System.Numerics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Rows by what they hold, in one open table of 8 bytes a place: a dictionary of a million rows would be larger than their columns.</summary>
internal sealed class SeenRows
{
    private readonly double[][] _figures;
    private readonly int[][] _codes;
    private readonly DateOnly[] _dates;

    /// <summary>The upper half of the row's hash, then the row's index plus one; 0 is a free place.</summary>
    private readonly ulong[] _places;

    public SeenRows(KpiTable table)
    {
        _figures = [.. table.Metrics.Select(m => m.Values)];
        _codes = [.. table.Keys.Select(k => k.Codes)];
        _dates = table.Dates;
        _places = new ulong[BitOperations.RoundUpToPowerOf2((uint)table.RowCount + ((uint)table.RowCount / 2) + 1)];
    }

    /// <returns>The first row that is the same in every date, key and figure; -1 when there is none, and the row is then kept.</returns>
    public int Add(int row)
    {
        var hash = Hash(row);
        var mask = _places.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            var place = _places[at];
            if (place == 0)
            {
                _places[at] = (hash & 0xFFFF_FFFF_0000_0000) | (uint)(row + 1);
                return -1;
            }

            var earlier = (int)(uint)place - 1;
            if (place >> 32 == hash >> 32 && Same(row, earlier))
            {
                return earlier;
            }
        }
    }

    private ulong Hash(int row)
    {
        var hash = _dates.Length == 0 ? 0 : Mixed(0, (ulong)_dates[row].DayNumber);
        foreach (var codes in _codes)
        {
            hash = Mixed(hash, (ulong)codes[row]);
        }

        foreach (var values in _figures)
        {
            // A double is equal to itself in other bits too: every NaN, and zero with either sign.
            var value = values[row];
            hash = Mixed(hash, double.IsNaN(value) ? 1 : value == 0 ? 0 : BitConverter.DoubleToUInt64Bits(value));
        }

        return hash;
    }

    private bool Same(int a, int b)
    {
        if (_dates.Length > 0 && _dates[a] != _dates[b])
        {
            return false;
        }

        foreach (var codes in _codes)
        {
            if (codes[a] != codes[b])
            {
                return false;
            }
        }

        foreach (var values in _figures)
        {
            if (!values[a].Equals(values[b]))
            {
                return false;
            }
        }

        return true;
    }

    private static ulong Mixed(ulong hash, ulong value)
    {
        hash = (hash ^ value) * 0x9E37_79B9_7F4A_7C15;
        return hash ^ (hash >> 32);
    }
}
