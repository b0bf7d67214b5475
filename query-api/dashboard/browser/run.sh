#!/bin/sh
# Runs the browser tests against the installation that SALESBRAIN_URL and the keys name; see playwright.config.ts.
# Installs Debian's Chromium where there is none and this may be done.
set -eu
cd "$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)/.."

for name in chromium chromium-browser google-chrome-stable google-chrome; do
  [ -n "${CHROMIUM:-}" ] || CHROMIUM=$(command -v "$name" || true)
done
if [ -z "$CHROMIUM" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "The browser tests need Chromium: install it, for example with 'apt-get install chromium', or let CHROMIUM name it." >&2
    exit 1
  fi
  echo "installing Chromium with apt-get" >&2
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
  CHROMIUM=/usr/bin/chromium
fi
export CHROMIUM
exec node_modules/.bin/playwright test --config browser/playwright.config.ts "$@"
