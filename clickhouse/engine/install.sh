#!/bin/sh
# Puts the pinned native ClickHouse library beside this script, once. Safe to call from several builds at a time: the
# second waits for the first and then finds everything in place. The library lies outside target/ so that a clean build
# does not fetch its 560 MB again.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
cd "$here"

package='@chdb/lib-linux-x64-gnu'
wanted=$(sed -n "s|.*\"$package\": *\"\([^\"]*\)\".*|\1|p" package.json)
library="node_modules/$package/libchdb.so"

is_installed() {
  [ -s "$library" ] && grep -q "\"version\": *\"$wanted\"" "node_modules/$package/package.json"
}

# Who names a library of his own needs none from here.
[ -n "${SALESBRAIN_ENGINE_LIBRARY:-}" ] && exit 0
is_installed && exit 0

if [ "$(uname -s)-$(uname -m)" != "Linux-x86_64" ]; then
  echo "The embedded ClickHouse engine exists for Linux on x86-64 only; on this machine set the URL of a ClickHouse server." >&2
  exit 0
fi
for tool in npm flock; do
  if ! command -v "$tool" >/dev/null 2>&1; then
    echo "The embedded ClickHouse engine is fetched with $tool, which is not on the PATH: install it and build again." >&2
    exit 1
  fi
done

exec 9>.install.lock
flock 9
is_installed && exit 0
echo "Fetching the ClickHouse engine $wanted (about 560 MB unpacked, once) ..."
npm ci --ignore-scripts --loglevel=error
is_installed || { echo "npm ended without an error but $library is not there: remove clickhouse/engine/node_modules and build again." >&2; exit 1; }
