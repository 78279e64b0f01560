#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# update-translations.sh [--check] - takes the texts of the sources into resources/translations/*.ts; what is gone from the sources
# goes. With --check nothing is written: it fails where the files are not what that would make of them.
set -euo pipefail

root=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
lupdate=$(command -v lupdate-qt6 || echo /usr/lib/qt6/bin/lupdate)
[[ -x $lupdate ]] || lupdate=$(command -v lupdate)
cd "$root"
# No line numbers: a change elsewhere in a file is no change of its texts.
options=(-no-obsolete -locations none -no-ui-lines -silent -extensions "cpp,h" -I .)
for folder in models/*/include models/* models/*/*; do
    [[ ! -d $folder ]] || options+=(-I "$folder")
done

if [[ ${1:-} != --check ]]; then
    "$lupdate" "${options[@]}" -pluralonly app models ui -ts resources/translations/zoodock_en.ts
    "$lupdate" "${options[@]}" app models ui -ts resources/translations/zoodock_zh_CN.ts
    exit
fi

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
cp resources/translations/*.ts "$work"
"$lupdate" "${options[@]}" -pluralonly app models ui -ts "$work/zoodock_en.ts"
"$lupdate" "${options[@]}" app models ui -ts "$work/zoodock_zh_CN.ts"
rc=0
for file in zoodock_en.ts zoodock_zh_CN.ts; do
    diff -u --label "$file" --label "$file as the sources want it" "resources/translations/$file" "$work/$file" || rc=1
done
[[ $rc -eq 0 ]] || echo "Stale: run packaging/update-translations.sh and translate what is unfinished."
exit $rc
