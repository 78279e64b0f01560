#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# setup.sh SOURCE - what packaging/setup/setup.sh does about the Docker engine, as an ordinary user with sudo, about the image and with
# questions, with every command it calls played: nothing is installed, started or changed here.
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

# dockerd by hand: a pid file that nobody stands behind goes first, that of a dockerd which runs stays. Played by shells of that name.
mkdir "$folder/daemons"
for name in dockerd containerd; do
    cp "$(command -v bash)" "$folder/daemons/$name"
done
mkfifo "$folder/silence"
cat > "$folder/byhand" <<'END'
set -euo pipefail
root=$1 folder=$2
. "$root/packaging/setup/setup.sh"
dockerdPidFile=$folder/docker.pid
containerdPidFile=$folder/containerd.pid
asRoot() {
    if [[ $1 = setsid ]]; then echo "started"; else "$@"; fi
}
mountpoint() { :; }
daemons=()
trap 'kill "${daemons[@]}"' EXIT
daemon() { # NAME, OPTIONS...: its id in playedId
    local i
    "$folder/daemons/$1" -c 'read -r -t 300 <> "$0"' "$folder/silence" "${@:2}" &
    playedId=$!
    daemons+=("$playedId")
    for ((i = 0; i < 200; i++)); do
        [[ $(< "/proc/$playedId/comm") != "$1" ]] || break
        sleep 0.02
    done
}
try() { # WHAT, PID OF DOCKERD, PID OF CONTAINERD ("-": no file)
    rm -f "$folder"/{docker,containerd}.pid
    [[ $2 = - ]] || printf %s "$2" > "$dockerdPidFile"
    [[ $3 = - ]] || printf %s "$3" > "$containerdPidFile"
    echo "$1: $(startDockerdByHand | sed "s|$folder/||; s/(process.*/,/" | tr '\n' ' ')left:$(cd "$folder" && find . -name '*.pid' -printf ' %f')"
}
true &
gone=$!
wait "$gone"
try "no file" - -
try "gone" "$gone" -
try "another program" "$$" -
try "no number" "oops" -
try "empty" "" ""
try "containerd gone" - "$gone"
daemon dockerd
try "runs" "$playedId" -
daemon dockerd --pidfile "$dockerdPidFile"
try "runs, its file named" "$playedId" -
daemon dockerd --pidfile=/elsewhere/docker.pid
try "a dockerd of another file" "$playedId" -
daemon containerd
try "containerd runs" - "$playedId"
try "not dockerd" "$playedId" -
END
said=$(bash "$folder/byhand" "$folder/a b" "$folder" 2>&1)
expect "stale pid files" "$said" "no file: started left:
gone: removing the stale docker.pid , started left:
another program: removing the stale docker.pid , started left:
no number: removing the stale docker.pid , started left:
empty: removing the stale docker.pid , removing the stale containerd.pid , started left:
containerd gone: removing the stale containerd.pid , started left:
runs: dockerd runs already , left: docker.pid
runs, its file named: dockerd runs already , left: docker.pid
a dockerd of another file: removing the stale docker.pid , started left:
containerd runs: started left: containerd.pid
not dockerd: removing the stale docker.pid , started left:"

# The image: what is there is taken; else the official one is pulled; where that fails the local one is built.
mkdir -p "$folder/imagebin" "$folder/a b/resources/image"
cat > "$folder/imagebin/docker" <<'END'
#!/bin/sh
case "$1 $2" in
"image inspect")
    for image; do :; done
    case " $IMAGES " in *" $image "*) exit 0 ;; esac
    ;;
"pull "*) echo "docker $*" >> "$LOG"; [ -z "$PULLS" ] || exit 0 ;;
esac
exit 1
END
cat > "$folder/a b/resources/image/build.sh" <<'END'
#!/bin/sh
echo "build.sh $1 $2" >> "$LOG"
[ -n "$BUILDS" ]
END
chmod 755 "$folder/imagebin/docker" "$folder/a b/resources/image/build.sh"
cat > "$folder/image" <<'END'
set -euo pipefail
root=$1
. "$root/packaging/setup/setup.sh"
ensurePackages() { :; }
needRoot() { :; }
ensureImage
echo "goes on"
END
imageCase() { # WHAT, WHAT IT SAYS, WHAT IT DOES, NAME=VALUE...
    : > "$folder/log"
    said=$(env "PATH=$folder/imagebin:$PATH" "LOG=$folder/log" IMAGES= PULLS= BUILDS= "${@:4}" bash "$folder/image" "$folder/a b" 2>&1)
    expect "image: $1" "$said" "$2"
    expect "image: $1, what was done" "$(< "$folder/log")" "$3"
}
imageCase "the local one is there" "goes on" "" IMAGES=zoodock/zookeeper:3.8
imageCase "the official one is there" "goes on" "" IMAGES=zookeeper:3.9
imageCase "pulled" "*ok   Pull zookeeper:3.9*goes on" "docker pull zookeeper:3.9" IMAGES=zookeeper:3.4 PULLS=1
imageCase "built" "*no registry answers, so a local image is built*ok   Build the image zoodock/zookeeper:3.8*goes on" \
    $'docker pull zookeeper:3.9\nbuild.sh --tag zoodock/zookeeper:3.8' BUILDS=1
imageCase "neither" "*FAIL Build the image zoodock/zookeeper:3.8*the ZooKeeper image could not be built; see *" \
    $'docker pull zookeeper:3.9\nbuild.sh --tag zoodock/zookeeper:3.8'
[[ $said != *"goes on"* ]] || { echo "FAIL: it went on without an image"; ((++failures)); }

# A question: asked on a terminal; a sentence and the end where there is none; not asked with --yes and in CI.
cat > "$folder/question" <<'END'
set -euo pipefail
root=$1
. "$root/packaging/setup/setup.sh"
agree "Shall it be?" "there is nobody to ask." "then not."
echo "agreed"
END
chmod 755 "$folder/question"
question() { # WHAT, CODE, PATTERN, NAME=VALUE...
    said=$(env -u CI -u yes "${@:4}" bash "$folder/question" "$folder/a b" < /dev/null 2>&1)
    expect "$1, the exit code" "$?" "$2"
    expect "$1" "$said" "$3"
}
question "nobody to ask" 1 "question: there is nobody to ask."
question "--yes" 0 "agreed" yes=1
question "CI" 0 "agreed" CI=true
answered() { # WHAT, CODE, PATTERN, ANSWER
    said=$(printf '%s\n' "$4" | env -u CI -u yes script -qec "bash '$folder/question' '$folder/a b'" /dev/null 2>&1 | tr -d '\r'; exit "${PIPESTATUS[1]}")
    expect "$1, the exit code" "$?" "$2"
    expect "$1" "$said" "$3"
}
answered "yes" 0 "*Shall it be? *agreed*" y
answered "only Enter" 0 "*Shall it be? *agreed*" ""
answered "no" 1 "*Shall it be? *then not.*" n
[[ $said != *agreed* ]] || { echo "FAIL: no was taken for yes"; ((++failures)); }

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
