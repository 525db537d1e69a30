#!/bin/sh
# Makes the PNG icons from icon.svg and maskable.svg. Needs Chromium; run it again when a drawing changes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
assets="$here/../../page/assets"
chromium=${CHROMIUM:-chromium}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

draw() { # drawing, size, file
    printf '<!DOCTYPE html><style>html,body{margin:0;background:transparent}img{display:block;width:%spx;height:%spx}</style><img src="file://%s">' \
        "$2" "$2" "$1" >"$work/page.html"
    "$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
        --default-background-color=00000000 --window-size="$2,$2" --screenshot="$assets/$3" \
        "file://$work/page.html" >/dev/null 2>&1
}

draw "$assets/icon.svg" 192 icon-192.png
draw "$assets/icon.svg" 512 icon-512.png
draw "$assets/icon.svg" 48 favicon.png
draw "$here/maskable.svg" 180 icon-touch.png
draw "$here/maskable.svg" 512 icon-maskable-512.png
