#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Records what a docker CLI really prints, for the parsers' tests.
#   record.sh DOCKER FOLDER      e.g. record.sh /usr/bin/docker 20.10
# Needs root, an engine without network access to a registry, and the image zoodock/zookeeper:3.8. Everything it makes
# is labelled org.zoodock.test=recording and removed at the end. errors/KIND-case.txt: stderr of a command that failed;
# KIND is what ErrorKind it has to become.
set -u
docker=$1
mkdir -p "$2/errors"
cd "$2" || exit 1
image=zoodock/zookeeper:3.8
label="org.zoodock.test=recording"
port=42391

scrub() {
    sed -E -e "s/(\"Name\":\")$(hostname)\"/\\1enginehost\"/" -e "s/$(uname -r)/6.1.0-28-amd64/g" -e 's/ on [0-9.]+:53:/ on 192.0.2.53:53:/' \
        -e "s#${HOME}/#/home/user/#g" -e 's#("ID":")[A-Z0-9:]{59}"#\1ABCD:EFGH:IJKL:MNOP:QRST:UVWX:YZ23:4567:ABCD:EFGH:IJKL:MNOP"#'
}
# out NAME COMMAND…: stdout; error NAME COMMAND…: stderr of what has to fail
out() { local name=$1; shift; "$docker" "$@" 2>/dev/null </dev/null | scrub >"$name"; }
error() { local name=$1; shift; "$@" 2>&1 >/dev/null </dev/null | scrub >"errors/$name.txt"; }
clean() {
    "$docker" ps -aq --filter label=$label | xargs -r "$docker" rm -f -v >/dev/null
    "$docker" network ls -q --filter label=$label | xargs -r "$docker" network rm >/dev/null
    "$docker" volume ls -q --filter label=$label | xargs -r "$docker" volume rm >/dev/null
}
create() { local name=$1; shift; "$docker" create --name "$name" --label $label "$@" >/dev/null 2>&1; }
trap clean EXIT
clean

since=$(date +%s.%N)
"$docker" network create --label $label rec-net >/dev/null
"$docker" volume create --label $label rec-data >/dev/null
create rec-run --hostname rec-run --network rec-net --network-alias zoo1 --label 'org.zoodock.spec={"a":"b,c=d"}' \
    --env 'A=x y' --publish 127.0.0.1:$port:2181 --volume rec-data:/data --restart unless-stopped \
    --log-driver json-file --log-opt max-size=10m --log-opt max-file=3 $image
"$docker" start rec-run >/dev/null
create rec-taken --network rec-net --publish 127.0.0.1:$port:2181 $image
error PortInUse-container "$docker" start rec-taken
create rec-host --network host $image sleep 1000
"$docker" start rec-host >/dev/null
create rec-exited --entrypoint sh $image -c 'exit 3'
"$docker" start rec-exited >/dev/null
create rec-paused $image sleep 1000
"$docker" start rec-paused >/dev/null
"$docker" pause rec-paused >/dev/null
"$docker" exec rec-run true
sleep 1

for command in version info images; do out $command $command --format '{{json .}}'; done
out context context inspect
out ps ps -q --no-trunc --all --filter label=$label
out network-ls network ls --format '{{json .}}' --filter label=$label
out volume-ls volume ls --format '{{json .}}' --filter label=$label
out stats stats --no-stream --format '{{json .}}' rec-run rec-host rec-exited
# A terminal's control codes come even into a pipe.
timeout -s KILL 4 "$docker" stats --format '{{json .}}' rec-run 2>/dev/null | scrub >stats-streaming
for name in run taken host exited paused; do out inspect-$name inspect --type container rec-$name; done
out inspect-some inspect --type container rec-run nope rec-host
out inspect-none inspect --type container nope
out version-down -H unix:///nope.sock version --format '{{json .}}'
out info-down -H unix:///nope.sock info --format '{{json .}}'

error EngineDown-version "$docker" -H unix:///nope.sock version --format '{{json .}}'
error EngineDown-ps "$docker" -H tcp://127.0.0.1:1 ps
error EngineDown-events "$docker" -H unix:///nope.sock events
error EngineDown-lookup "$docker" -H tcp://nope.invalid:2375 ps
error EngineDown-ssh "$docker" -H ssh://nobody@127.0.0.1:1 ps
error EngineForbidden-ps setpriv --reuid 65534 --clear-groups "$docker" ps
error ContextMissing-ps "$docker" --context nope ps
error ContextMissing-inspect "$docker" --context nope context inspect nope
error ApiMismatch-new env DOCKER_API_VERSION=1.99 "$docker" ps
error ApiMismatch-old env DOCKER_API_VERSION=1.02 "$docker" ps
error RegistryUnreachable-pull "$docker" pull nope.invalid/nope:1
error RegistryUnreachable-create "$docker" create --label $label nope.invalid/nope:1
error RegistryUnreachable-refused "$docker" pull 127.0.0.1:1/nope:1
error ImageMissing-inspect "$docker" image inspect nope/nope:1
error ImageMissing-run "$docker" run --label $label --pull never nope/nope:1
error InvalidInput-reference "$docker" pull 'Nope:a b'
error NoSuchObject-start "$docker" start nope
error NoSuchObject-stop "$docker" stop nope
error NoSuchObject-inspect "$docker" inspect nope
error NoSuchObject-exec "$docker" exec nope true
error NoSuchObject-rm "$docker" rm nope
error NoSuchObject-stats "$docker" stats --no-stream nope
error NoSuchObject-cp "$docker" cp - nope:/tmp
error NoSuchObject-network "$docker" network rm nope
error NoSuchObject-volume "$docker" volume rm nope
create rec-nonet --network nonet $image
error NoSuchObject-nonet "$docker" start rec-nonet
error NameInUse-container "$docker" create --label $label --name rec-run $image
error NameInUse-network "$docker" network create --label $label rec-net
error NetworkInUse-rm "$docker" network rm rec-net
error ProgramFailed-volume "$docker" volume rm rec-data
error ProgramFailed-flag "$docker" ps --no-such-flag
error NotRunning-exec "$docker" exec rec-exited true
error NotRunning-kill "$docker" kill rec-exited
error NotRunning-pause "$docker" pause rec-exited
error NotRunning-pausedtwice "$docker" pause rec-paused
error NotRunning-notpaused "$docker" unpause rec-run
error NotRunning-execpaused "$docker" exec rec-paused true
python3 -c "import socket, time; s = socket.socket(); s.bind(('127.0.0.1', $port + 1)); s.listen(); time.sleep(20)" &
listener=$!
sleep 0.5
create rec-program --publish 127.0.0.1:$((port + 1)):2181 $image
error PortInUse-program "$docker" start rec-program
kill $listener
create rec-foreign --publish 192.0.2.1:$port:2181 $image
error InvalidInput-address "$docker" start rec-foreign

"$docker" restart -t 1 rec-host >/dev/null
"$docker" kill rec-run >/dev/null
"$docker" unpause rec-paused >/dev/null
"$docker" rename rec-paused rec-renamed
ours=$("$docker" ps -aq --no-trunc --filter label=$label)
clean
# What other people did on the engine meanwhile is none of our business.
sleep 1
out events-all events --format '{{json .}}' --since "$since" --until "$(date +%s)"
grep -F -e '"rec-' -e "$ours" events-all >events
rm events-all
