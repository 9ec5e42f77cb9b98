#!/bin/sh
# Brings NATS where it is missing (Debian, Ubuntu and the like). Run by `npm run prove:service`.
set -eu
command -v nats-server >/dev/null && exit 0
as_root=''
[ "$(id -u)" -eq 0 ] || as_root=sudo
$as_root apt-get update -qq
$as_root apt-get install -y -qq --no-install-recommends nats-server
