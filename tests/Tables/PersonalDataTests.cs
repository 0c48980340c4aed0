using System.Text.Json;
using MentorBot.Tables;

namespace MentorBot.Tests.Tables;

public sealed class PersonalDataTests
{
    private const string Marker = "Zerbinette";
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static TheoryData<string> Headers =>
        ["Email", "E-mail", "Adresse e-mail", "Customer e-mail (billing)", "Nom", "Prénom", "Name", "Full name", "Téléphone", "Phone", "Adresse IP", "IP address", "Contact owner", "Propriétaire du contact", "Adresse", "NOM", "prenom", "Account owner", "Deal owner", "Propriétaire de la transaction", "Billing Zip", "Shipping City"];

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_personal_column_is_named_and_never_kept(string header)
    {
        var result = Reading.Read($"Day;{header};Campaign;Cost (EUR);Clicks\n2026-09-01;{Marker};a;5,00;3\n2026-09-02;{Marker};a;abc;4\n{Marker};{Marker};a;6,00;4\n");
        Assert.Equal([header], Reading.Table(result).PersonalColumns);
        Assert.DoesNotContain(Marker, Dump(result), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_address_in_a_column_that_does_not_say_so_is_not_kept()
    {
        var result = Reading.Read($"Day;Campaign;Cost (EUR);Clicks\n2026-09-01;{Marker}@example.org;5,00;3\n2026-09-02;b;6,00;3\n");
        Assert.Equal(["b"], Reading.Table(result).Key("campaign")?.Values);
        Assert.DoesNotContain(Marker, Dump(result), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_refusal_names_columns_and_no_data()
    {
        var result = Reading.Read($"{Marker}@example.org;06 12 34 56 78;Couleur\nx;y;z\n");
        Assert.Equal("tables.unknown-columns", Reading.RefusalCode(result));
        Assert.DoesNotContain(Marker, Dump(result), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("56", Dump(result), StringComparison.Ordinal);
    }

    [Fact]
    public void The_people_of_a_tests_rows_are_numbered_alike_by_every_reading_and_nothing_of_their_ids_leaves()
    {
        var rows = string.Concat(new[] { "A;u-71", "B;u-72", "B;u-71", "A;u-73" }.Select(r => $"{r.Split(';')[0]};{Marker}-{r.Split(';')[1]};1\n"));
        var (once, again) = (Reading.Read("Variant;User ID;Conversions\n" + rows), Reading.Read("Variant;User ID;Conversions\n" + rows));
        Assert.Equal([0, 1, 0, 2], Reading.Table(once).People);
        Assert.Equal(Reading.Table(once).People, Reading.Table(again).People);
        Assert.DoesNotContain(Marker, Dump(once), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("u-7", Dump(once), StringComparison.OrdinalIgnoreCase);
        // 16 bytes of a digest would be a run of hex, of base64 or of digits far longer than any figure of this file.
        Assert.DoesNotMatch("[0-9]{16,}|[0-9A-Fa-f]{32,}|[A-Za-z0-9+/]{22}==", Dump(once));
    }

    [Fact]
    public void What_the_numbers_were_made_from_is_wiped_when_they_are_taken()
    {
        var type = typeof(PersonNumbers);
        var numbers = (PersonNumbers)type.GetConstructors(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance).Single().Invoke([0]);
        object Held(string field) => type.GetField(field, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(numbers)!;
        Assert.Contains((byte[])Held("_key"), b => b != 0);
        numbers.Take();
        Assert.All((byte[])Held("_key"), b => Assert.Equal(0, b));
        Assert.Empty((System.Collections.ICollection)Held("_known"));
    }

    private static string Dump(TableResult result) => JsonSerializer.Serialize(result, Json);
}
