#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# words.sh ZOODOCK PACKAGING - the manual page and the completion know every verb and option that the program's help names, and
# no others; the page renders without a warning; completing gives what one expects.
set -uo pipefail

program=$1
packaging=$2
failures=0
fail() {
    echo "FAIL $*"
    failures=$((failures + 1))
}

page=$(man --warnings -E UTF-8 -P cat -l "$packaging/zoodock.1" 2>&1 > /dev/null)
[[ -z $page ]] || fail "the manual page: $page"
# Text as one reads it, on one line.
page=$(MANWIDTH=200 man -E UTF-8 -P cat -l "$packaging/zoodock.1" | sed 's/\x1b\[[0-9;]*m//g; s/.\x08//g' | tr '\n' ' ')
completion=$(< "$packaging/completions/zoodock.bash")
help=$(LC_ALL=C.UTF-8 "$program" --help) || fail "zoodock --help ended with $?"

mapfile -t options < <(grep -oE -- '--[a-z]+' <<< "$help" | sort -u)
mapfile -t verbs < <(grep -oE '^  zoodock [a-z|]+' <<< "$help" | awk '{print $2}' | tr '|' '\n' | sort -u)
[[ ${#options[@]} -ge 10 && ${#verbs[@]} -ge 8 ]] || fail "the help names ${#options[@]} options and ${#verbs[@]} verbs only"
for word in "${options[@]}" "${verbs[@]}"; do
    grep -qE -- "(^|[^a-z-])$word([^a-z-]|\$)" <<< "$page" || fail "the manual page does not know $word"
    grep -qE -- "(^|[^a-z-])$word([^a-z-]|\$)" <<< "$completion" || fail "the completion does not know $word"
done
mapfile -t spoken < <(grep -oE -- '(^|[^a-z-])--[a-z]+' <<< "$page" | grep -oE -- '--[a-z]+' | sort -u)
for word in "${spoken[@]}"; do
    # The help leaves out what ./run alone uses.
    [[ $word = --screenshot || " ${options[*]} " = *" $word "* ]] || fail "the manual page names $word, the help does not"
done

# shellcheck source=/dev/null
. "$packaging/completions/zoodock.bash"
XDG_DATA_HOME=$(mktemp -d)
export XDG_DATA_HOME
trap 'rm -rf -- "$XDG_DATA_HOME"' EXIT
mkdir -p "$XDG_DATA_HOME/zoodock/clusters"
touch "$XDG_DATA_HOME/zoodock/clusters/"{orders.json,search.json,orders.journal}
completes() { # WANTED WORDS...: what the last word completes to
    local wanted=$1 got
    shift
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    _zoodock
    got=${COMPREPLY[*]}
    [[ $got = "$wanted" ]] || fail "'$*' completes to '$got', not to '$wanted'"
}
completes "stop" zoodock sto
completes "orders search" zoodock stop ""
completes "orders" zoodock rm or
completes "--volumes" zoodock rm orders --
completes "bridge host" zoodock up x --network ""
completes "--members" zoodock up x --mem
completes "" zoodock up x --members ""

# Each verb's options: what its parser takes, the completion offers and docs/cli.md names. With three words too many nothing runs.
for verb in "${verbs[@]}"; do
    [[ $verb != help ]] || continue
    taken=
    for option in "${options[@]}"; do
        [[ $option != --help && $option != --version ]] || continue
        said=$("$program" "$verb" a b c "$option" 1 2>&1 < /dev/null)
        [[ $? -eq 2 ]] || fail "'$verb a b c $option' was not refused"
        [[ $said = *"There is no option"* ]] || taken+=" $option"
    done
    COMP_WORDS=(zoodock "$verb" x --)
    COMP_CWORD=3
    COMPREPLY=()
    _zoodock
    offered=$(printf '%s\n' "${COMPREPLY[@]}" | sort | xargs)
    [[ $(xargs <<< "$taken") = "$offered" ]] || fail "'$verb' takes '$taken', the completion offers '$offered'"
    usage=$(grep -E "^    zoodock ([a-z|]*\|)?$verb(\|[a-z|]*)?( |\$)" "$packaging/../docs/cli.md")
    [[ -n $usage ]] || fail "docs/cli.md does not tell how '$verb' is used"
    # plan is told by its difference to up.
    [[ $verb != plan ]] || continue
    named=$(grep -oE -- '--[a-z]+' <<< "$usage" | sort -u | xargs)
    [[ $(xargs <<< "$taken") = "$named" ]] || fail "'$verb' takes '$taken', docs/cli.md names '$named'"
done

[[ $failures -eq 0 ]] && echo "ok, ${#options[@]} options and ${#verbs[@]} verbs"
exit $((failures > 0))
