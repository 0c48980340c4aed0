#!/usr/bin/env bash
# CPU of one reading of a test, and whether it grows with the number of people: infra/bench/statistics.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build bot -c Release --nologo --verbosity quiet
dotnet build infra/bench -c Release --nologo --verbosity quiet
exec infra/bench/bin/Release/net10.0/bench statistics bot/bin/Release/net10.0/MentorBot.dll
