using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>
/// Looks whether the file can be challenged at all, before anybody is asked about it: without spend or without results it says so and asks for another (<c>material</c>
/// names that step). Makes known: counted, spent, paid_each, worth_each, brand_seen, headline, step_fifth, step_tenth.
/// </summary>
internal sealed class CampaignFileKind(ReadingDesk desk) : IStepKind
{
    public string Kind => "campaign-file";

    public StepShape Shape(Step step) => new()
    {
        Writes = ["counted", "spent", "paid_each", "worth_each", "brand_seen", "headline", "arithmetic", "currency", "step_fifth", "step_tenth"],
        Targets = [step.Text("material") ?? ""],
        Problems = step.Text("material") is null ? [("it does not say which step takes the file", "add 'material:' with the id of a table step")] : [],
    };

    public async ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.Lookup("material_source")?.Text is not { } source || walk.IsMarked(step, source))
        {
            return new StepResult.Go();
        }

        if ((await desk.TableAsync(walk, source, "", cancellationToken))?.Table is not { } table)
        {
            return new StepResult.Go();
        }

        if (CampaignColumns.Missing(table) is { } missing)
        {
            walk.Say(walk.T(missing), joinNext: true);
            return new StepResult.Go(step.Text("material"));
        }

        walk.Mark(step, source);
        Know(walk, CampaignColumns.Of(table)!);
        return new StepResult.Go();
    }

    private static void Know(FlowWalk walk, CampaignColumns columns)
    {
        var (total, currency) = (columns.Cost(_ => true), columns.Table.Currency ?? "");
        var brand = columns.CostsPer(row => CampaignNames.DemandOf(columns.Names[columns.UnitOf(row)]) == DemandKind.Brand ? 0 : 1, 2)[0];
        walk.Set("currency", FlowValue.Of(currency));
        walk.Set("counted", FlowValue.Of(total.Conversions));
        walk.Set("spent", FlowValue.Of(total.Spend, currency));
        walk.Set("paid_each", total.Cpa is { } cpa ? FlowValue.Of(cpa, currency) : null);
        walk.Set("worth_each", total is { Value: > 0 and var value, Conversions: > 0 } ? FlowValue.Of(value / total.Conversions, currency) : null);
        walk.Set("brand_seen", total.Conversions > 0 ? FlowValue.Of(brand.Conversions / total.Conversions, "%") : null);
        walk.Set("step_fifth", FlowValue.Of(CampaignDecision.LargestStep, "%"));
        walk.Set("step_tenth", FlowValue.Of(CampaignDecision.LargestStep / 2, "%"));
        var told = walk.T("running.headline", ("spend", total.Spend), ("n", total.Conversions), ("cpa", total.Cpa), ("known", total.Cpa is not null), ("currency", currency));
        walk.Set("headline", FlowValue.Of(told));
        walk.Set("arithmetic", FlowValue.Of(told));
    }
}
