using System.Globalization;
using MentorBot.Bench;

// bench floor URL                   the peer of a turn: one durable write per POST
// bench run MENTORBOT.dll [TURNS]   both in turn, CPU per turn side by side
// bench teams MENTORBOT.dll ECHO.js [TURNS] [ROUNDS]    a coached turn on Teams beside the SDK's echo bot and the floor
// bench duck FILE PASSES THREADS    the peer of a reading: DuckDB over the same file
// bench read MENTORBOT.dll [ROWS]   both in turn, CPU and peak memory side by side
// bench statistics MENTORBOT.dll    CPU of one reading of a test, from a thousand people to a hundred million
return args switch
{
    ["floor", var url] => await Floor.RunAsync(url),
    ["run", var service, .. var rest] => await Comparison.RunAsync(service, Number(rest, 4000)),
    ["teams", var service, var echo, .. var rest] => await TeamsComparison.RunAsync(service, echo, Number(rest, 4000), Number([.. rest.Skip(1)], 3)),
    ["duck", var file, var passes, var threads] => DuckPasses.Run(file, Number([passes], 8), Number([threads], 0)),
    ["read", var service, .. var rest] => ReadingComparison.Run(service, Number(rest, 1_000_000)),
    ["statistics", var service] => StatisticsCost.Run(service),
    _ => 2,
};

static int Number(string[] rest, int otherwise) => rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : otherwise;
