#!/bin/sh
# Brings z3 where it is missing (Debian, Ubuntu and the like). Run by `npm run prove:laws`.
set -eu
command -v z3 >/dev/null && exit 0
as_root=''
[ "$(id -u)" -eq 0 ] || as_root=sudo
$as_root apt-get update -qq
$as_root apt-get install -y -qq --no-install-recommends z3
