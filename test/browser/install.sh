#!/bin/sh
# Brings Chromium and Firefox where they are missing (Debian, Ubuntu and the like). Run by
# `npm run test:browser`.
set -eu
missing=''
command -v chromium >/dev/null || missing="$missing chromium"
command -v firefox-esr >/dev/null || missing="$missing firefox-esr"
[ -n "$missing" ] || exit 0
as_root=''
[ "$(id -u)" -eq 0 ] || as_root=sudo
$as_root apt-get update -qq
# shellcheck disable=SC2086 # several names
$as_root apt-get install -y -qq --no-install-recommends $missing
