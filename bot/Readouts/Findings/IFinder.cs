namespace MentorBot.Readouts;

/// <summary>
/// Looks at a reading in the making for one kind of news. An open set: a new finder is one file in this folder, found by scan, and its texts under readouts.finding.
/// Keep no state: one instance serves every reading. What changes the series themselves (partial steps, breaks) or settles what moved is done by <see cref="ReadTable"/> before any finder is asked.
/// </summary>
internal interface IFinder
{
    IEnumerable<Finding> Find(TableReading reading);
}
