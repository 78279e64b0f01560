#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders the program's icon into the PNG sizes of the hicolor theme, beside this repository's SVG. Run it after a change of the SVG;
# tests/packaging/tst_icons fails where the pictures are old. Needs rsvg-convert (librsvg2-bin).
set -euo pipefail

icons=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../resources/icons
name=org.zoodock.ZooDock
for size in 16 22 24 32 48 64 128 256 512; do
    folder=$icons/hicolor/${size}x$size/apps
    mkdir -p "$folder"
    rsvg-convert --width $size --height $size --output "$folder/$name.png" "$icons/$name.svg"
done
