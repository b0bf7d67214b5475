#!/bin/sh
# Builds the dashboard into the folder given, when its sources changed; called by Maven. Says one line per step.
set -eu
out=$1
cd "$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)"

command -v npm >/dev/null 2>&1 || {
  echo "The dashboard is built with Node.js 20.19 or newer and npm, which are not on the PATH: install them and build again." >&2
  exit 1
}

if ! cmp -s package-lock.json node_modules/.installed-lock; then
  echo "salesbrain: fetching the dashboard's libraries"
  npm ci --ignore-scripts --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi

if [ ! -f "$out/index.html" ] || [ -n "$(find src index.html package-lock.json vite.config.ts tsconfig.json build -newer "$out/index.html" -print | head -n 1)" ]; then
  echo "salesbrain: building the dashboard"
  npm run --silent build
  rm -rf "$out"
  mkdir -p "$out"
  cp -R dist/. "$out/"
  touch "$out/index.html"
fi

if [ "${2:-}" = test ]; then
  echo "salesbrain: testing the dashboard"
  npm test --silent
fi
