using System.Text;
using CsCheck;
using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class AnyBytesTests
{
    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.OneOf("Day", "Cost", "Clics", "Campagne", "Total", "1 234,56", "1,234", "2026-09-01", "01/02/2026", "--", "\"", "(12)", "é", "#", "", "%", "NaN", "<10", "1e999", "99999999999999999999999999999999999999999999", "0000-00-00", "2026-02-31"),
        Gen.String[0, 6]);

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Gen.Byte.Array[0, 400].Sample(bytes => HasOneSide(Reading.Read(bytes)), iter: 500);

    [Fact]
    public void Any_cells_are_read_or_refused() =>
        Gen.Select(Cell.Array[1, 6].Array[1, 12], Gen.OneOf(",", ";", "\t")).Sample((rows, sign) => HasOneSide(Reading.Read(string.Join('\n', rows.Select(r => string.Join(sign, r))))), iter: 600);

    [Fact]
    public void Any_rows_under_a_known_header_keep_every_column_as_long_as_the_table() =>
        Cell.Array[4].Array[1, 12].Sample(
            rows =>
            {
                var result = Reading.Read("Day;Campaign;Cost;Clicks\n" + string.Join('\n', rows.Select(r => string.Join(';', r))));
                return HasOneSide(result) && (result.Table is not { } t
                    || t.Metrics.All(m => m.Values.Length == t.RowCount) && t.Keys.All(k => k.Codes.Length == t.RowCount && k.Codes.All(c => c >= -1 && c < k.Values.Count))
                    && t.Lines.Length == t.RowCount && (t.Dates.Length == 0 || t.Dates.Length == t.RowCount) && t.RowCount > 0);
            },
            iter: 600);

    [Fact]
    public void A_damaged_export_is_read_or_refused()
    {
        var whole = GoogleAdsExport.Write(Story.Days(new StoryLine(), 1, new DateOnly(2026, 9, 7), 3), french: true);
        var book = Workbook.Of([["Day", "Cost", "Clicks"], ["2026-09-01", 5.5, 3.0]]);
        Gen.Select(Gen.Int[0, 100_000], Gen.Byte, Gen.Bool).Sample(
            (at, with, workbook) =>
            {
                var bytes = (byte[])(workbook ? book : whole).Clone();
                bytes[at % bytes.Length] = with;
                return HasOneSide(Reading.Read(bytes)) && HasOneSide(Reading.Read(bytes[..(at % bytes.Length)]));
            },
            iter: 120);
    }

    [Fact]
    public void Any_archive_is_read_or_refused() =>
        Gen.Select(Gen.OneOf("Dates.csv", "Totals.csv", "../x.txt", "a/b.tsv", "", "é.csv", "photo.jpg", "._x.csv"), Cell.Array[1, 4].Array[1, 8], Gen.Byte.Array[0, 60]).Array[0, 4].Select(Gen.Int[0, 5]).Sample(
            (parts, table) => HasOneSide(Reading.Read(Archive.Of(parts.Select((p, i) => (p.Item1.Length == 0 ? $"{i}" : p.Item1, i % 2 == 0 ? Encoding.UTF8.GetBytes(string.Join('\n', p.Item2.Select(r => string.Join(',', r)))) : p.Item3))), Reading.Options with { Table = table == 0 ? null : table })),
            iter: 150);

    [Fact]
    public void Any_workbook_of_many_sheets_is_read_or_refused() =>
        Gen.Select(Cell.Array[1, 4].Array[1, 8], Gen.Bool).Array[1, 6].Sample(
            sheets => HasOneSide(Reading.Read(Workbook.Of([.. sheets.Select((s, i) => ($"Sheet{i}", s.Item1.Select((r, n) => n == 0 && s.Item2 ? ["Day", "Cost", "Clicks"] : r.Select(c => (object?)new string([.. c.Where(x => !char.IsControl(x) && !char.IsSurrogate(x) && x < 0xFFFE)])).ToArray()).ToArray()))], "A1:C1", "A2:A4"))),
            iter: 60);

    [Fact]
    public void Any_damage_to_an_archive_is_read_or_refused()
    {
        var whole = SearchConsoleExport.Write(Story.Days(new StoryLine(), 1, new DateOnly(2026, 9, 7), 3), french: true);
        Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Sample(
            (at, with) =>
            {
                var bytes = (byte[])whole.Clone();
                bytes[at % bytes.Length] = with;
                return HasOneSide(Reading.Read(bytes)) && HasOneSide(Reading.Read(bytes[..(at % bytes.Length)]));
            },
            iter: 300);
    }

    [Fact]
    public void Any_typed_text_is_figures_or_nothing() =>
        Gen.Select(Cell.Array[0, 8], Gen.OneOf(" ", ", ", "\n", "|")).Sample((words, sign) => Reading.Reader.ReadTyped(string.Join(sign, words), "fr", Reading.Options) is not { } r || HasOneSide(r), iter: 500);

    [Fact]
    public void A_number_written_in_any_country_form_comes_back() =>
        Gen.Select(Gen.Int[0, 9_999_999], Gen.Int[0, 99], Gen.OneOf((",", "."), (".", ","), (" ", ","), ("\u00A0", ","), ("\u202F", ","), ("'", "."))).Sample(
            (whole, cents, signs) =>
            {
                var text = whole.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture).Replace(",", signs.Item1, StringComparison.Ordinal) + signs.Item2 + cents.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
                var cell = NumberCell.Read(text);
                return cell.Kind == CellKind.Number && Math.Abs(cell.Value - (whole + cents / 100.0)) < 1e-6;
            },
            iter: 1000);

    private static bool HasOneSide(TableResult result) => result.Table is null != result.Refusal is null;
}
