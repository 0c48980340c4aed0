using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OfferTestMeans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BaselineCurrency",
                table: "offer_tests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "BaselineDeviation",
                table: "offer_tests",
                type: "REAL",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BaselineCurrency",
                table: "offer_tests");

            migrationBuilder.DropColumn(
                name: "BaselineDeviation",
                table: "offer_tests");
        }
    }
}
