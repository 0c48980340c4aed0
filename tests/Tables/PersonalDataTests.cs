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

    private static string Dump(TableResult result) => JsonSerializer.Serialize(result, Json);
}
