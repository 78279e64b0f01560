# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests that failed beside other work, tried again at the end of ./check. Sourced after setup.sh; the caller has the functions note
# TIER RESULT SECONDS and runTests PRESET [OPTIONS...]. What the tests of a preset said is in $logs/test-PRESET.log; its folder is
# build/PRESET, without what stands behind a dot.
: "${logs:?setup.sh comes first}"

# shellcheck disable=SC2034 # begun and alone are for the caller
declare -A begun=() # when the tests of a preset did
postponed=()        # PRESET:TIER:SECONDS of tests that are run again at the end
alone=()            # tests that failed beside other work and then passed

# Beside the builds and each other, the tests have a good third of a processor each. What failed there is run once more when
# nothing else runs: who was merely late is in time then, what is wrong fails again. What a sanitizer or a fuzzer reports counts at
# once, and more than five failures are no bad luck.
again() { # PRESET
    local failures=build/${1%%.*}/Testing/Temporary/LastTestsFailed.log names
    [[ -s $failures ]] || return 1
    mapfile -t names < <(sed 's/^[0-9]*://' "$failures")
    if [[ ${#names[@]} -gt 5 ]] || grep -Eq 'ThreadSanitizer|(Address|Leak|UndefinedBehavior)Sanitizer|runtime error:|libFuzzer' "$logs/test-$1.log"; then
        return 1
    fi
    stepTail=120 step "Run alone what failed beside other work: ${names[*]}" "again-$1" runTests "$1" -j 1 --rerun-failed || return 1
    alone+=("${names[@]}")
}
# tested PRESET NAME COMMAND...: a tier of tests; what failed is tried again at the end.
tested() {
    if "${@:3}"; then
        note "$2" passed $((SECONDS - begun[$1]))
    else
        postponed+=("$1:$2:$((SECONDS - begun[$1]))")
    fi
}
tryPostponed() {
    local entry preset name entries=("${postponed[@]}")
    postponed=()
    for entry in "${entries[@]}"; do
        IFS=: read -r preset name _ <<< "$entry"
        if again "$preset"; then
            note "$name" "passed, some only alone" "${entry##*:}"
        else
            note "$name" FAILED "${entry##*:}"
        fi
    done
}
# Of the tests that failed: what they said of it, for who sees the last lines alone.
complaints() { # PRESET
    local file
    for file in "$logs/test-$1.log" "$logs/again-$1.log"; do
        [[ ! -f $file ]] || grep -E '^FAIL!|^   (Loc|Actual|Expected)|\*\*\*|Sanitizer' "$file" | cut -c 1-300 | tail -n 20 || true
    done
}
