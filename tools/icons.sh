#!/usr/bin/env bash
# Draws the PNG icons anew from public/icons/icon.svg. Only needed when the drawing changes:
# the PNGs are committed, so a build needs no image tools.
set -euo pipefail
cd "$(dirname "$0")/.."

need() {
  if ! command -v "$1" >/dev/null; then
    echo "$1 is missing: install the Debian package $2 and run this again." >&2
    exit 1
  fi
}
need rsvg-convert librsvg2-bin
need pngquant pngquant
need zopflipng zopfli

icons=public/icons

# The system cuts its own shape out of these, so the field has no corners and the mark stays within
# the inner circle (80 % of the width) that no shape may cut.
full_bleed() {
  sed -e 's/rx="116"/rx="0"/' -e 's/translate(0 0)/translate(36 36) scale(.86)/' "$icons/icon.svg"
}

# Three colours and the steps between them: sixteen are as good as all, and a fifth of the size.
shrink() {
  pngquant --force --speed 1 --output "$1" 16 "$1"
  zopflipng -y --iterations=50 "$1" "$1" >/dev/null
}

rsvg-convert --width 192 --height 192 "$icons/icon.svg" --output "$icons/icon-192.png"
rsvg-convert --width 512 --height 512 "$icons/icon.svg" --output "$icons/icon-512.png"
full_bleed | rsvg-convert --width 512 --height 512 --output "$icons/maskable-512.png"
full_bleed | rsvg-convert --width 180 --height 180 --output "$icons/apple-touch-180.png"

for file in "$icons"/*.png; do shrink "$file"; done
