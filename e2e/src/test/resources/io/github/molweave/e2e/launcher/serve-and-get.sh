#!/usr/bin/env bash
# Starts the server on a free port, prints its answer to GET /, and stops it: serve-and-get.sh LAUNCHER
# Meant for a network name space of its own, where only the loopback device is, and is down.
set -eu
ip link set lo up
exec 3< <(exec "$1" serve --port 0)
server=$!
trap 'kill $server' EXIT
read -r line <&3
address=${line#*http://127.0.0.1:}
exec 4<> "/dev/tcp/127.0.0.1/${address%%/*}"
printf 'GET / HTTP/1.0\r\n\r\n' >&4
cat <&4
