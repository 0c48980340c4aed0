namespace MentorBot.Messages;

/// <summary>What a typed text was read as: one value, several possible values (to be asked once, with a button each), or nothing.</summary>
/// <param name="Readings">Likeliest first; empty when the text holds no such value.</param>
/// <param name="Approximate">The person said "about", "environ", "une dizaine".</param>
internal sealed record Typed<T>(IReadOnlyList<T> Readings, bool Approximate)
    where T : struct
{
    public static readonly Typed<T> Nothing = new([], false);

    public bool IsRead => Readings.Count == 1;

    public bool IsAmbiguous => Readings.Count > 1;

    /// <summary>Null unless there is exactly one reading: an ambiguous text is never guessed.</summary>
    public T? Value => IsRead ? Readings[0] : null;

    public static Typed<T> One(T value, bool approximate = false) => new([value], approximate);

    public static Typed<T> Any(IEnumerable<T> readings, bool approximate = false) => new([.. readings.Distinct()], approximate);

    public Typed<TOther> As<TOther>(Func<T, TOther> convert)
        where TOther : struct => Typed<TOther>.Any(Readings.Select(convert), Approximate);
}
