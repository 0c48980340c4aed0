#!/usr/bin/env bash
# CPU of a coached, durable turn on Teams beside the echo bot on npm botbuilder and the floor, in the same run: infra/bench/teams.sh [TURNS] [ROUNDS]
# BOTBUILDER_MODULES: a node_modules with botbuilder and restify to use instead of installing them beside the bench.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -n "${BOTBUILDER_MODULES:-}" ]; then
  export NODE_PATH="$BOTBUILDER_MODULES"
elif [ ! -d infra/bench/botbuilder/node_modules ]; then
  (cd infra/bench/botbuilder && npm_config_yes=true npm ci --no-audit --no-fund --loglevel=error)
fi
dotnet build bot -c Release --nologo --verbosity quiet
dotnet build infra/bench -c Release --nologo --verbosity quiet
exec infra/bench/bin/Release/net10.0/bench teams bot/bin/Release/net10.0/MentorBot.dll infra/bench/botbuilder/echo.js "${1:-4000}" "${2:-3}"
