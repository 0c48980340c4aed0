using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Storage.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Faults",
                table: "flow_runs",
                type: "INTEGER",
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
