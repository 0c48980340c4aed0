using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ShareDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SharedAt",
                table: "decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_decisions_OrganisationId_SharedAt",
                table: "decisions",
                columns: new[] { "OrganisationId", "SharedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_decisions_OrganisationId_SharedAt",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "SharedAt",
                table: "decisions");
        }
    }
}
