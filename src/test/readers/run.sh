#!/usr/bin/env bash
# Starts a newsroom, gives every edition to the feed readers that are installed and compares what each made of it.
# SLUGLINE: the command to run, by default the launcher of this checkout. Table on standard output; exit 1 on a loss.
set -euo pipefail
cd "$(dirname "$0")"
SLUGLINE=${SLUGLINE:-$PWD/../../../slugline}
PORT=${PORT:-24680}
OUTLET=$((PORT + 1))
BASE=http://127.0.0.1:$PORT
DIR=$(mktemp -d)
trap 'kill ${SERVER:-} ${POST:-} 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$DIR"' EXIT

cat >"$DIR/slugline.toml" <<TOML
[masthead]
title = "The Reader's Gazette"
base = "$BASE"
contact = "desk@news.example"
[site]
port = $PORT
[metrics]
listen = ""
[wire]
enabled = false
allow-internal = ["127.0.0.1:$OUTLET"]
host-spacing = "0s"
TOML
AT=(--config "$DIR/slugline.toml" --data "$DIR/data")
slugline() { $SLUGLINE "$@" "${AT[@]}" </dev/null; }
mkdir "$DIR/post" && cp outlet.xml "$DIR/post/feed.xml"
python3 -m http.server --bind 127.0.0.1 --directory "$DIR/post" "$OUTLET" >/dev/null 2>&1 &
POST=$!
cp -r articles "$DIR/"
slugline publish "$DIR/articles" --now 2022-02-08T13:05:00Z >&2
slugline outlets add "http://127.0.0.1:$OUTLET/feed.xml" --now 2022-02-08T13:00:00Z >&2
slugline poll --now 2022-02-08T14:00:00Z >&2
sed -i 's/at noon/at one/' "$DIR/articles/bridge.md"
slugline publish "$DIR/articles" --kind correction --note "It opened at one, not at noon." --now 2022-02-08T14:02:00Z >&2
$SLUGLINE serve --no-poll --now 2022-02-08T14:05:00Z "${AT[@]}" >"$DIR/serve.log" 2>&1 </dev/null &
SERVER=$!
for _ in $(seq 60); do curl -sf -o /dev/null "$BASE/status/ready" && break || sleep 0.5; done

NPM=-
if command -v npm >/dev/null; then
  mkdir "$DIR/npm" && cp package.json npm.mjs "$DIR/npm/"
  if (cd "$DIR/npm" && npm install --no-audit --no-fund --silent >&2); then
    (cd "$DIR/npm" && python3 "$OLDPWD/readers.py" "$BASE" "$DIR" fetch | xargs node npm.mjs >"$DIR/npm.json")
    NPM=$DIR/npm.json
  else
    echo "The parsers of npm could not be installed: left out." >&2
  fi
fi
python3 readers.py "$BASE" "$DIR" "$NPM"
