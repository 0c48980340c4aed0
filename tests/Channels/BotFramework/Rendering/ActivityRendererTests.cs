using System.Text.Json;
using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Tests.Channels.Web;
using MentorBot.Tests.Charts;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Channels.BotFramework.Rendering;

/// <summary>facts/bot-framework.md 1.5, 5.1, 5.3, 5.5; anchors.md T7, T8, T14, T18, T19.</summary>
public sealed class ActivityRendererTests
{
    [Fact]
    public void Text_alone_is_one_text_without_a_card()
    {
        var activity = Assert.Single(Sent.Render(Message.Of("fr", new TextPart("Bonjour **Léa**.\nPremière ligne\n\n- un\n- deux\nAprès"), new TextPart("Suite"))));
        Assert.Null(activity.Attachments);
        Assert.Equal("markdown", activity.TextFormat);
        Assert.Equal("Bonjour **Léa**.  \nPremière ligne\n\n- un  \n- deux  \n\nAprès  \n\nSuite", activity.Text);
    }

    [Theory]
    [InlineData("A*B*C_D_ `x`", @"A\*B\*C\_D\_ \`x\`")]
    [InlineData("# not a heading", @"\# not a heading")]
    [InlineData("> not a quote", "&gt; not a quote")]
    [InlineData("12. not a list", @"12\. not a list")]
    [InlineData("+ not a list", @"\+ not a list")]
    [InlineData("--- not a rule", @"\--- not a rule")]
    [InlineData("<at>Bob</at> & <b>", "&lt;at>Bob&lt;/at> & &lt;b>")]
    [InlineData("R&D", "R&amp;D")]
    [InlineData("[a](b)", @"\[a\](b)")]
    [InlineData("~~gone~~", @"\~\~gone\~\~")]
    [InlineData("https://example.com/a_b*c", @"https://example.com/a_b\*c")]
    [InlineData("open **star", "open star")]
    [InlineData("mot**« gras »**mot", "mot« gras »mot")]
    [InlineData("** gras **", " **gras** ")]
    public void What_markdown_would_eat_is_escaped(string written, string sent) =>
        Assert.Equal(sent.Trim(), Assert.Single(Sent.Render(Message.Text("en", written))).Text!.Trim());

    [Fact]
    public void Anything_but_text_is_one_card_and_no_text()
    {
        var activity = Assert.Single(Sent.Render(SampleMessages.Welcome));
        Assert.Null(activity.Text);
        Assert.Equal("application/vnd.microsoft.card.adaptive", Assert.Single(activity.Attachments!).ContentType);
        var card = Sent.CardOf(activity)!.Value;
        Assert.Equal("1.5", Sent.Word(card, "version"));
        Assert.Equal(SampleMessages.Welcome.ToPlainText(), Sent.Word(card, "fallbackText"));
        Assert.StartsWith("Bonjour Léa", activity.Summary, StringComparison.Ordinal);
        Assert.Equal("expectingInput", activity.InputHint);
    }

    [Fact]
    public void Every_kind_of_part_is_within_the_budget_and_says_its_words()
    {
        foreach (var part in SampleMessages.Reading.Parts.Append(SampleMessages.Question("n").Parts[1]).Append(new NoticePart(NoticeTone.Critical, "Un **refus**\n\n- a\n- b")))
        {
            var message = Message.Of("fr", part);
            var activity = Assert.Single(Sent.Render(message));
            var (all, pictures) = Sent.Size(activity);
            Assert.True(all - pictures <= CardPages.Budget, $"{part.GetType().Name} takes {all - pictures} bytes.");
            Assert.True(pictures <= CardPages.PictureBudget, $"{part.GetType().Name} has {pictures} bytes of pictures.");
            Assert.Equal(message.ToPlainText(), CardText.Of(activity));
        }
    }

