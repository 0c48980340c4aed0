#!/usr/bin/env bash
# Builds everything with warnings as errors and runs every test, on SQLite and on PostgreSQL, with the pages in Chromium.
# On a bare Debian it first installs what is missing. Ends with a line "N passed, N failed".
#   infra/test.sh [a filter of the test runner, for example: -class "*Turns*"]
set -euo pipefail
cd "$(dirname "$0")/.."

# ---- what the tests need -------------------------------------------------------------------------------------------
missing=()
command -v chromium >/dev/null || missing+=(chromium)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
fc-list 2>/dev/null | grep -qi dejavu || missing+=(fontconfig fonts-dejavu-core)
fc-list 2>/dev/null | grep -qi liberation || missing+=(fonts-liberation)
command -v npm >/dev/null || missing+=(nodejs npm)
if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing ${missing[*]}"
  root=""
  [ "$(id -u)" = 0 ] || root="sudo"
  export DEBIAN_FRONTEND=noninteractive
  $root apt-get update -qq
  $root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# ---- a PostgreSQL of our own, on loopback, gone afterwards -----------------------------------------------------------
work=$(mktemp -d)
pg=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" = 0 ] && chown postgres "$work"
port=$(( 20000 + RANDOM % 20000 ))
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$(( 20000 + RANDOM % 20000 )); done
finish() {
  as_postgres "$pg/pg_ctl" -D "$work/pg" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
(cd "$work" && as_postgres "$pg/initdb" -D "$work/pg" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null)
(cd "$work" && as_postgres "$pg/pg_ctl" -D "$work/pg" -w -l "$work/pg.log" \
  -o "-p $port -k $work -c listen_addresses=127.0.0.1 -c max_connections=200" start >/dev/null)
export MENTORBOT_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres"

# ---- the official card renderer and the official Teams client, at the versions of the lock file ------------------------
(cd tests/npm && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)

# ---- build and run ---------------------------------------------------------------------------------------------------
dotnet restore MentorBot.sln --locked-mode --verbosity quiet
dotnet build MentorBot.sln --no-restore --nologo --verbosity quiet -warnaserror
status=0
dotnet tests/bin/Debug/net10.0/MentorBot.Tests.dll -noColor "$@" 2>&1 | tee "$work/out.txt" | grep -vE '^\s*$' || true
summary=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+' "$work/out.txt" | tail -n 1)
number() { echo "$summary" | sed -nE "s/.*$1: ([0-9]+).*/\1/p"; }
if [ -z "$summary" ]; then
  echo "The test run did not end by itself."
  echo "0 passed, 1 failed"
  exit 1
fi
failed=$(( $(number Failed) + $(number Errors) ))
skipped=$(number Skipped)
passed=$(( $(number Total) - $(number Failed) - skipped ))
[ "$skipped" = 0 ] || echo "$skipped skipped, for the reasons above"
[ "$failed" = 0 ] || status=1
echo "$passed passed, $failed failed"
exit $status
