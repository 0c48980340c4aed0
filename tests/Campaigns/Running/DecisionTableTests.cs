using MentorBot.Campaigns;

namespace MentorBot.Tests.Campaigns.Running;

/// <summary>The specification of what a reading supports: every combination of signs keeps the rules of facts/coaching.md 6.5, and the cells that matter are named.</summary>
public sealed class DecisionTableTests
{
    private static readonly CampaignSigns Sound = new() { Counting = Counting.Sound, Volume = Volume.Enough, Standing = Standing.Pays, Wait = Wait.InTime };

    [Fact]
    public void Every_combination_gets_one_decision() => Assert.True(Decided().Count() > 500_000);

    [Fact]
    public void Nothing_is_cut_or_raised_on_a_count_that_cannot_be_believed() =>
        None(CampaignAction.Cut, s => s.Counting is Counting.Broken or Counting.Contradicts or Counting.Jumped)
            .None(CampaignAction.Scale, s => s.Counting is not Counting.Sound)
            .None(CampaignAction.Cut, s => s.Counting == Counting.Misses && s.ByAnalytics != Standing.Loses);

    [Fact]
    public void A_count_that_cannot_be_believed_is_mended_first() =>
        Always(CampaignAction.Fix, s => s.Counting is Counting.Broken or Counting.Contradicts or Counting.Jumped || (s.Counting == Counting.Misses && s.Standing != Standing.Loses));

    [Fact]
    public void The_whole_is_cut_only_when_its_whole_range_loses_on_enough_conversions_and_still_does() =>
        None(CampaignAction.Cut, s => s is { Lift: not Standing.Loses, Losers: not Losers.Some } && (s.Standing != Standing.Loses || s.Volume != Volume.Enough || s.Turn == Turn.Better || s.StillRising || s.Lift == Standing.Pays));

    [Fact]
    public void A_campaign_that_pays_is_never_cut_along_with_those_that_lose() =>
        None(CampaignAction.Cut, s => s is { Lift: not Standing.Loses, Losers: Losers.BesidePayer } && !(s.LastStep == LastStep.Loses && s.LowerLevelPays));

    [Fact]
    public void Money_is_added_only_to_what_pays_on_enough_conversions_with_nothing_against_it() =>
        None(CampaignAction.Scale, s => s.Standing != Standing.Pays || s.Volume != Volume.Enough || s.LastStep == LastStep.Loses || s.Turn == Turn.Worse || s.Tired || s.NothingToRaise || s.Short || s.Losers == Losers.Some
            || s.Lift is Standing.Loses or Standing.Open || (s.Doubt != Doubt.None && s.Lift != Standing.Pays));

    [Fact]
    public void What_pays_with_nothing_against_it_is_raised() =>
        Always(CampaignAction.Scale, s => s is { Counting: Counting.Sound, Standing: Standing.Pays, Volume: Volume.Enough, LastStep: not LastStep.Loses, Turn: not Turn.Worse, Tired: false, NothingToRaise: false, Short: false, Losers: not Losers.Some, Doubt: Doubt.None, Lift: Standing.Unknown or Standing.Pays });

    [Fact]
    public void Too_few_conversions_are_held_or_tested_and_never_acted_upon() =>
        Always([CampaignAction.Hold, CampaignAction.Test], s => s is { Counting: Counting.Sound, Volume: not Volume.Enough, Losers: not Losers.Some, Lift: not Standing.Loses });

    [Fact]
    public void Without_a_break_even_nothing_is_dear_or_cheap() =>
        Always(CampaignAction.Hold, s => s is { Counting: Counting.Sound, Volume: Volume.Enough, Standing: Standing.Unknown, Losers: Losers.None, Lift: Standing.Unknown });

    [Fact]
    public void A_range_that_holds_the_break_even_is_neither_cut_nor_raised() =>
        None(CampaignAction.Cut, s => s is { Standing: Standing.Open, Losers: not Losers.Some, Lift: not Standing.Loses }).None(CampaignAction.Scale, s => s.Standing == Standing.Open);

    [Fact]
    public void What_loses_surely_and_still_does_is_cut() =>
        Always(CampaignAction.Cut, s => s is { Counting: Counting.Sound, Standing: Standing.Loses, Volume: Volume.Enough, Turn: not Turn.Better, StillRising: false, Short: false, Losers: not Losers.BesidePayer, Lift: Standing.Unknown or Standing.Open });

