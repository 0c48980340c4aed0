using MentorBot.Bench;

// bench floor URL          the peer: one durable write per POST
// bench run MENTORBOT.dll  both in turn, CPU per turn side by side
return args switch
{
    ["floor", var url] => await Floor.RunAsync(url),
    ["run", var service, .. var rest] => await Comparison.RunAsync(service, rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 4000),
    _ => 2,
};
