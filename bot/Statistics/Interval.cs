namespace MentorBot.Statistics;

/// <summary>A two-sided range. High may be infinite where the data set no upper limit.</summary>
internal readonly record struct Interval(double Low, double High)
{
    public bool Contains(double value) => value >= Low && value <= High;

    public Interval Map(Func<double, double> monotone)
    {
        var (a, b) = (monotone(Low), monotone(High));
        return a <= b ? new Interval(a, b) : new Interval(b, a);
    }
}
