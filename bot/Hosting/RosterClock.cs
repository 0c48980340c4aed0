using MentorBot.People;
using MentorBot.Turns;

namespace MentorBot.Hosting;

/// <summary>Reads the roster anew when a file of it changes. One that cannot be used leaves the last good one in force.</summary>
internal sealed class RosterClock(RosterFiles files, PeopleDirectory people, ILogger<RosterClock> logger) : IClock
{
    private string? _seen;

    public async Task<int> TickAsync(CancellationToken cancellationToken)
    {
        var stamp = files.Stamp();
        if (stamp == (_seen ??= stamp))
        {
            return 0;
        }

        _seen = stamp;
        try
        {
            var read = files.Read();
            foreach (var warning in read.SelectMany(r => r.Warnings))
            {
                Log.RosterWarning(logger, warning);
            }

            await people.ReplaceAsync(read, cancellationToken);
            Log.RosterRead(logger, read.Sum(r => r.People.Count));
        }
        catch (InvalidDataException e)
        {
            Log.RosterWarning(logger, e.Message);
        }

        return 0;
    }
}
