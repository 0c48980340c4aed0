namespace MentorBot.Hosting;

/// <summary>Which loops this instance runs: setting <c>Runs</c>, all by default.</summary>
internal sealed record Runs(bool Web, bool Turns, bool Deliveries, bool Clocks)
{
    private static readonly string[] Known = ["web", "turns", "deliveries", "clocks"];

    /// <exception cref="StartRefused">A name is unknown.</exception>
    public static Runs From(IConfiguration configuration)
    {
        var names = (configuration.GetSection("Runs").Get<string[]>() ?? (configuration["Runs"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Select(n => n.Trim().ToLowerInvariant()).ToList();
        var unknown = names.FirstOrDefault(n => !Known.Contains(n));
        if (unknown is not null)
        {
            throw new StartRefused($"Runs: '{unknown}' is unknown; use {string.Join(", ", Known)}, or leave it out to run all.");
        }

        return names.Count == 0 ? new Runs(true, true, true, true) : new Runs(names.Contains("web"), names.Contains("turns"), names.Contains("deliveries"), names.Contains("clocks"));
    }
}
