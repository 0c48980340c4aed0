using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ClockFaults : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Faults",
                table: "follow_ups",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Faults",
                table: "flow_runs",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Faults",
                table: "follow_ups");

            migrationBuilder.DropColumn(
                name: "Faults",
                table: "flow_runs");
        }
    }
}
