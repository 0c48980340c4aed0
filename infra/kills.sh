#!/usr/bin/env bash
# Kills the real service at random moments while people talk to it, on each engine: infra/kills.sh [50]
set -euo pipefail
cd "$(dirname "$0")/.."
MENTORBOT_KILLS=${1:-50} exec infra/test.sh -class "MentorBot.Tests.Durability.KillTests"
