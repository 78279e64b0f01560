#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The local image against the contract of the official one, in real containers. Prints TAP.
# ZOODOCK_IMAGE: the image (zoodock/zookeeper:3.8); ZOODOCK_DOCKER: the docker command; ZOODOCK_TEST_RUN: the label of this run.
# Without an engine or without the image it is skipped (exit 77), unless ZOODOCK_REQUIRE_ENGINE=1: then it fails.
# shellcheck disable=SC2016 # Go templates and scripts for the inside stand in single quotes on purpose.
set -uo pipefail

image=${ZOODOCK_IMAGE:-zoodock/zookeeper:3.8}
run=${ZOODOCK_TEST_RUN:-image-$$}
docker=${ZOODOCK_DOCKER:-docker}
own="org.zoodock.test.image=$run-$$"
prefix="zdtest-$$"
labels=(--label "org.zoodock.test=$run" --label "$own")
count=0
failures=0

absent() {
    if [[ ${ZOODOCK_REQUIRE_ENGINE:-} = 1 ]]; then
        echo "Bail out! $1"
        exit 1
    fi
    echo "1..0 # SKIP $1"
    exit 77
}
"$docker" version --format '{{.Server.Version}}' > /dev/null 2>&1 || absent "no Docker engine answers"
"$docker" image inspect "$image" > /dev/null 2>&1 || absent "$image is not there (resources/image/build.sh makes it)"

