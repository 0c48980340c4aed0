using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MoveOfferTests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "GuardrailFalls",
                table: "offer_tests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "GuardrailMargin",
                table: "offer_tests",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NewEnd",
                table: "offer_results",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NewReadOn",
                table: "offer_results",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NewStart",
                table: "offer_results",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "GuardrailFalls",
                table: "offer_tests");

            migrationBuilder.DropColumn(
                name: "GuardrailMargin",
                table: "offer_tests");

            migrationBuilder.DropColumn(
                name: "NewEnd",
                table: "offer_results");

            migrationBuilder.DropColumn(
                name: "NewReadOn",
                table: "offer_results");

            migrationBuilder.DropColumn(
                name: "NewStart",
                table: "offer_results");
        }
    }
}
