#!/bin/sh
# A thirtieth of what tries to run script, in a real browser: SEED chooses which vectors by which entry.
SEED=${SEED:-$(awk 'BEGIN { srand(); print int(rand() * 1000) }')}
echo "# SEED=$SEED"
export SEED
exec node "$(dirname "$0")/vectors.mjs"
