#!/usr/bin/env bash
# False alarms on simulated steady exports, over the whole file and against the week before: infra/steady.sh [1000]
set -euo pipefail
cd "$(dirname "$0")/.."
STEADY_FILES=${1:-1000} exec infra/test.sh -class "*Steady*Tests" -showLiveOutput
