using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PossibleRepeat : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Failures",
                table: "deliveries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "PossibleRepeat",
                table: "deliveries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_open",
                table: "deliveries",
                columns: new[] { "Channel", "Conversation", "Seq" },
                filter: "\"State\" < 2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_deliveries_open",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "Failures",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "PossibleRepeat",
                table: "deliveries");
        }
    }
}
