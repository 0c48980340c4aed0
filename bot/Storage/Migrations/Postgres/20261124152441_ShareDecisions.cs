using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ShareDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SharedAt",
                table: "decisions",
                type: "timestamp with time zone",
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
