#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh SOURCE - what ./run says at its end, from its own folder and from others: each command that it names is called as it stands
# there. The preparations are played, and so is the program.
set -uo pipefail

source=$1
failures=0
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
root="$folder/it's a \$folder"
mkdir -p "$root/packaging" "$root/build/release" "$folder/else where"
cp "$source/run" "$root/"
cp -r "$source/packaging/setup" "$root/packaging/"
cat >> "$root/packaging/setup/setup.sh" <<'END'
ensurePackages() { :; }
buildPreset() { :; }
ensureEngine() { :; }
ensureImage() { :; }
startDisplay() { :; }
END
cat > "$root/build/release/zoodock" <<'END'
#!/bin/sh
echo "zoodock was asked: $*"
if [ "$2" = --screenshot ]; then echo picture > "$3"; fi
END
chmod 755 "$root/build/release/zoodock"

fail() { # WHAT, TEXT
    echo "FAIL $1"
    printf '%s\n' "$2" | sed 's/^/     | /'
    failures=$((failures + 1))
}
expect() { # WHAT, TEXT, PATTERN
    # shellcheck disable=SC2053 # a pattern
    [[ $2 == $3 ]] || fail "$1: expected $3" "$2"
}
try() { # FOLDER, COMMAND LINE
    (cd "$1" && env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM -u CI bash -c "$2" < /dev/null 2>&1)
}
# The command behind a sentence, up to the end of its line.
named() { # TEXT, SENTENCE
    sed -n "s/^.*$2 *//p" <<< "$1"
}

quoted=$(printf %q "$root")
for place in "$root" "$folder/else where"; do
    if [[ $place = "$root" ]]; then
        run=./run
    else
        run=$quoted/run
    fi
    said=$(try "$place" "$run --screenshot 'my picture.png'")
    expect "the picture, in $place" "$said" "*zoodock was asked: --quickstart --screenshot $place/my picture.png*"
    [[ -s $place/my\ picture.png ]] || fail "no picture in $place" "$said"
    open=$(named "$said" "Open it with:")
    remove=$(named "$said" "Remove it with:")
    if [[ $place = "$root" ]]; then
        expect "short in its own folder" "$open|$remove" "./run|build/release/zoodock rm quickstart --volumes"
    fi
    expect "how to remove it, in $place" "$(try "$place" "$remove")" "zoodock was asked: rm quickstart --volumes"
    expect "how to open it, in $place" "$(try "$place" "QT_QPA_PLATFORM=played $open")" "*zoodock was asked: --quickstart"

    said=$(try "$place" "$run --setup-only")
    expect "how to start it, in $place" "$(try "$place" "$(named "$said" "Everything is ready:")")" "zoodock was asked: --quickstart"

    said=$(try "$place" "$run")
    expect "no display, in $place" "$said" "*no display here*"
    mapfile -t commands < <(sed -n 's/^  *//p' <<< "$said")
    [[ ${#commands[@]} -eq 2 ]] || fail "two ways out, in $place" "$said"
    for command in "${commands[@]}"; do
        expect "$command, in $place" "$(try "$place" "$command")" "*zoodock was asked: *quickstart*"
    done
done

# A picture that cannot be: said before anything is prepared.
expect "an option is no file" "$(try "$root" "./run --screenshot --yes; echo code=\$?")" "Usage:*code=2"
[[ ! -e $root/--yes ]] || fail "the option became a picture" ""
mkdir "$root/a folder"
expect "a folder is no file" "$(try "$root" "./run --screenshot 'a folder'; echo code=\$?")" "*cannot be written: $root/a folder is a folder.*code=1"

[[ $failures -eq 0 ]] && echo "ok"
exit "$failures"
