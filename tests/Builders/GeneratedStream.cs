using System.Text;

namespace MentorBot.Tests.Builders;

/// <summary>A file of any size that is nowhere: a head, then records of one width, made when they are read. It allocates nothing per record, so that what a reader allocates can be counted.</summary>
/// <param name="write">Fills the record of an index.</param>
internal sealed class GeneratedStream(string head, int width, long records, Action<long, Span<byte>> write) : Stream
{
    private static readonly DateOnly First = new(2026, 1, 1);

    private static ReadOnlySpan<byte> AdRecord => "0000-00-00,Campaign 0,Ad 00,000000,0000,0000.00,00000\n"u8;

    private readonly byte[] _head = Encoding.UTF8.GetBytes(head);
    private readonly byte[] _record = new byte[width];
    private long _made = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _head.Length + width * records;

    public override long Position { get; set; }

    /// <summary>Ads of a few campaigns, day by day.</summary>
    public static GeneratedStream Ads(int rows) => new("Day,Campaign,Ad,Impressions,Clicks,Cost,Conversions\n", AdRecord.Length, rows, (index, record) =>
    {
        AdRecord.CopyTo(record);
        var day = First.AddDays((int)(index / 500));
        Write(record[..4], day.Year);
        Write(record[5..7], day.Month);
        Write(record[8..10], day.Day);
        Write(record[20..21], index % 500 / 50);
        Write(record[25..27], index % 50);
        Write(record[28..34], index * 7919 % 90_000 + 1000);
        Write(record[35..39], index * 104_729 % 900 + 10);
        Write(record[40..44], index * 15_485_863 % 900 + 10);
        Write(record[45..47], index % 97);
        Write(record[48..53], index % 90);
    });

    /// <summary>One text again and again.</summary>
    public static GeneratedStream Repeating(string record, long times, string head = "")
    {
        var together = 1;
        while (together < 4096 && times % (together * 2) == 0)
        {
            together *= 2;
        }

        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(record, together)));
        return new(head, bytes.Length, times / together, (_, to) => bytes.CopyTo(to));
    }

    public override int Read(Span<byte> buffer)
    {
        var read = 0;
        while (read < buffer.Length && Position < Length)
        {
            var from = Part();
            var count = Math.Min(from.Length, buffer.Length - read);
            from[..count].CopyTo(buffer[read..]);
            (read, Position) = (read + count, Position + count);
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => Length + offset };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>What stands at the position, to the end of the head or of its record.</summary>
    private ReadOnlySpan<byte> Part()
    {
        if (Position < _head.Length)
        {
            return _head.AsSpan((int)Position);
        }

        var (index, at) = Math.DivRem(Position - _head.Length, width);
        if (index != _made)
        {
            write(index, _record);
            _made = index;
        }

        return _record.AsSpan((int)at);
    }

    private static void Write(Span<byte> digits, long number)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = (byte)('0' + number % 10);
            number /= 10;
        }
    }
}
