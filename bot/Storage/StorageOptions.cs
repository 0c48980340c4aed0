using System.ComponentModel.DataAnnotations;

namespace MentorBot.Storage;

internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>"sqlite" (the default: a file in the data folder) or "postgres" (what several instances share).</summary>
    [RegularExpression("sqlite|postgres", ErrorMessage = "Storage:Engine must be 'sqlite' or 'postgres'.")]
    public string Engine { get; init; } = "sqlite";

    /// <summary>Empty on SQLite means mentorbot.db in the data folder; PostgreSQL needs one.</summary>
    public string ConnectionString { get; init; } = "";
}
