#!/bin/sh
# Starts a throw-away MariaDB on 127.0.0.1 for the tests that want a MySQL-family server, waits until it answers and
# prints the URL for OKR_MYSQL_URL. Needs Debian's mariadb-server. Usage: start-mariadb.sh [PORT]
#   export OKR_MYSQL_URL="$(test/support/start-mariadb.sh)"
# Stop it with the process id it leaves in the printed folder's file `pid` (said on stderr).
set -eu

port="${1:-33306}"
folder="$(mktemp -d "${TMPDIR:-/tmp}/mariadb.XXXXXX")"
socket="$folder/socket"

if [ "$(id -u)" = 0 ]; then as_root="--user=root"; else as_root=""; fi

# shellcheck disable=SC2086
mariadb-install-db --no-defaults $as_root --datadir="$folder/data" --auth-root-authentication-method=normal --skip-test-db >"$folder/install.log" 2>&1 ||
  { cat "$folder/install.log" >&2; exit 1; }

# shellcheck disable=SC2086
nohup mariadbd --no-defaults $as_root --datadir="$folder/data" --socket="$socket" --port="$port" --bind-address=127.0.0.1 \
  --skip-grant-tables --skip-networking=0 --pid-file="$folder/pid" --innodb-flush-log-at-trx-commit=0 \
  --character-set-server=utf8mb4 --collation-server=utf8mb4_bin >"$folder/server.log" 2>&1 </dev/null &

tries=0
until mariadb-admin --no-defaults --protocol=tcp --host=127.0.0.1 --port="$port" --user=root ping >/dev/null 2>&1 && [ -s "$folder/pid" ]; do
  tries=$((tries + 1))
  if [ "$tries" -ge 60 ]; then
    echo "MariaDB did not answer on port $port:" >&2
    cat "$folder/server.log" >&2
    exit 1
  fi
  sleep 0.5
done

echo "MariaDB runs in $folder; stop it with: kill \$(cat $folder/pid)" >&2
echo "mysql://root@127.0.0.1:$port/"