    [Theory]
    [InlineData(CampaignAction.Scale, "room", Standing.Pays, LastStep.Pays)]
    [InlineData(CampaignAction.Scale, "first-step", Standing.Pays, LastStep.Unknown)]
    [InlineData(CampaignAction.Hold, "saturated", Standing.Pays, LastStep.Loses)]
    [InlineData(CampaignAction.Hold, "saturated", Standing.Open, LastStep.Loses)]
    [InlineData(CampaignAction.Hold, "open", Standing.Open, LastStep.Pays)]
    [InlineData(CampaignAction.Cut, "losing", Standing.Loses, LastStep.Loses)]
    [InlineData(CampaignAction.Hold, "no-break-even", Standing.Unknown, LastStep.Unknown)]
    public void Economics_and_saturation(object action, string why, object standing, object lastStep) =>
        Assert.Equal(((CampaignAction)action, why), DecisionTable.For(Sound with { Standing = (Standing)standing, LastStep = (LastStep)lastStep }));

    [Fact]
    public void A_last_step_that_loses_is_taken_back_where_the_level_below_pays() =>
        Assert.Equal((CampaignAction.Cut, "last-step"), DecisionTable.For(Sound with { Standing = Standing.Loses, LastStep = LastStep.Loses, LowerLevelPays = true }));

    [Fact]
    public void A_test_with_people_left_out_says_more_than_the_platform()
    {
        Assert.Equal((CampaignAction.Cut, "lift-loses"), DecisionTable.For(Sound with { Lift = Standing.Loses }));
        Assert.Equal((CampaignAction.Scale, "first-step"), DecisionTable.For(Sound with { Lift = Standing.Pays, Doubt = Doubt.Harvested }));
        Assert.Equal((CampaignAction.Test, "lift-open"), DecisionTable.For(Sound with { Lift = Standing.Open }));
        Assert.Equal((CampaignAction.Hold, "lift-against"), DecisionTable.For(Sound with { Standing = Standing.Loses, Lift = Standing.Pays }));
    }

    [Fact]
    public void Every_reason_has_its_sentence_in_both_languages()
    {
        var words = MentorBot.Messages.Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
        Assert.All(Decided().Select(d => d.Why).Distinct().Where(w => w != "broken"), why => Assert.All(MentorBot.Messages.Locales.All, l => Assert.True(words.Has(l, "campaigns.reason." + why), why)));
    }

    private static IEnumerable<(CampaignSigns Signs, CampaignAction Action, string Why)> Decided() => Combinations().Select(s => DecisionTable.For(s) is var d ? (s, d.Action, d.Why) : default);

    private static Rule None(CampaignAction action, Func<CampaignSigns, bool> where) => new Rule().None(action, where);

    private static void Always(CampaignAction action, Func<CampaignSigns, bool> where) => Always([action], where);

    private static void Always(CampaignAction[] actions, Func<CampaignSigns, bool> where)
    {
        Assert.Contains(Decided(), d => where(d.Signs));
        var wrong = Decided().FirstOrDefault(d => where(d.Signs) && !actions.Contains(d.Action));
        Assert.True(wrong.Signs is null, $"{wrong.Action} because of {wrong.Why}: {wrong.Signs}");
    }

    private static IEnumerable<CampaignSigns> Combinations() =>
        from counting in Enum.GetValues<Counting>()
        from volume in Enum.GetValues<Volume>()
        from standing in Enum.GetValues<Standing>()
        from analytics in new[] { Standing.Open, Standing.Loses }
        from rising in new[] { false, true }
        from turn in Enum.GetValues<Turn>()
        from step in Enum.GetValues<LastStep>()
        from lower in new[] { false, true }
        from losers in Enum.GetValues<Losers>()
        from nothing in new[] { false, true }
        from tired in new[] { false, true }
        from doubt in Enum.GetValues<Doubt>()
        from lift in Enum.GetValues<Standing>()
        from wait in new[] { Wait.InTime, Wait.TooLong }
        from days in new[] { false, true }
        select new CampaignSigns
        {
            Counting = counting,
            Volume = volume,
            Standing = standing,
            ByAnalytics = analytics,
            StillRising = rising,
            Turn = turn,
            LastStep = step,
            LowerLevelPays = lower,
            Losers = losers,
            NothingToRaise = nothing,
            Tired = tired,
            Doubt = doubt,
            Lift = lift,
            Wait = wait,
            Short = days,
        };

    private sealed class Rule
    {
        public Rule None(CampaignAction action, Func<CampaignSigns, bool> where)
        {
            var wrong = Decided().FirstOrDefault(d => d.Action == action && where(d.Signs));
            Assert.True(wrong.Signs is null, $"{wrong.Action} because of {wrong.Why}: {wrong.Signs}");
            return this;
        }
    }
}
