#!/usr/bin/env bash
# A sample of docs/mutation.md: changes the code of two modules of the law, a change at a time, and fails when more of
# the changes go unnoticed than are listed there.
set -euo pipefail
cd "$(dirname "$0")/.."
LISTED=2
export PROOF_EXAMPLES=60
mutmut=(.tools/uv/bin/uv run --frozen --no-sync --with mutmut==3.8.1 mutmut)
"${mutmut[@]}" run --max-children 2 'bot.criteria.evaluate*' 'bot.deadlines.count*' > var/mutation.txt 2>&1 ||
  { tail -40 var/mutation.txt; exit 1; }
unnoticed=$("${mutmut[@]}" results | grep -E 'bot\.(criteria\.evaluate|deadlines\.count)\..*: survived' || true)
count=$(grep -c . <<<"$unnoticed" || true)
echo "mutation: $count changes unnoticed, $LISTED listed in docs/mutation.md"
[ "$count" -le "$LISTED" ] || { echo "$unnoticed"; exit 1; }
