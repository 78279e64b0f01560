#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# setup.sh SOURCE - what packaging/setup/setup.sh does about the Docker engine, as an ordinary user with sudo, with every command it
# calls played: nothing is installed, started or changed here.
set -uo pipefail

source=$1
failures=0
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
chmod 755 "$folder"
mkdir -p "$folder/bin" "$folder/a b/packaging" "$folder/a b/build/log"
cp -r "$source/packaging/setup" "$folder/a b/packaging/"
touch "$folder/log"

play() { # NAME, its script on stdin
    { printf '#!/bin/sh\nfolder="%s"\n' "$folder"; cat; } > "$folder/bin/$1"
    chmod 755 "$folder/bin/$1"
}
# The user may use the engine once sg has made it a member of the group; before it was started nobody can.
play docker <<'END'
if [ "$1" = --version ]; then
    if [ -e "$folder/podman" ]; then echo "podman version 4.3.1"; else echo "Docker version 20.10.24, build 1"; fi
    exit
fi
if [ "$1" = context ]; then
    cat "$folder/endpoint" 2> /dev/null || echo unix:///var/run/docker.sock
    exit
fi
[ -z "$DOCKER_HOST" ] || { echo "Cannot connect to the Docker daemon at $DOCKER_HOST." >&2; exit 1; }
[ -e "$folder/started" ] || { echo "Cannot connect to the Docker daemon at unix:///var/run/docker.sock." >&2; exit 1; }
[ -n "$IN_GROUP" ] || [ -e "$folder/everybody" ] || { echo "permission denied while trying to connect" >&2; exit 1; }
echo 20.10.24
END
play sudo <<'END'
[ "$1" = -n ] && shift
echo "sudo $*" >> "$folder/log"
case $1 in
usermod) touch "$folder/member" ;;
systemctl | setsid) touch "$folder/started" ;;
true | cat) ;;
esac
END
play id <<'END'
case "$1 $2" in
"-un ") echo mary ;;
"-nG mary") if [ -e "$folder/member" ]; then echo mary docker; else echo mary; fi ;;
*) exec /usr/bin/id "$@" ;;
esac
END
play sg <<'END'
echo "sg $*" >> "$folder/log"
IN_GROUP=1 exec sh -c "$3"
END
for name in dockerd iptables apt-get; do
    # shellcheck disable=SC2016 # for the played command
    echo 'echo "$0 $*" >> "$folder/log"' | play "$name"
done
cat > "$folder/a b/run" <<'END'
#!/bin/bash
set -euo pipefail
root=$(dirname -- "$(readlink -f -- "$0")")
given=("$@")
yes=${YES-1}
. "$root/packaging/setup/setup.sh"
missingPackages() { :; }
ensureEngine
echo "engine answers: $(docker version), host=${DOCKER_HOST:-} context=${DOCKER_CONTEXT:-} arguments:$(printf ' <%s>' "$@")"
END
chmod -R go+rwX "$folder"
chmod 755 "$folder/a b/run"

asUser() { # COMMAND...: not as root, whom nothing is denied
    if [[ $EUID -eq 0 ]]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups -- "$@"
    else
        "$@"
    fi
}
try() { # [NAME=VALUE...]
    : > "$folder/log"
    asUser env -u DOCKER_HOST -u DOCKER_CONTEXT -u CI "PATH=$folder/bin:$PATH" "$@" "$folder/a b/run" --screenshot "x y.png" < /dev/null 2>&1
}
expect() { # WHAT, TEXT, PATTERN
    # shellcheck disable=SC2053 # a pattern
    [[ $2 == $3 ]] || {
        echo "FAIL $1: expected $3"
        printf '%s\n' "$2" | sed 's/^/     | /'
        failures=$((failures + 1))
    }
}
again() {
    rm -f "$folder"/{started,member,everybody,podman,endpoint}
}

again
said=$(try)
expect "started here" "$said" "*mary is in the group docker now*engine answers: 20.10.24*arguments: <--screenshot> <x y.png>"
expect "started here, the log" "$(< "$folder/log")" "*sudo usermod -aG docker mary*sg docker -c*"
# The session of before: a member by the book, not yet in fact.
said=$(try)
expect "a second time" "$said" "*engine answers: 20.10.24*<x y.png>"
expect "a second time, the log" "$(< "$folder/log")" "sg docker -c*"

again
touch "$folder/started"
said=$(try)
expect "somebody else's engine" "$said" "*may not use it (permission denied*usermod -aG docker mary*"
expect "somebody else's engine, the log" "$(< "$folder/log")" ""

again
touch "$folder/podman"
said=$(try)
expect "podman" "$said" "*Podman*Install Docker's own*"
expect "podman, the log" "$(< "$folder/log")" ""