# Only what carries the label of this very process.
cleanup() {
    local ids
    ids=$("$docker" ps -aq --filter "label=$own")
    # shellcheck disable=SC2086
    [[ -z $ids ]] || "$docker" rm -fv $ids > /dev/null 2>&1
    ids=$("$docker" volume ls -q --filter "label=$own")
    # shellcheck disable=SC2086
    [[ -z $ids ]] || "$docker" volume rm $ids > /dev/null 2>&1
    ids=$("$docker" network ls -q --filter "label=$own")
    # shellcheck disable=SC2086
    [[ -z $ids ]] || "$docker" network rm $ids > /dev/null 2>&1
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

ok() { # WHAT, STATUS [, DIAGNOSTIC]
    count=$((count + 1))
    if [[ $2 -eq 0 ]]; then
        echo "ok $count - $1"
    else
        failures=$((failures + 1))
        echo "not ok $count - $1"
        [[ -z ${3:-} ]] || printf '%s\n' "$3" | sed 's/^/# /' | tail -n 40
    fi
}
is() { # WHAT, GOT, WANTED
    [[ "$2" = "$3" ]]
    ok "$1" $? "got:    $2"$'\n'"wanted: $3"
}
like() { # WHAT, GOT, REGEX (extended, line by line)
    grep -Eq -- "$3" <<< "$2"
    ok "$1" $? "got: $2"$'\n'"no line matches: $3"
}
unlike() {
    ! grep -Eq -- "$3" <<< "$2"
    ok "$1" $? "got: $2"$'\n'"a line matches: $3"
}

# Everything runs on a network of its own: names resolve there, and the engine's default bridge may be off.
"$docker" network create "${labels[@]}" "$prefix-net" > /dev/null || absent "the engine makes no network"

start() { # NAME, OPTIONS... [-- COMMAND...]
    local name=$1 options=(--network "$prefix-net")
    shift
    while [[ $# -gt 0 && $1 != -- ]]; do
        options+=("$1")
        shift
    done
    shift || true
    "$docker" run -d "${labels[@]}" --name "$prefix-$name" "${options[@]}" "$image" "$@" > /dev/null
}
drop() {
    local name
    for name; do
        "$docker" rm -fv "$prefix-$name" > /dev/null 2>&1
    done
}
inside() { # NAME, COMMAND...
    local name=$1
    shift
    "$docker" exec "$prefix-$name" "$@" 2> /dev/null
}
# The probe of the contract: bash's own TCP, no tool needed.
probe() { # NAME [PORT [WORD]]
    inside "$1" bash -c "exec 3<>/dev/tcp/127.0.0.1/${2:-2181}; printf ${3:-srvr} >&3; cat <&3"
}
mode() {
    probe "$@" | sed -n 's/^Mode: //p'
}
await() { # NAME, MODES (regex) [, PORT]
    local i
    for ((i = 0; i < 200; i++)); do
        if [[ $(mode "$1" "${3:-2181}") =~ ^($2)$ ]]; then
            return 0
        fi
        sleep 0.15
    done
    "$docker" logs --tail 20 "$prefix-$1" 2>&1 | sed 's/^/# /'
    return 1
}
# The server's process id, inside.
server() {
    inside "$1" bash -c 'for p in /proc/[1-9]*; do [[ $(< $p/comm) != java ]] || echo ${p#/proc/}; done'
}
logs() {
    "$docker" logs "$prefix-$1" 2>&1
}
millis() {
    date +%s%3N
}
waitExit() { # NAME: the exit code, at most 20 s
    timeout 20 "$docker" wait "$prefix-$1" 2> /dev/null || echo "still running"
}

# ---- what the image says of itself -----------------------------------------------------------------------------------
config() {
    "$docker" image inspect --format "$1" "$image"
}
is "entrypoint" "$(config '{{json .Config.Entrypoint}}')" '["/usr/bin/tini","--","/docker-entrypoint.sh"]'
is "command" "$(config '{{json .Config.Cmd}}')" '["zkServer.sh","start-foreground"]'
is "volumes: data, datalog, logs, and not conf" "$(config '{{range $k, $v := .Config.Volumes}}{{$k}} {{end}}')" '/data /datalog /logs '
is "ports" "$(config '{{range $k, $v := .Config.ExposedPorts}}{{$k}} {{end}}')" '2181/tcp 2888/tcp 3888/tcp 8080/tcp '
is "no health check" "$(config '{{json .Config.Healthcheck}}' 2> /dev/null | sed 's/<no value>/null/' | grep -v null || true)" ''
is "label" "$(config '{{index .Config.Labels "org.zoodock.image"}}')" zookeeper
size=$(config '{{.Size}}')
[[ $size -lt 400000000 ]]
ok "below 400 MB ($((size / 1000000)) MB)" $?
environment=$(config '{{range .Config.Env}}{{println .}}{{end}}')
for pair in LANG=C.UTF-8 ZOOCFGDIR=/conf ZOO_CONF_DIR=/conf ZOO_DATA_DIR=/data ZOO_DATA_LOG_DIR=/datalog ZOO_LOG_DIR=/logs \
    ZOO_TICK_TIME=2000 ZOO_INIT_LIMIT=5 ZOO_SYNC_LIMIT=2 ZOO_AUTOPURGE_PURGEINTERVAL=0 ZOO_AUTOPURGE_SNAPRETAINCOUNT=3 \
    ZOO_MAX_CLIENT_CNXNS=60 ZOO_STANDALONE_ENABLED=true ZOO_ADMINSERVER_ENABLED=true; do
    like "default $pair" "$environment" "^$pair\$"
done

# ---- alone, with nothing said ----------------------------------------------------------------------------------------
start alone
await alone standalone
ok "standalone with no variable at all" $?
is "zoo.cfg as the official image writes it" "$(inside alone cat /conf/zoo.cfg)" 'dataDir=/data
dataLogDir=/datalog
tickTime=2000
initLimit=5
syncLimit=2
autopurge.snapRetainCount=3
autopurge.purgeInterval=0
maxClientCnxns=60
standaloneEnabled=true
admin.enableServer=true
server.1=localhost:2888:3888;2181'
is "myid" "$(inside alone cat /data/myid)" 1
is "the server is the child of process 1, and nothing else is there" "$(inside alone bash -c 'for p in /proc/[1-9]*; do [[ $p = /proc/$$ ]] || printf "%s " "$(< $p/comm)"; done')" 'tini java '
is "it runs as 1000:1000" "$(inside alone bash -c 'grep -E "^(Uid|Gid)" /proc/'"$(server alone)"'/status | tr -s "\t" " "')" $'Uid: 1000 1000 1000 1000\nGid: 1000 1000 1000 1000'
is "user and group zookeeper" "$(inside alone bash -c 'id -un 1000; getent group 1000 | cut -d: -f1')" $'zookeeper\nzookeeper'
is "the folders are its own" "$(inside alone stat -c '%n %u:%g' /data /datalog /logs /conf)" $'/data 1000:1000\n/datalog 1000:1000\n/logs 1000:1000\n/conf 1000:1000'
arguments=$(inside alone bash -c 'tr "\0" "\n" < /proc/'"$(server alone)"'/cmdline')
for argument in -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m; do
    is "by default $argument, once" "$(grep -cxF -- "$argument" <<< "$arguments")" 1
done
is "and no other collector, compiler level or heap" "$(grep -cE -- '^-XX:[+]Use[A-Za-z]*GC$|^-XX:TieredStopAtLevel=|^-Xmx' <<< "$arguments")" 3
like "tools on PATH" "$(inside alone bash -c 'command -v bash nc zkServer.sh zkCli.sh | wc -l')" '^4$'
like "nc asks too" "$(inside alone bash -c 'echo srvr | nc -q 2 127.0.0.1 2181')" '^Mode: standalone$'
like "zkServer.sh status" "$(inside alone zkServer.sh status)" '^Mode: standalone$'
like "zkServer.sh version" "$(inside alone zkServer.sh version)" 'version 3\.8\.'
like "zkCli.sh ls /" "$(inside alone zkCli.sh ls /)" '^\[zookeeper\]$'
like "AdminServer" "$(inside alone bash -c 'exec 3<>/dev/tcp/127.0.0.1/8080; printf "GET /commands/monitor HTTP/1.0\r\n\r\n" >&3; cat <&3')" '"server_state" : "standalone"'
like "only srvr is allowed unless more is asked for" "$(probe alone 2181 mntr)" 'not in the whitelist'
like "log on the console, in the official image's form" "$(logs alone)" '^[0-9-]{10} [0-9:,]{12} \[myid:1\] - INFO  \[main:.*\] - '
unlike "questions of a monitor leave no line in the log" "$(logs alone)" 'Processing (srvr|mntr) command'
unlike "no complaint about classes, logging or the class archive" "$(logs alone)" 'SLF4J|log4j:WARN|NoClassDef|ClassNotFound|\[cds\]|Sharing'
inside alone zkCli.sh create /kept yes > /dev/null
before=$(millis)
"$docker" stop "$prefix-alone" > /dev/null
took=$(($(millis) - before))
[[ $took -lt 2000 ]]
ok "docker stop takes less than 2 s ($took ms)" $?
is "and the server ends by SIGTERM" "$("$docker" inspect --format '{{.State.ExitCode}}' "$prefix-alone")" 143
"$docker" start "$prefix-alone" > /dev/null
await alone standalone
like "data is there after a restart" "$(inside alone zkCli.sh get /kept)" '^yes$'
"$docker" kill "$prefix-alone" > /dev/null
"$docker" start "$prefix-alone" > /dev/null
await alone standalone
ok "it comes back after a kill" $?
like "with its data" "$(inside alone zkCli.sh get /kept)" '^yes$'
# A signal that comes while process 1 is still on its way to the server must not be lost: the grace is 10 s.
for early in 0 0.01 0.03 0.05 0.1 0.15 0.2 0.3; do
    "$docker" start "$prefix-alone" > /dev/null
    sleep "$early"
    before=$(millis)
    "$docker" stop "$prefix-alone" > /dev/null
    took=$(($(millis) - before))
    [[ $took -lt 3000 ]]
    ok "docker stop $early s after the start takes less than 3 s ($took ms)" $?
    is "and it was SIGTERM" "$("$docker" inspect --format '{{.State.ExitCode}}' "$prefix-alone")" 143
done
drop alone

# ---- every variable --------------------------------------------------------------------------------------------------
start all -e ZOO_TICK_TIME=1500 -e ZOO_INIT_LIMIT=11 -e ZOO_SYNC_LIMIT=7 -e ZOO_AUTOPURGE_PURGEINTERVAL=12 \
    -e ZOO_AUTOPURGE_SNAPRETAINCOUNT=4 -e ZOO_MAX_CLIENT_CNXNS=0 -e ZOO_STANDALONE_ENABLED=false -e ZOO_ADMINSERVER_ENABLED=false \
    -e ZOO_4LW_COMMANDS_WHITELIST='srvr, mntr,ruok' -e ZOO_MY_ID=3 -e ZOO_SERVERS='server.3=localhost:2999:3999;2199' \
    -e ZOO_CFG_EXTRA='metricsProvider.httpPort=7000 admin.serverPort=8085 quorumListenOnAllIPs=true' \
    -e ZK_SERVER_HEAP=96 -e SERVER_JVMFLAGS=-Dfrom.server=1 \
    -e JVMFLAGS='-XX:+UseG1GC -XX:TieredStopAtLevel=4 -Xmx80m -XX:+PrintFlagsFinal' -e JMXPORT=9998 -e JMXHOSTNAME=here
await all leader 2199
ok "a quorum of one that may grow (ZOO_STANDALONE_ENABLED=false)" $?
is "zoo.cfg with every variable" "$(inside all cat /conf/zoo.cfg)" 'dataDir=/data
dataLogDir=/datalog
tickTime=1500
initLimit=11
syncLimit=7
autopurge.snapRetainCount=4
autopurge.purgeInterval=12
maxClientCnxns=0
standaloneEnabled=false
admin.enableServer=false
server.3=localhost:2999:3999;2199
4lw.commands.whitelist=srvr, mntr,ruok
metricsProvider.httpPort=7000
admin.serverPort=8085
quorumListenOnAllIPs=true'
is "ZOO_MY_ID" "$(inside all cat /data/myid)" 3
is "ruok, once it is allowed" "$(probe all 2199 ruok)" imok
like "status finds the port of its own server line" "$(inside all zkServer.sh status)" '^Mode: leader$'
flags=$(logs all)
like "JVMFLAGS wins over ZK_SERVER_HEAP" "$flags" '^ +size_t MaxHeapSize += 83886080 '
like "JVMFLAGS chooses another collector" "$flags" '^ +bool UseG1GC += true +.*command line'
like "JVMFLAGS chooses the compilers" "$flags" '^ +intx TieredStopAtLevel += 4 '
arguments=$(inside all bash -c 'tr "\0" "\n" < /proc/'"$(server all)"'/cmdline')
like "ZK_SERVER_HEAP is passed on" "$arguments" '^-Xmx96m$'
like "SERVER_JVMFLAGS is passed on" "$arguments" '^-Dfrom.server=1$'
like "JMXHOSTNAME is passed on" "$arguments" '^-Djava.rmi.server.hostname=here$'
inside all bash -c 'exec 3<>/dev/tcp/127.0.0.1/9998'
ok "JMXPORT listens" $?
! inside all bash -c 'exec 3<>/dev/tcp/127.0.0.1/8085'
ok "ZOO_ADMINSERVER_ENABLED=false" $?
drop all

# ---- what is there already is not written again ------------------------------------------------------------------------
"$docker" volume create "${labels[@]}" "$prefix-data" > /dev/null
start first -v "$prefix-data:/data" -e ZOO_MY_ID=7 -e ZOO_SERVERS='server.7=localhost:2888:3888;2181'
await first standalone
inside first zkCli.sh create /mine 7 > /dev/null
drop first
start second -v "$prefix-data:/data" -e ZOO_MY_ID=9 -e ZOO_SERVERS='server.7=localhost:2888:3888;2181'
await second standalone
is "an id in the volume stays" "$(inside second cat /data/myid)" 7
drop second

start tofile -e ZOO_LOG4J_PROP=INFO,ROLLINGFILE
await tofile standalone
like "ROLLINGFILE: the log is a file in ZOO_LOG_DIR" "$(inside tofile bash -c 'cat /logs/zookeeper-server-*.log')" 'INFO .* binding to port'
unlike "and nothing complains" "$(logs tofile)" 'log4j:WARN'
drop tofile

files=$(mktemp -d "${TMPDIR:-/tmp}/zoodock-image.XXXXXX")
printf '%s\n' dataDir=/data clientPort=2191 tickTime=1000 admin.enableServer=false 4lw.commands.whitelist=\* > "$files/zoo.cfg"
printf '%s\n' log4j.rootLogger=WARN,A log4j.appender.A=org.apache.log4j.ConsoleAppender log4j.appender.A.layout=org.apache.log4j.PatternLayout \
    'log4j.appender.A.layout.ConversionPattern=MINE %m%n' > "$files/log4j.properties"
"$docker" create "${labels[@]}" --network "$prefix-net" --name "$prefix-copied" -e ZOO_TICK_TIME=9999 -e JMXDISABLE=true -e JVMFLAGS='-Xshare:on -Xlog:cds' "$image" > /dev/null
"$docker" cp "$files/zoo.cfg" "$prefix-copied:/conf/zoo.cfg" > /dev/null 2>&1
"$docker" cp "$files/log4j.properties" "$prefix-copied:/conf/log4j.properties" > /dev/null 2>&1
"$docker" start "$prefix-copied" > /dev/null
await copied standalone 2191
ok "a zoo.cfg copied in before the start is the one that counts; the class archive is in use (-Xshare:on)" $?
is "and it is left as it is" "$(inside copied cat /conf/zoo.cfg)" "$(cat "$files/zoo.cfg")"
like "the archive lies where it was made for: its pointers need no rewriting" "$(logs copied)" 'Mapped static  region #0 at base 0x0000000800000000 '
like "a log4j.properties in /conf comes first" "$(logs copied)" '^MINE '
unlike "JMXDISABLE" "$(inside copied bash -c 'tr "\0" "\n" < /proc/'"$(server copied)"'/cmdline')" jmxremote
drop copied
rm -rf "$files"

# ---- other ways to start -----------------------------------------------------------------------------------------------
start user --user 1000
await user standalone
ok "--user 1000" $?
drop user
start sealed --read-only --tmpfs /conf:uid=1000,gid=1000 --tmpfs /tmp
await sealed standalone
ok "--read-only with /conf and /tmp as tmpfs" $?
drop sealed
start small --memory 200m --cap-drop ALL --cap-add CHOWN --cap-add SETUID --cap-add SETGID --cap-add DAC_OVERRIDE
await small standalone
ok "200 MB of memory and four capabilities" $?
drop small
like "another command" "$("$docker" run --rm --network none "${labels[@]}" "$image" bash -c 'echo hello from $0; java -version 2>&1')" '^hello from bash$'
start stranger -e ZOO_MY_ID=9 -e ZOO_SERVERS='server.1=a:2888:3888;2181 server.2=b:2888:3888;2181'
is "an id that is not in the list: exit 1" "$(waitExit stranger)" 1
like "and it says so" "$(logs stranger)" 'My id 9 not in the peer list'
drop stranger
start broken -e ZOO_SERVERS='server.1=a:x:3888;2181 server.2=b:2888:3888;2181'
is "a bad configuration: exit 2" "$(waitExit broken)" 2
drop broken

# ---- three members by name ----------------------------------------------------------------------------------------------
servers=
for id in 1 2 3; do
    servers+="server.$id=m$id:2888:3888;2181 "
done
members=()
for id in 1 2 3; do
    start "m$id" --hostname "m$id" --network-alias "m$id" -e "ZOO_MY_ID=$id" -e "ZOO_SERVERS=$servers" &
    members+=("m$id")
done
wait
for member in "${members[@]}"; do
    await "$member" 'leader|follower' || true
done
is "three members: one leads, two follow" "$(for m in "${members[@]}"; do mode "$m"; done | sort | tr '\n' ' ')" 'follower follower leader '
inside m1 zkCli.sh -server m1,m2,m3 create /shared all > /dev/null
like "what one was told, another knows" "$(inside m2 zkCli.sh -server m3 get /shared)" '^all$'
leader=$(for m in "${members[@]}"; do [[ $(mode "$m") = leader ]] && echo "$m"; done)
"$docker" kill "$prefix-$leader" > /dev/null
others=()
for m in "${members[@]}"; do [[ $m = "$leader" ]] || others+=("$m"); done
for m in "${others[@]}"; do await "$m" 'leader|follower' || true; done
sleep 0.5
for m in "${others[@]}"; do await "$m" 'leader|follower' || true; done
is "the leader killed: another leads" "$(for m in "${others[@]}"; do mode "$m"; done | sort | tr '\n' ' ')" 'follower leader '
"$docker" start "$prefix-$leader" > /dev/null
await "$leader" follower
ok "and it comes back as a follower" $?
for m in "${members[@]}"; do "$docker" stop "$prefix-$m" > /dev/null & done
wait
for m in "${members[@]}"; do "$docker" start "$prefix-$m" > /dev/null & done
wait
for m in "${members[@]}"; do await "$m" 'leader|follower' || true; done
like "data is there after a restart of all" "$(inside m1 zkCli.sh -server m1,m2,m3 get /shared)" '^all$'
is "and the ids" "$(for m in "${members[@]}"; do inside "$m" cat /data/myid; done | tr '\n' ' ')" '1 2 3 '

echo "1..$count"
if [[ $failures -gt 0 ]]; then
    echo "# $failures of $count failed ($image)"
    exit 1
fi
