#!/usr/bin/env bash
# Adds one migration to both sets: infra/migrations.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet build bot --nologo --verbosity quiet
for engine in Sqlite Postgres; do
  dotnet ef migrations add "$1" --no-build --project bot --context "${engine}BotDb" --output-dir "Storage/Migrations/$engine"
done
