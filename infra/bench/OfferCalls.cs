using System.Reflection;

namespace MentorBot.Bench;

/// <summary>The service's own reading of a test, called as its command calls it. Its types are internal, so they are looked up by name; a name that is gone ends the bench with the name.</summary>
internal sealed class OfferCalls
{
    private readonly Type _arm;
    private readonly Type _named;
    private readonly MethodInfo _data;
    private readonly Type _options;
    private readonly MethodInfo _read;

    public OfferCalls(Assembly service)
    {
        Type Find(string name) => service.GetType($"MentorBot.{name}") ?? throw new InvalidOperationException($"MentorBot.{name} is not in {service.Location}.");
        MethodInfo Static(Type type, string name) => type.GetMethod(name, BindingFlags.Static | BindingFlags.Public) ?? throw new InvalidOperationException($"{type}.{name} is not in {service.Location}.");
        _arm = Find("Statistics.Arm");
        _named = typeof(ValueTuple<,>).MakeGenericType(typeof(string), _arm);
        _options = Find("Offers.OfferReadingOptions");
        _data = Static(Find("Offers.OfferData"), "Of");
        _read = Static(Find("Offers.OfferReading"), "Of");
    }

    /// <summary>One reading: 2 % of the control convert, a little more in each further arm, one in eighty more at most, so that it is a tie in small tests and a win in large ones.</summary>
    /// <exception cref="InvalidOperationException">The reading was refused: nothing was measured.</exception>
    public void Read(double users, int arms, int looks)
    {
        var counts = Array.CreateInstance(_named, arms);
        for (var i = 0; i < arms; i++)
        {
            counts.SetValue(Activator.CreateInstance(_named, $"{i}", Activator.CreateInstance(_arm, Math.Round(users * (.02 + .00025 * i)), users)), i);
        }

        var options = Activator.CreateInstance(_options)!;
        _options.GetProperty("Looks")!.SetValue(options, looks);
        var told = (System.Runtime.CompilerServices.ITuple)_read.Invoke(null, [_data.Invoke(null, [counts]), options])!;
        if (told[0] is null)
        {
            throw new InvalidOperationException($"The reading was refused: {told[1]}");
        }
    }
}
