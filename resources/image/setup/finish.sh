#!/bin/bash
# The last step of the image: folders of the contract, and the class archive (AppCDS) that lets the JVM start fast.
# What goes into the archive is learnt from a short life: a quorum of three with leader change, a standalone server,
# questions to both of their faces, and a client.
set -euo pipefail

home=/opt/zookeeper
mkdir -p /conf /data /datalog /logs
chown zookeeper:zookeeper /conf /data /datalog /logs

work=$(mktemp -d /tmp/train.XXXXXX)
export ZOOCFGDIR=$work JMXDISABLE=false ZOO_LOG_DIR=$work JAVA_HOME=/usr/lib/jvm/default-17 PATH=$home/bin:$PATH
servers=()

# ask PORT TEXT: one question over TCP.
ask() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf '%b' "$2" >&3 && timeout 5 cat <&3) 2>/dev/null || true
}

serve() { # NAME CONFIG
    JVMFLAGS="-Xshare:auto -XX:DumpLoadedClassList=$work/$1.classes" \
        zkServer.sh start-foreground "$2" > "$work/$1.log" 2>&1 &
    servers+=($!)
}

waitForMode() { # PORT MODES
    local i
    for ((i = 0; i < 240; i++)); do
        if ask "$1" srvr | grep -Eq "^Mode: ($2)\$"; then
            return 0
        fi
        sleep 0.25
    done
    echo "finish.sh: no server with mode $2 at port $1 after a minute" >&2
    tail -n 30 "$work"/*.log >&2
    exit 1
}

exercise() { # CLIENT PORT, ADMIN PORT
    local word
    for word in ruok srvr stat mntr conf cons envi isro wchs dirs; do
        ask "$1" "$word" > /dev/null
    done
    for word in leader monitor server_stats stats zabstate voting_view connections configuration environment; do
        ask "$2" "GET /commands/$word HTTP/1.0\r\n\r\n" > /dev/null
    done
}

config() { # NAME ADMIN-PORT LINES...
    mkdir -p "$work/$1.data" "$work/$1.log.d"
    printf '%s\n' "dataDir=$work/$1.data" "dataLogDir=$work/$1.log.d" tickTime=2000 initLimit=5 syncLimit=2 \
        autopurge.snapRetainCount=3 autopurge.purgeInterval=0 maxClientCnxns=60 standaloneEnabled=true \
        admin.enableServer=true "admin.serverPort=$2" '4lw.commands.whitelist=*' "${@:3}" > "$work/$1.cfg"
}

ensemble=(server.1=127.0.0.1:12881:13881\;12181 server.2=127.0.0.1:12882:13882\;12182 server.3=127.0.0.1:12883:13883\;12183)
for id in 1 2 3; do
    config "member$id" "1808$id" "${ensemble[@]}"
    echo $id > "$work/member$id.data/myid"
    serve "member$id" "member$id.cfg"
done
for id in 1 2 3; do
    waitForMode "1218$id" 'leader|follower'
    exercise "1218$id" "1808$id"
done

JVMFLAGS="-XX:DumpLoadedClassList=$work/client.classes" zkCli.sh -server 127.0.0.1:12181,127.0.0.1:12182 > "$work/client.log" 2>&1 <<'END'
create /a one
create -e /b two
create -s /c- three
set /a four
get -s -w /a
ls -R /
stat /a
getAcl /a
delete /a
quit
END

# Whoever leads stops; the others elect another.
for id in 1 2 3; do
    if ask "1218$id" srvr | grep -q '^Mode: leader$'; then
        kill "${servers[id - 1]}"
        wait "${servers[id - 1]}" || true
        waitForMode "1218$((id % 3 + 1))" 'leader|follower'
        break
    fi
done

config alone 18084 server.1=localhost:12884:13884\;12184
echo 1 > "$work/alone.data/myid"
serve alone alone.cfg
waitForMode 12184 standalone
exercise 12184 18084

kill "${servers[@]}" 2>/dev/null || true
wait
cat "$work"/*.classes | LC_ALL=C sort -u > "$work/all"
# Comments of the list and classes that only the recording itself loaded are harmless; the order of super types is kept by the JVM.
java=$JAVA_HOME/bin/java
# G1 while dumping: only then are the JDK's ready-made objects archived as well, for who runs with G1; the serial collector of
# this JVM goes without them.
"$java" -Xshare:dump -XX:+UseG1GC -XX:SharedClassListFile="$work/all" -XX:SharedArchiveFile=$home/lib/zookeeper.jsa \
    -cp "$(< $home/lib/classpath)" > "$work/dump.log" 2>&1 || { tail -n 20 "$work/dump.log" >&2; exit 1; }
# It must be usable with the defaults and with a folder behind the jars, or the build fails here and not at somebody's start.
"$java" -Xshare:on -XX:SharedArchiveFile=$home/lib/zookeeper.jsa -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "$(< $home/lib/classpath):$work:$home/etc" org.apache.zookeeper.version.VersionInfoMain
echo "finish.sh: $(wc -l < "$work/all") classes listed, archive $(stat -c %s $home/lib/zookeeper.jsa) bytes"
rm -rf "$work" /tmp/setup /tmp/hsperfdata* /root/.java
