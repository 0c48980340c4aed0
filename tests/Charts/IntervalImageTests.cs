using MentorBot.Charts;
using MentorBot.Messages;
using SkiaSharp;

namespace MentorBot.Tests.Charts;

public sealed class IntervalImageTests
{
    [Fact]
    public void Look()
    {
        foreach (var french in new[] { true, false })
        {
            var l = french ? "fr" : "en";
            var parts = new (string, MessagePart)[]
            {
                ("cpa5", new IntervalPart(ChartSamples.Cpa(5, french))), ("cpa12", new IntervalPart(ChartSamples.Cpa(12, french))), ("diff", new IntervalPart(ChartSamples.Difference(french))),
                ("power", new CurvePart(ChartSamples.Power(french))), ("spend", new CurvePart(ChartSamples.Spend(french))), ("tornado", new TornadoPart(ChartSamples.Profit(french))),
                ("tornado-inf", new TornadoPart(ChartSamples.Profit(french) with { Bars = [.. ChartSamples.Profit(french).Bars, new TornadoBar("Both up", "12", "14", 44, 70), new TornadoBar("Open", "0", "40", double.PositiveInfinity, 22), new TornadoBar("None", "1", "1", 30, 30)] })),
            };
            foreach (var (name, part) in parts)
            {
                foreach (var phone in new[] { true, false })
                {
                    File.WriteAllBytes($"/tmp/charts-out/{name}-{l}-{(phone ? "phone" : "page")}.png", ChartPicture.Png(part, l, phone, french == phone)!);
                }
            }
        }

        File.WriteAllBytes("/tmp/charts-out/plain.png", IntervalImage.Png(ChartSamples.Cpa(4), "fr"));
    }
}
