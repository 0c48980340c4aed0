using System.Text;
using CsCheck;
using MentorBot.Tables;
using MentorBot.Tests.Builders;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

/// <summary>Real exports after an accident, and files that only look like text: read or refused, within memory that does not grow with the damage. MENTORBOT_FUZZ asks for more of them.</summary>
public sealed class DamagedFilesTests
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A reading's own buffers, and per byte of file what a row of it becomes.</summary>
    private const long OwnBytes = 8 * Megabyte;

    private const int BytesPerByte = 400;

    private static readonly int Files = int.TryParse(Environment.GetEnvironmentVariable("MENTORBOT_FUZZ"), out var asked) ? asked : 300;

    private static readonly DateOnly Monday = new(2026, 9, 7);

    private static readonly byte[][] Whole =
    [
        GoogleAdsExport.Write(Story.Days(new StoryLine(), 1, Monday, 9), french: true),
        GoogleAdsExport.Write(Story.Days(new StoryLine(), 2, Monday, 9), french: false, utf16: false),
        MetaAdsExport.Write(Story.Days(new StoryLine(), 3, Monday, 9), french: true, totalsLast: true),
        Ga4Export.Write(new StoryLine(), 4, Monday, 9, french: true),
        Ga4Export.Write(new StoryLine(), 5, Monday, 9, french: false, exploration: true),
        Workbook.Of([["Day", "Cost", "Clicks"], .. Enumerable.Range(1, 9).Select(i => (object[])[$"2026-09-0{i}", 5.5 * i, 3.0 * i])]),
    ];

    /// <summary>What an accident puts into a file.</summary>
    private static readonly string[] Splinters = ["\"", "\"\"", "\0", ",", ";", "\t", "\n", "\r", "\r\n", "\n\n\n", "#", "Total", "é", "\uFEFF", "Ã©", "-", "%", "1,234", "1e308", "@", "=1+1", new('x', 5000), new('"', 999), new(',', 3000), new('9', 400)];

    [Fact]
    public void A_real_export_after_any_accident_is_read_or_refused_within_its_memory() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[1, 6], Gen.Int).Sample(
            (which, accidents, seed) =>
            {
                var random = new Random(seed);
                var bytes = new List<byte>(Whole[which]);
                for (var i = 0; i < accidents && bytes.Count > 0; i++)
                {
                    Damage(bytes, random);
                }

                Bounded(new MemoryStream([.. bytes]), OwnBytes + BytesPerByte * (long)bytes.Count);
            },
            iter: Files);

    [Theory]
    [InlineData("x", 100 * Megabyte)]
    [InlineData("word ", 40 * Megabyte)]
    [InlineData("1;", 40 * Megabyte)]
    [InlineData("\"\",", 20 * Megabyte)]
    [InlineData("\"", 32 * Megabyte)]
    internal void A_line_without_an_end_is_not_gathered(string text, long times) =>
        Assert.NotNull(Bounded(GeneratedStream.Repeating(text, times), 40 * Megabyte).Refusal);

    [Fact]
    public void A_quote_that_nobody_closes_is_not_gathered() =>
        Assert.Equal("tables.unclosed-quote", Bounded(GeneratedStream.Repeating("1,2\n", 10 * Megabyte, "Day,Cost,Clicks\n2026-09-01,5,\""), 16 * Megabyte).Refusal?.Code);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(" , ,\n")]
    internal void A_million_empty_lines_hold_nothing(string line)
    {
        Assert.NotNull(Bounded(GeneratedStream.Repeating(line, 1_000_000), 4 * Megabyte).Refusal);
        Assert.NotNull(Bounded(GeneratedStream.Repeating(line, 1_000_000, "Day,Cost,Clicks\n"), 4 * Megabyte).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Cost")]
    [InlineData("Campaign 7")]
    internal void A_million_columns_are_no_table(string header) =>
        Assert.NotNull(Bounded(GeneratedStream.Repeating(header + ",", 1_000_000, "Day,Cost,Clicks,"), 40 * Megabyte).Refusal);

    [Fact]
    public void A_long_text_without_a_header_is_refused_without_understanding_each_line() =>
        Assert.Equal("tables.unknown-columns", Bounded(GeneratedStream.Repeating("apples,pears,plums\n", 500_000), 40 * Megabyte).Refusal?.Code);

    [Fact]
    public void A_million_rows_of_one_figure_are_read() =>
        Assert.Equal(1_000_000, Bounded(GeneratedStream.Repeating("2026-09-01,3\n", 1_000_000, "Day,Clicks\n"), 100 * Megabyte).Table?.RowCount);

    [Theory]
    [InlineData("Total,x,1\n")]
    [InlineData("nobody,knows,this\n")]
    [InlineData("2026-09-01,5\n")]
    [InlineData("2026-09-01,5,1,,7\n")]
    [InlineData("Day,Cost,Clicks\n")]
    [InlineData("2026-02-31,\"1,234\",12 %\n")]
    internal void A_hundred_thousand_rows_of_one_trouble_are_noted_within_their_memory(string row) =>
        Bounded(GeneratedStream.Repeating(row, 100_000, "Day,Cost,Clicks\n2026-09-01,5,1\n2026-09-02,6,2\n"), 80 * Megabyte);

    private static TableResult Bounded(Stream file, long bytes)
    {
        using (file)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var result = Reading.Reader.Read(file, "export.csv", Reading.Options with { MaxBytes = 1000 * Megabyte });
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(result.Table is null != result.Refusal is null);
            Assert.True(allocated <= bytes, $"{allocated / 1024.0 / 1024:0.0} MB for a file of {file.Length / 1024.0 / 1024:0.00} MB; allowed are {bytes / 1024.0 / 1024:0.0}. {result.Refusal?.Code}");
            return result;
        }
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 2000), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 4:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splinters[random.Next(Splinters.Length)]));
                break;
            case 5:
                bytes.RemoveRange(0, at);
                break;
            default:
                for (var i = at; i < at + length; i++)
                {
                    bytes[i] = (byte)random.Next(256);
                }

                break;
        }
    }
}
