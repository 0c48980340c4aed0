#!/usr/bin/env bash
# CPU and peak memory of one reading of a large export beside eight passes of DuckDB over the same file, in the same run: infra/bench/reading.sh [ROWS]
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build bot -c Release --nologo --verbosity quiet
dotnet build infra/bench -c Release --nologo --verbosity quiet
exec infra/bench/bin/Release/net10.0/bench read bot/bin/Release/net10.0/MentorBot.dll "${1:-1000000}"
