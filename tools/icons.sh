#!/usr/bin/env bash
# Draws the PNG icons anew from public/icons/icon.svg. Only needed when the drawing changes:
# the PNGs are committed, so a build needs no image tools.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v rsvg-convert >/dev/null; then
  echo "rsvg-convert is missing: install the Debian package librsvg2-bin and run this again." >&2
  exit 1
fi

icons=public/icons

# The system cuts its own shape out of these, so the field has no corners and the mark stays within
# the inner circle (80 % of the width) that no shape may cut.
full_bleed() {
  sed -e 's/rx="116"/rx="0"/' -e 's/translate(0 0)/translate(36 36) scale(.86)/' "$icons/icon.svg"
}

rsvg-convert --width 192 --height 192 "$icons/icon.svg" --output "$icons/icon-192.png"
rsvg-convert --width 512 --height 512 "$icons/icon.svg" --output "$icons/icon-512.png"
full_bleed | rsvg-convert --width 512 --height 512 --output "$icons/maskable-512.png"
full_bleed | rsvg-convert --width 180 --height 180 --output "$icons/apple-touch-180.png"
