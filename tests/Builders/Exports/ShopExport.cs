using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>Orders of a shop: a row per article, the order's own columns on its first row only, and the buyer everywhere.</summary>
internal static class ShopExport
{
    public const string Buyer = "Zerbinette";

    public static byte[] Orders()
    {
        var w = new ExportWriter(false, ',');
        w.Line("Name", "Email", "Financial Status", "Paid at", "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Discount Code", "Discount Amount", "Shipping Method", "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price", "Billing Name", "Billing Street", "Billing City", "Billing Zip", "Billing Phone", "Shipping Name", "Shipping Zip", "Notes", "Phone");
        string[] buyer = [Buyer, "1 rue " + Buyer, Buyer, "75001", "0612345678", Buyer, "75001", Buyer, "0612345678"];
        string[] blank = ["", "", "", "", "", "", "", "", ""];
        w.Line(["#1001", Buyer + "@example.org", "paid", "2026-09-01 10:02:11 +0200", "EUR", "40.00", "5.00", "7.50", "45.00", "", "0.00", "Colissimo", "2026-09-01 10:01:00 +0200", "2", "Mug", "15.00", .. buyer]);
        w.Line(["#1001", Buyer + "@example.org", "", "", "", "", "", "", "", "", "", "", "2026-09-01 10:01:00 +0200", "1", "Carte", "10.00", .. blank]);
        w.Line(["#1002", Buyer + "2@example.org", "paid", "2026-09-02 11:02:11 +0200", "EUR", "20.00", "5.00", "4.00", "25.50", "", "2.00", "Colissimo", "2026-09-02 11:00:00 +0200", "1", "Livre", "22.00", .. buyer]);
        w.Line(["#1002", "", "", "", "", "", "", "", "", "", "", "", "", "3", "Carte", "10.00", .. blank]);
        return w.Bytes(new UTF8Encoding(true));
    }

    public static byte[] Analytics(bool french) => Encoding.UTF8.GetBytes(french
        ? "Jour;Commandes;Ventes brutes;Remises;Retours;Ventes nettes;Ventes totales (EUR)\n2026-09-01;12;1 200,50;-100,00;-50,50;1 050,00;1 260,00\n2026-09-02;8;800,00;0,00;0,00;800,00;960,00\n"
        : "Day,Orders,Gross sales,Discounts,Returns,Net sales,Total sales (EUR)\n2026-09-01,12,\"1,200.50\",-100.00,-50.50,\"1,050.00\",\"1,260.00\"\n2026-09-02,8,800.00,0.00,0.00,800.00,960.00\n");
}
