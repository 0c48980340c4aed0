#!/usr/bin/env bash
# Damages real exports in COUNT random ways and shuffles their rows COUNT/50 times: read or refused, within bounded memory, and the same reading: infra/fuzz.sh [3000]
set -euo pipefail
cd "$(dirname "$0")/.."
MENTORBOT_FUZZ=${1:-3000} exec infra/test.sh -class "MentorBot.Tests.Tables.DamagedFilesTests" -class "MentorBot.Tests.Readouts.RowOrderTests"
