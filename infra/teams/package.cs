// Makes the app package that an administrator uploads to Teams:
//   dotnet run infra/teams/package.cs -- APP_ID HOST [OUT.zip] [VERSION]
// APP_ID: the GUID of the bot's Entra app. HOST: where the service is reached, without https://.
using System.IO.Compression;
using System.Runtime.CompilerServices;

if (args is not [var appId, var host, ..] || !Guid.TryParse(appId, out _) || Uri.CheckHostName(host) != UriHostNameType.Dns)
{
    Console.Error.WriteLine("Usage: dotnet run infra/teams/package.cs -- APP_ID HOST [OUT.zip] [VERSION]. APP_ID is a GUID; HOST a name such as mentorbot.example.com, without https://.");
    return 2;
}

var output = Path.GetFullPath(args.Length > 2 ? args[2] : "mentorbot-teams.zip");
var version = args.Length > 3 ? args[3] : "1.0.0";
File.Delete(output);
using (var zip = ZipFile.Open(output, ZipArchiveMode.Create))
{
    foreach (var name in new[] { "color.png", "outline.png", "en.json" })
    {
        zip.CreateEntryFromFile(Path.Combine(Here(), name), name);
    }

    using var manifest = new StreamWriter(zip.CreateEntry("manifest.json").Open());
    manifest.Write(File.ReadAllText(Path.Combine(Here(), "manifest.json")).Replace("{{APP_ID}}", appId).Replace("{{HOST}}", host).Replace("{{VERSION}}", version));
}

Console.WriteLine(output);
return 0;

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
