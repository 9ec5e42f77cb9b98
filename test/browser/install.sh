#!/bin/sh
# Brings Chromium where it is missing (Debian, Ubuntu and the like). Run by `npm run test:browser`.
set -eu
command -v chromium >/dev/null && command -v firefox-esr >/dev/null && exit 0
as_root=''
[ "$(id -u)" -eq 0 ] || as_root=sudo
$as_root apt-get update -qq
$as_root apt-get install -y -qq --no-install-recommends chromium firefox-esr