    [Fact]
    public void Every_chart_has_a_picture_with_its_words()
    {
        foreach (var part in SampleMessages.Reading.Parts.Where(p => p is ChartPart or WaterfallPart or IntervalPart or CurvePart or TornadoPart))
        {
            var image = Assert.Single(Sent.OfType(Sent.Card(Message.Of("fr", part)), "Image"));
            Assert.Equal(part.ToPlainText(), Sent.Word(image, "altText"));
            Assert.StartsWith("data:image/png;base64,", Sent.Word(image, "url"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_line_without_flags_is_teams_own_chart_with_the_picture_as_fallback()
    {
        var steady = SampleMessages.Cost with { Points = [.. SampleMessages.Cost.Points.Select(p => p with { Flagged = false, Partial = false })] };
        var chart = Assert.Single(Sent.OfType(Sent.Card(Message.Of("fr", new ChartPart(steady))), "Chart.Line"));
        Assert.Equal(["Coût par conversion", "Plage attendue, bas", "Plage attendue, haut"], chart.GetProperty("data").EnumerateArray().Select(d => Sent.Word(d, "legend")));
        Assert.Equal("Image", Sent.Word(chart.GetProperty("fallback"), "type"));
    }

    [Fact]
    public void A_line_with_a_flagged_or_an_incomplete_day_is_a_picture_since_teams_chart_cannot_show_them() =>
        Assert.Empty(Sent.OfType(Sent.Card(Message.Of("fr", new ChartPart(SampleMessages.Cost))), "Chart.Line"));

    [Fact]
    public void Numbers_of_a_table_are_on_the_right_and_its_head_is_a_head()
    {
        var table = Assert.Single(Sent.OfType(Sent.Card(Message.Of("fr", new TablePart("Titre", ["Version", "Ventes"], [false, true], [["A", "12"], ["B", "14"]]))), "Table"));
        Assert.True(table.GetProperty("firstRowAsHeader").GetBoolean());
        Assert.Equal(["", "Right"], table.GetProperty("columns").EnumerateArray().Select(c => Sent.Word(c, "horizontalCellContentAlignment")));
        Assert.Equal(3, Sent.OfType(table, "TableRow").Count());
    }

    [Fact]
    public void A_table_too_wide_for_a_phone_is_facts_for_each_row()
    {
        var card = Sent.Card(Message.Of("fr", SampleMessages.Reading.Parts.OfType<TablePart>().Single()));
        Assert.Empty(Sent.OfType(card, "Table"));
        Assert.Equal(2, Sent.OfType(card, "FactSet").Count());
    }

    [Fact]
    public void A_long_table_is_parted_between_rows_and_its_head_repeated()
    {
        var rows = Enumerable.Range(0, 400).Select(i => (IReadOnlyList<string>)[$"Campagne {i:000}", $"{i} €"]).ToList();
        var activities = Sent.Render(Message.Of("fr", new TablePart(null, ["Campagne", "Dépense"], [false, true], rows)));
        Assert.True(activities.Count > 1);
        var said = activities.Select(a => CardText.Of(a).Split('\n')).ToList();
        Assert.All(said, s => Assert.Equal("Campagne | Dépense", s[0]));
        Assert.Equal(rows.Select(r => string.Join(" | ", r)), said.SelectMany(s => s.Skip(1)));
    }

    [Theory]
    [InlineData(2, 8, false, 0)]
    [InlineData(6, 40, false, 0)]
    [InlineData(7, 8, false, 1)]
    [InlineData(2, 41, false, 1)]
    [InlineData(2, 8, true, 1)]
    public void Few_short_choices_are_buttons_and_others_a_list_with_one_button(int count, int letters, bool many, int lists)
    {
        var part = Sent.Choices(count, letters, many);
        var card = Sent.Card(Message.Of("en", new TextPart("Which?"), part));
        var buttons = Sent.OfType(card, "Action.Execute").ToList();
        Assert.Equal(lists, Sent.OfType(card, "Input.ChoiceSet").Count());
        Assert.Equal(lists == 1 ? 1 : count, buttons.Count);
        Assert.All(buttons, b =>
        {
            Assert.Equal("choose", Sent.Word(b, "verb"));
            Assert.Equal("Action.Submit", Sent.Word(b.GetProperty("fallback"), "type"));
            Assert.Equal(b.GetProperty("data").GetRawText(), b.GetProperty("fallback").GetProperty("data").GetRawText());
        });
    }

    [Fact]
    public void A_pressed_button_is_read_back_from_an_invoke_and_from_a_message()
    {
        var card = Sent.Card(Message.Of("en", new TextPart("Which?"), Sent.Choices(3)));
        var action = Sent.OfType(card, "Action.Execute").ElementAt(1);
        var invoke = ActivityChoices.Read(JsonElement.Parse($$"""{"action":{"type":"Action.Execute","verb":"choose","data":{{action.GetProperty("data").GetRawText()}}},"trigger":"manual"}"""));
        var submit = ActivityChoices.Read(action.GetProperty("fallback").GetProperty("data"));
        foreach (var read in new[] { invoke, submit })
        {
            Assert.NotNull(read);
            Assert.Equal((Sent.Delivery(SampleMessages.Welcome).Id, "flow:1", 3, "nonce-1"), (read.Delivery, read.Target, read.Version, read.Nonce));
            Assert.Equal(["v2"], read.Values);
        }
    }

    [Fact]
    public void Several_picked_values_are_read_back_even_with_a_comma_in_them()
    {
        var part = new ChoicesPart("flow:1", 3, "n", [new Choice("a,b", "A et B"), new Choice("c d", "C"), new Choice("e", "E")], Many: true);
        var card = Sent.Card(Message.Of("fr", new TextPart("?"), part));
        var set = Assert.Single(Sent.OfType(card, "Input.ChoiceSet"));
        var picked = string.Join(",", set.GetProperty("choices").EnumerateArray().Take(2).Select(c => Sent.Word(c, "value")));
        var ours = Sent.OfType(card, "Action.Execute").Single().GetProperty("data").GetProperty("mentorbot").GetRawText();
        var read = ActivityChoices.Read(JsonElement.Parse($$"""{"mentorbot":{{ours}},"{{Sent.Word(set, "id")}}":"{{picked}}"}"""));
        Assert.Equal(["a,b", "c d"], read!.Values);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"action":{"data":"x"}}""")]
    [InlineData("""{"mentorbot":{}}""")]
    [InlineData("""{"mentorbot":{"delivery":"no guid","target":"t","version":1,"nonce":"n","value":"v"}}""")]
    [InlineData("""{"mentorbot":{"delivery":"0199b0a0-0000-7000-8000-000000000001","target":"t","version":"many","nonce":"n","value":"v"}}""")]
    [InlineData("""{"mentorbot":{"delivery":"0199b0a0-0000-7000-8000-000000000001","target":"t","version":1,"nonce":"n","input":"choice-1"}}""")]
    [InlineData("""{"mentorbot":{"delivery":"0199b0a0-0000-7000-8000-000000000001","target":"t","version":1,"nonce":"n","value":["v"]}}""")]
    public void Data_of_others_is_no_choice(string json) => Assert.Null(ActivityChoices.Read(JsonElement.Parse(json)));

    [Fact]
    public void After_use_the_card_says_what_was_chosen_and_has_no_button_left()
    {
        var question = SampleMessages.Question("n1");
        var outcome = Sent.Renderer.RenderOutcome(Sent.Delivery(question), "n1", ["down"]);
        Assert.DoesNotContain(Sent.Elements(Sent.CardOf(outcome)!.Value), e => Sent.Word(e, "type").StartsWith("Action", StringComparison.Ordinal));
        Assert.Equal(question.Parts[0].ToPlainText() + "\n✓ Ça baisse", CardText.Of(outcome));
        Assert.Null(outcome.InputHint);
    }

    [Fact]
    public void The_outcome_of_a_message_over_several_cards_is_the_card_with_the_choices()
    {
        var message = Message.Of("en", new TextPart(string.Join("\n\n", Enumerable.Range(0, 60).Select(i => $"{i} " + new string('x', 500)))), Sent.Choices(4));
        Assert.True(Sent.Render(message).Count > 1);
        var said = CardText.Of(Sent.Renderer.RenderOutcome(Sent.Delivery(message), "nonce-1", ["v3"]));
        Assert.EndsWith("✓ 3 xxxxxx", said, StringComparison.Ordinal);
        Assert.DoesNotContain("\n0 x", "\n" + said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_needs_choices_of_that_nonce() =>
        Assert.Throws<ArgumentException>(() => Sent.Renderer.RenderOutcome(Sent.Delivery(SampleMessages.Question("n1")), "other", ["down"]));

    [Theory]
    [InlineData(DeliveryClass.Nudge)]
    [InlineData(DeliveryClass.Escalation)]
    [InlineData(DeliveryClass.Broadcast)]
    public void What_comes_unasked_alerts_with_its_first_line_and_an_answer_does_not(object @class)
    {
        var unasked = Assert.Single(Sent.Render(Message.Text("fr", "Où en est ta **décision** ?\nElle était pour le 3."), (DeliveryClass)@class));
        Assert.True(unasked.ChannelData!.Notification!.Alert);
        Assert.Equal("Où en est ta décision ?", unasked.Summary);
        Assert.Null(Assert.Single(Sent.Render(Message.Text("fr", "Où ?"))).ChannelData);
    }

    private static TextPart Written(params Citation[] citations) => new("Votre coût a monté [1].") { WrittenByModel = new ModelWords(citations) };

    [Fact]
    public void A_model_is_named_only_where_it_wrote()
    {
        foreach (var computed in CardSamples.All.SelectMany(s => Sent.Render(s.Message)))
        {
            Assert.DoesNotContain("AIGeneratedContent", Sent.Json(computed), StringComparison.Ordinal);
            Assert.DoesNotContain("feedbackLoop", Sent.Json(computed), StringComparison.Ordinal);
        }

        foreach (var parts in new MessagePart[][] { [Written()], [Written(), Sent.Choices(3)] })
        {
            var json = Sent.Json(Assert.Single(Sent.Render(Message.Of("fr", parts))));
            Assert.Contains("\"AIGeneratedContent\"", json, StringComparison.Ordinal);
            Assert.Contains("\"feedbackLoop\":{\"type\":\"default\"}", json, StringComparison.Ordinal);
            Assert.DoesNotContain("feedbackLoopEnabled", json, StringComparison.Ordinal);
            Assert.DoesNotContain("citation", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_model_took_its_words_from_is_cited_within_the_channels_limits()
    {
        var citations = Enumerable.Range(1, 25).Select(i => new Citation(i, new string('n', 200), new string('a', 500), i == 1 ? "https://example.com/1" : null)).ToArray();

        var entity = Assert.Single(Assert.Single(Sent.Render(Message.Of("en", Written(citations)))).Entities!);

        Assert.Equal("https://schema.org/Message", entity.Type);
        var cited = entity.Other!["citation"].EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 20), cited.Select(c => c.GetProperty("position").GetInt32()));
        Assert.All(cited, c => Assert.Equal((80, 160), (Sent.Word(c.GetProperty("appearance"), "name").Length, Sent.Word(c.GetProperty("appearance"), "abstract").Length)));
        Assert.Equal("https://example.com/1", Sent.Word(cited[0].GetProperty("appearance"), "url"));
        Assert.False(cited[1].GetProperty("appearance").TryGetProperty("url", out _));
    }

    [Fact]
    public void What_a_model_wrote_still_alerts_when_it_comes_unasked()
    {
        var data = Assert.Single(Sent.Render(Message.Of("en", Written()), DeliveryClass.Nudge)).ChannelData!;

        Assert.Equal((true, "default"), (data.Notification!.Alert, data.FeedbackLoop!.Type));
    }

    [Fact]
    public void That_a_model_wrote_is_kept_with_the_message_and_costs_others_nothing()
    {
        Assert.Equal("n", Assert.Single(Assert.IsType<TextPart>(Message.FromJson(Message.Of("en", Written(new Citation(1, "n", "a"))).ToJson()).Parts[0]).WrittenByModel!.Citations).Name);
        Assert.DoesNotContain("model", Message.Text("en", "x").ToJson(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A client does not tell its theme: the light picture must read on a dark card.</summary>
    [Fact]
    public void A_picture_of_a_chart_brings_its_own_light_ground()
    {
        var png = MentorBot.Charts.PalettePng.Of(MentorBot.Charts.ChartPicture.Png(new IntervalPart(ChartSamples.Cpa()), "fr", phone: false, dark: false)!);
        using var picture = SkiaSharp.SKBitmap.Decode(png);

        Assert.All(picture.Pixels, p => Assert.Equal(255, p.Alpha));
        foreach (var (x, y) in new[] { (0, 0), (picture.Width - 1, 0), (0, picture.Height - 1), (picture.Width - 1, picture.Height - 1) })
        {
            Assert.True(picture.GetPixel(x, y) is { Red: > 230, Green: > 230, Blue: > 230 });
        }
    }

    [Fact]
    public void A_palette_keeps_a_picture_and_makes_its_file_small()
    {
        var png = MentorBot.Charts.ChartPicture.Png(new IntervalPart(ChartSamples.Cpa()), "fr", phone: false, dark: false)!;
        var small = MentorBot.Charts.PalettePng.Of(png);
        using var before = SkiaSharp.SKBitmap.Decode(png);
        using var after = SkiaSharp.SKBitmap.Decode(small);
        Assert.Equal((before.Width, before.Height), (after.Width, after.Height));
        var worst = before.Pixels.Zip(after.Pixels).Max(p => Math.Max(Math.Abs(p.First.Red - p.Second.Red), Math.Max(Math.Abs(p.First.Green - p.Second.Green), Math.Abs(p.First.Blue - p.Second.Blue))));
        Assert.True(worst <= 24, $"A colour moved by {worst}.");
        Assert.True(small.Length * 2 < png.Length, $"{png.Length} became {small.Length}.");
    }
}
