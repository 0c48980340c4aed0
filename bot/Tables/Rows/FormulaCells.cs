using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace MentorBot.Tables;

/// <summary>Cells of a workbook that hold a formula and no value (it was written by a program and never calculated). The reading library gives nothing for them, which would pass for "not reported"; here they are text.</summary>
internal static class FormulaCells
{
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false };

    /// <returns>"=formula" by sheet name and 0-based row and column; empty for a workbook of the old format.</returns>
    public static IReadOnlyDictionary<(string Sheet, int Row, int Column), string> WithoutValue(Stream stream)
    {
        var found = new Dictionary<(string, int, int), string>();
        stream.Position = 0;
        if (stream.ReadByte() != 'P')
        {
            return found;
        }

        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var (name, part) in Sheets(zip))
            {
                if (MayHoldFormulas(part))
                {
                    AddFrom(part, name, found);
                }
            }
        }
        catch (XmlException)
        {
            // Whether the workbook can be read at all is for the reading itself to say.
        }

        return found;
    }

    private static IEnumerable<(string Name, ZipArchiveEntry Part)> Sheets(ZipArchive zip)
    {
        var targets = Load(zip, "xl/_rels/workbook.xml.rels")?.Root?.Elements()
            .Where(r => r.Attribute("Id") is not null).DistinctBy(r => r.Attribute("Id")!.Value)
            .ToDictionary(r => r.Attribute("Id")!.Value, r => r.Attribute("Target")?.Value ?? "") ?? [];
        return
        [
            .. from sheet in Load(zip, "xl/workbook.xml")?.Descendants() ?? []
               where sheet.Name.LocalName == "sheet" && sheet.Attribute("name") is not null
               let target = targets.GetValueOrDefault(sheet.Attribute(Relations + "id")?.Value ?? "")
               let part = target is null ? null : zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target)
               where part is not null
               select (sheet.Attribute("name")!.Value, part),
        ];
    }

    private static XDocument? Load(ZipArchive zip, string path)
    {
        if (zip.GetEntry(path) is not { } entry)
        {
            return null;
        }

        using var part = entry.Open();
        using var xml = XmlReader.Create(part, Safe);
        return XDocument.Load(xml);
    }

    /// <summary>Most workbooks have none, and a search of the bytes is quicker than reading them as XML.</summary>
    private static bool MayHoldFormulas(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        var buffer = new byte[64 * 1024];
        var kept = 0;
        int read;
        while ((read = part.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var span = buffer.AsSpan(0, kept + read);
            if (span.IndexOf("<f>"u8) >= 0 || span.IndexOf("<f "u8) >= 0)
            {
                return true;
            }

            kept = Math.Min(2, span.Length);
            span[^kept..].CopyTo(buffer);
        }

        return false;
    }

    private static void AddFrom(ZipArchiveEntry entry, string sheet, Dictionary<(string, int, int), string> found)
    {
        using var part = entry.Open();
        using var xml = XmlReader.Create(part, Safe);
        string? place = null;
        string? formula = null;
        var valued = false;
        for (var more = xml.Read(); more;)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                (place, formula, valued) = (xml.GetAttribute("r"), null, false);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "f" && place is not null)
            {
                // Reading the content already stands on what follows.
                formula = "=" + xml.ReadElementContentAsString();
                continue;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "is")
            {
                valued = true;
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c" && !valued && formula is not null && place is not null && At(place) is { } at)
            {
                found[(sheet, at.Row, at.Column)] = formula;
            }

            more = xml.Read();
        }
    }

    /// <summary>"AB12" as row 11, column 27.</summary>
    private static (int Row, int Column)? At(string place)
    {
        var letters = place.TakeWhile(char.IsAsciiLetterUpper).Count();
        var column = place.Take(letters).Aggregate(0, (sum, c) => sum * 26 + c - 'A' + 1) - 1;
        return letters is > 0 and < 4 && int.TryParse(place.AsSpan(letters), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var row) && row > 0 ? (row - 1, column) : null;
    }
}
