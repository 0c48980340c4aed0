using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>The chance to see the planned gain against people per arm, in the flow's own words.</summary>
internal sealed class PlanChart
{
    public static readonly IReadOnlyList<string> Words = ["chart-title", "chart-alt", "chart-x", "chart-y", "chart-mark", "chart-level"];

    public CurveChart Of(FlowWalk walk, Step step, OfferPlan plan) =>
        new(
            walk.Word(step, "chart-title") ?? "",
            walk.Word(step, "chart-alt") ?? "",
            new CurveAxis(walk.Word(step, "chart-x") ?? "", ChartUnit.Count),
            new CurveAxis(walk.Word(step, "chart-y") ?? "", ChartUnit.Percent),
            [.. plan.Curve.Select(p => new CurvePoint(p.Users, p.Power))],
            [new CurveMark(plan.PerArm, plan.Input.Power, walk.Word(step, "chart-mark") ?? "")])
        {
            Reference = plan.Input.Power,
            ReferenceLabel = walk.Word(step, "chart-level"),
        };
}
