namespace MentorBot.Hosting;

/// <summary>A folder that the service writes to: there and writable, or still to be made in one that is.</summary>
internal static class FolderCheck
{
    /// <summary>Bytes; below it the next uploads may not fit.</summary>
    private const long LittleSpace = 500_000_000;

    /// <param name="key">The setting that names it.</param>
    public static DoctorCheck Of(string name, string key, string path)
    {
        var fix = $"give the account that runs the service the right to write there, or set {key} to another folder";
        try
        {
            var folder = Nearest(path);
            using (File.Create(Path.Combine(folder, $".doctor-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose))
            {
            }

            var free = new DriveInfo(folder).AvailableFreeSpace;
            var exists = folder == path ? "it can be written" : "it will be made at the first start";
            return free < LittleSpace
                ? new DoctorCheck(name, DoctorState.Warning, path, $"{exists}, but only {free / 1_000_000} MB are free", $"free some space, or set {key} to a larger disk")
                : new DoctorCheck(name, DoctorState.Ok, path, exists);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DoctorCheck(name, DoctorState.Failed, path, "it cannot be written", fix);
        }
    }

    private static string Nearest(string path)
    {
        var folder = path;
        while (!Directory.Exists(folder))
        {
            if (File.Exists(folder))
            {
                throw new IOException("A file stands where a folder belongs.");
            }

            folder = Path.GetDirectoryName(folder) ?? throw new IOException("No folder of the path exists.");
        }

        return folder;
    }
}
