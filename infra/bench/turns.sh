#!/usr/bin/env bash
# CPU of one durable text turn beside a bare ASP.NET Core POST with one durable SQLite write, in the same run: infra/bench/turns.sh [TURNS]
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build bot -c Release --nologo --verbosity quiet
dotnet build infra/bench -c Release --nologo --verbosity quiet
exec infra/bench/bin/Release/net10.0/bench run bot/bin/Release/net10.0/MentorBot.dll "${1:-4000}"
