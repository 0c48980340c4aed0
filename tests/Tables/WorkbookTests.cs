using System.IO.Compression;
using System.Text;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class WorkbookTests
{
    private static readonly object?[][] Rows =
    [
        ["Suivi des campagnes", null, null, null],
        [null, null, null, null],
        ["Jour", "Campagne", "Coût (EUR)", "Clics"],
        [new DateOnly(2026, 9, 1), "Marque", 1234.5, 40.0],
        [new DateOnly(2026, 9, 2), "Podcast", 1.234, 21.0],
        ["Total", null, 1235.734, 61.0],
    ];

    [Fact]
    public void A_workbook_reads_with_real_dates_and_typed_numbers()
    {
        var table = Reading.Table(Reading.Read(Workbook.Of(Rows)));
        Assert.Equal([1234.5, 1.234], table.Values("spend"));
        Assert.Equal([new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2)], table.Dates);
        Assert.Equal([4, 5], table.Lines);
        Assert.Equal("EUR", table.Currency);
        Assert.Equal(6, Assert.Single(table.StatedTotals).Line);
        Assert.Empty(table.Questions);
    }

    [Fact]
    public void A_formula_that_was_never_calculated_is_text_and_no_amount()
    {
        object?[][] rows = [["Jour", "Campagne", "Coût (EUR)", "Clics"], [new DateOnly(2026, 9, 1), "=A1", 5.0, 3.0], [new DateOnly(2026, 9, 2), "b", "=C2*2", 4.0], ["Total", null, "=SUM(C2:C3)", 7.0]];
        var table = Reading.Table(Reading.Read(Workbook.Of(rows)));
        Assert.Equal([5], table.Values("spend"));
        Assert.Equal(["=A1"], table.Key("campaign")?.Values);
        Assert.Equal(3, Assert.Single(table.Refused).Line);
        Assert.Equal(7, Assert.Single(table.StatedTotals).Values["clicks_all"]);
    }

    [Fact]
    public void A_workbook_with_macros_is_refused() =>
        Assert.Equal("tables.macro-workbook", Reading.RefusalCode(Reading.Read(Workbook.Of(Rows, ("xl/vbaProject.bin", [1, 2, 3])))));

    [Fact]
    public void A_workbook_that_unpacks_too_far_is_refused() =>
        Assert.Equal("tables.zip-bomb", Reading.RefusalCode(Reading.Read(Workbook.Of(Rows, ("xl/media/zeros.bin", new byte[30_000_000])), Reading.Options with { MaxBytes = 1024 * 1024 })));

    [Fact]
    public void An_archive_of_something_else_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("scan.pdf").Open();
            part.Write("%PDF-1.7"u8);
        }

        Assert.Equal("tables.zip", Reading.RefusalCode(Reading.Read(bytes.ToArray())));
    }

    [Fact]
    public void A_workbook_behind_a_password_is_refused() =>
        Assert.Equal("tables.password", Reading.RefusalCode(Reading.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]])));

    [Fact]
    public void A_picture_is_refused() => Assert.Equal("tables.picture", Reading.RefusalCode(Reading.Read([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])));

    [Fact]
    public void A_stream_that_cannot_be_rewound_is_read_up_to_the_limit()
    {
        using var zipped = new MemoryStream();
        using (var pack = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            pack.Write("Day,Campaign,Cost,Clicks\n2026-09-01,a,5.00,3\n"u8);
        }

        zipped.Position = 0;
        using var forward = new GZipStream(zipped, CompressionMode.Decompress);
        Assert.Equal([5], Reading.Table(Reading.Reader.Read(forward, "x.csv", Reading.Options)).Values("spend"));
    }
}
