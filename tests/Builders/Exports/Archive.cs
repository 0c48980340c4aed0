using System.IO.Compression;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>A zip of entries, as a platform sends one.</summary>
internal static class Archive
{
    public static byte[] Of(params IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