again
touch "$folder/started" "$folder/everybody"
said=$(try DOCKER_HOST=tcp://10.255.255.1:2375)
expect "a silent DOCKER_HOST" "$said" "*[(]tcp://10.255.255.1:2375) does not answer*this machine's own engine*engine answers: 20.10.24, host= context=default*"
said=$(try DOCKER_HOST=tcp://10.255.255.1:2375 YES=)
expect "a silent DOCKER_HOST, nobody to ask" "$said" "*[(]tcp://10.255.255.1:2375) does not answer*--yes"

# What is started in a group of its own ends as a whole, and has not kept the lock.
cat > "$folder/group" <<'END'
set -euo pipefail
. "$root/packaging/setup/setup.sh"
exec 9> "$logs/lock"
startGroup "$logs/group.log" bash -c '{ : >&9; } 2> /dev/null && echo "has the lock"; sleep 600 & echo "$!"; wait'
child=
for ((i = 0; i < 200; i++)); do
    child=$(tail -n 1 "$logs/group.log")
    [[ $child != [0-9]* ]] || break
    sleep 0.05
done
kill -0 "$child"
endGroup "$startedGroup"
for ((i = 0; i < 200; i++)); do
    kill -0 "$child" 2> /dev/null || { echo "ended"; break; }
    sleep 0.05
done
grep "has the lock" "$logs/group.log" || echo "without the lock"
END
said=$(root="$folder/a b" bash "$folder/group" 2>&1)
expect "a group of its own" "$said" "*ended*without the lock"

# Work beside the steps: shown when its turn comes, with its result, and ended with everything else.
cat > "$folder/beside" <<'END'
set -euo pipefail
root=$1
. "$root/packaging/setup/setup.sh"
beside good bash -c 'echo "first word"; sleep 0.5; echo "last word"'
beside bad bash -c 'echo "why it failed"; exit 3'
beside endless sleep 600
endBeside "The good one" good
cat "$logs/good-followed.log"
endBeside "The bad one" bad || echo "returned $?"
echo "left: ${!besides[*]}"
group=${besides[endless]}
stopStep
# Its leader is waited for; the others may take a moment.
for ((i = 0; i < 200; i++)); do
    kill -0 -- "-$group" 2> /dev/null || { echo "nothing goes on"; break; }
    sleep 0.05
done
END
said=$(bash "$folder/beside" "$folder/a b" 2>&1)
expect "work beside the steps" "$said" \
    "*ok*The good one*first word*last word*FAIL The bad one*why it failed*returned 3*left: endless*nothing goes on"

# Tests that failed beside other work: once more, alone; not what a sanitizer saw, nor a flood.
cat > "$folder/again" <<'END'
set -euo pipefail
root=$1
. "$root/packaging/setup/setup.sh"
. "$root/packaging/setup/again.sh"
cd "$root"
note() { echo "note: $1 = $2"; }
# What passes when it is alone, and what does not.
runTests() { echo "FAIL!  : second time"; [[ $1 != broken && $* == *"-j 1 --rerun-failed"* ]]; }
fail() { # PRESET, WHAT IT SAID, TESTS...
    local i=0 name
    mkdir -p "build/${1%%.*}/Testing/Temporary"
    echo "$2" > "$logs/test-$1.log"
    for name in "${@:3}"; do
        echo "$((++i)):$name"
    done > "build/${1%%.*}/Testing/Temporary/LastTestsFailed.log"
    begun[$1]=$SECONDS
    tested "$1" "tier $1" false
}
begun[good]=$SECONDS
tested good "tier good" true
fail late "FAIL!  : too late" tst_one tst_two
fail broken "FAIL!  : wrong" tst_three
fail race "WARNING: ThreadSanitizer: data race" tst_four
fail fuzzed "ERROR: libFuzzer: timeout after 25 seconds" fuzz.lines
fail flood "FAIL!  : many" a b c d e f
mkdir -p build/crashed
begun[crashed]=$SECONDS
tested crashed "tier crashed" false # ctest itself: no list
tryPostponed
echo "alone: ${alone[*]}"
complaints broken
# The same build's tests another time, later; what came before is done with.
fail late.turn1 "FAIL!  : too late" tst_five
tryPostponed
echo "alone: ${alone[*]}"
END
said=$(bash "$folder/again" "$folder/a b" 2>&1)
expect "tests tried again" "$said" "note: tier good = passed*tst_one tst_two*note: tier late = passed, some only alone*\
FAIL Run alone*tst_three*note: tier broken = FAILED*note: tier race = FAILED*note: tier fuzzed = FAILED*note: tier flood = FAILED*note: tier crashed = FAILED*\
alone: tst_one tst_two*FAIL!  : wrong*FAIL!  : second time*\
tst_five*note: tier late.turn1 = passed, some only alone*alone: tst_one tst_two tst_five"
[[ $(grep -c "note: tier race" <<< "$said") -eq 1 ]] || { echo "FAIL: a tier was noted twice"; ((++failures)); }

[[ $failures -eq 0 ]] && echo "ok"
exit "$failures"
