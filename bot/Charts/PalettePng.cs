using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace MentorBot.Charts;

/// <summary>
/// The same picture with at most 256 colours: a chart has few, and the file shrinks to a fraction. Source: PNG specification, colour type 3.
/// </summary>
internal static class PalettePng
{
    private const int Most = 256;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    /// <param name="png">A picture without transparency.</param>
    public static byte[] Of(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        var pixels = bitmap.Pixels;
        var (indices, palette) = Quantised(pixels);
        using var file = new MemoryStream();
        file.Write(Signature);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, bitmap.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), bitmap.Height);
        (head[8], head[9]) = (8, 3);
        Write(file, "IHDR"u8, head);
        Write(file, "PLTE"u8, [.. palette.SelectMany(c => new[] { c.Red, c.Green, c.Blue })]);
        Write(file, "IDAT"u8, Packed(indices, bitmap.Width, bitmap.Height));
        Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Colours lose their last bits until few enough are left; each is then drawn as the mean of those that fell together.</summary>
    private static (byte[] Indices, IReadOnlyList<SKColor> Palette) Quantised(SKColor[] pixels)
    {
        for (var lost = 0; ; lost++)
        {
            var places = new Dictionary<uint, byte>();
            var indices = new byte[pixels.Length];
            var sums = new List<(long Red, long Green, long Blue, long Count)>();
            var mask = (uint)(0xFF >> lost << lost) * 0x010101u;
            var fits = true;
            for (var i = 0; i < pixels.Length && fits; i++)
            {
                var key = (uint)pixels[i] & mask;
                if (!places.TryGetValue(key, out var place))
                {
                    fits = places.Count < Most;
                    if (fits)
                    {
                        places[key] = place = (byte)sums.Count;
                        sums.Add(default);
                    }
                }

                if (fits)
                {
                    indices[i] = place;
                    var s = sums[place];
                    sums[place] = (s.Red + pixels[i].Red, s.Green + pixels[i].Green, s.Blue + pixels[i].Blue, s.Count + 1);
                }
            }

            if (fits)
            {
                return (indices, [.. sums.Select(s => new SKColor((byte)(s.Red / s.Count), (byte)(s.Green / s.Count), (byte)(s.Blue / s.Count)))]);
            }
        }
    }

    private static byte[] Packed(byte[] indices, int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(indices, y * width, width);
            }
        }

        return packed.ToArray();
    }

    private static void Write(MemoryStream file, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        var sum = uint.MaxValue;
        foreach (var b in type)
        {
            sum = Crc[(sum ^ b) & 0xFF] ^ (sum >> 8);
        }

        foreach (var b in data)
        {
            sum = Crc[(sum ^ b) & 0xFF] ^ (sum >> 8);
        }

        BinaryPrimitives.WriteUInt32BigEndian(number, ~sum);
        file.Write(number);
    }
}
