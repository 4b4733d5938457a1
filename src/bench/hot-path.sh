#!/bin/sh
# Asks the hot path, a plain Javalin route and nginx for the same feed, one after the other, three
# times over; prints requests a second and CPU a request of each server. Needs wrk and nginx, and
# the classes of ./mvnw -Pbench test-compile on CP.  Usage: CP=… src/bench/hot-path.sh
set -eu
DIR=$(mktemp -d)
SECONDS_EACH=${SECONDS_EACH:-5}
JAVA=${JAVA:-java}
trap 'kill $SERVER 2>/dev/null || true; nginx -c "$DIR/nginx.conf" -s stop 2>/dev/null || true; rm -rf "$DIR"' EXIT
mkdir -p "$DIR/wire"
echo '<configuration><root level="warn"/></configuration>' >"$DIR/logback.xml"
$JAVA ${OPTS:-} -Dlogback.configurationFile="$DIR/logback.xml" --enable-native-access=ALL-UNNAMED -cp "$CP" org.slugline.site.HotPath 24191 24192 "$DIR" >"$DIR/log" 2>&1 &
SERVER=$!
while kill -0 $SERVER && ! curl -sf -o /dev/null "http://127.0.0.1:24192/wire/feed.rss"; do sleep 0.3; done
cp "$DIR/feed.rss" "$DIR/feed.rss.gz" "$DIR/wire/"
cat >"$DIR/nginx.conf" <<CONF
worker_processes 1;
pid $DIR/nginx.pid;
error_log $DIR/nginx.log;
events { worker_connections 256; }
http {
  access_log off;
  types { application/rss+xml rss; }
  server { listen 127.0.0.1:24193; root $DIR; gzip_static on; etag on; sendfile on; }
}
CONF
chmod 755 "$DIR"
nginx -c "$DIR/nginx.conf"
NGINX=$(pgrep -P "$(cat "$DIR/nginx.pid")")
cpu() { awk '{print $14 + $15}' "/proc/$1/stat"; }
run() { # label, pid, url, headers…
  label=$1 pid=$2 url=$3
  shift 3
  before=$(cpu "$pid")
  out=$(wrk -t1 -c8 -d"${SECONDS_EACH}s" "$@" "$url")
  after=$(cpu "$pid")
  requests=$(echo "$out" | awk '/requests in/ {print $1}')
  rate=$(echo "$out" | awk '/Requests\/sec/ {print $2}')
  echo "$label: $rate requests/s, $(echo "$before $after $requests" | awk '{printf "%.1f", ($2 - $1) * 10000 / $3}') µs CPU each"
}
tag() { curl -s -o /dev/null -D - "$@" | tr -d '\r' | awk 'tolower($1) == "etag:" {print $2}'; }
U=/wire/feed.rss
ls -l "$DIR/feed.rss" "$DIR/feed.rss.gz" | awk '{print $5, $9}'
for round in 1 2 3 4; do
  echo "round $round"
  run "hot path, plain" $SERVER "http://127.0.0.1:24191$U"
  run "Javalin route, plain" $SERVER "http://127.0.0.1:24192$U"
  run "hot path, gzip" $SERVER "http://127.0.0.1:24191$U" -H "Accept-Encoding: gzip"
  run "nginx, gzip" $NGINX "http://127.0.0.1:24193$U" -H "Accept-Encoding: gzip"
  OURS=$(tag -H "Accept-Encoding: gzip" "http://127.0.0.1:24191$U")
  THEIRS=$(tag -H "Accept-Encoding: gzip" "http://127.0.0.1:24193$U")
  run "hot path, 304" $SERVER "http://127.0.0.1:24191$U" -H "Accept-Encoding: gzip" -H "If-None-Match: $OURS"
  run "nginx, 304" $NGINX "http://127.0.0.1:24193$U" -H "Accept-Encoding: gzip" -H "If-None-Match: $THEIRS"
done
