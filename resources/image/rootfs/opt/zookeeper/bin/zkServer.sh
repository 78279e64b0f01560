#!/bin/bash
# zkServer.sh start-foreground|print-cmd|status|version [CONFIG]
# Reads the environment that upstream's script of this name reads. The container is the service: there is no "start".

# Without a process where it can be: every member's start goes through here.
script=${BASH_SOURCE[0]}
if [[ -L "$script" || "$script" != */* ]]; then
    script=$(readlink -f -- "$script")
fi
# shellcheck source=resources/image/rootfs/opt/zookeeper/bin/zkEnv.sh
. "${script%/*}/zkEnv.sh"

if [[ -n "$2" ]]; then
    case $2 in
    /*) ZOOCFG=$2 ;;
    *) ZOOCFG=$ZOOCFGDIR/$2 ;;
    esac
fi

# The value of a key in the configuration, without surrounding blanks; empty if it is not there.
setting() {
    local line key=$1 file=${2:-$ZOOCFG} value=
    while IFS= read -r line || [[ -n "$line" ]]; do
        line=${line%$'\r'}
        if [[ "$line" =~ ^[[:space:]]*([^#=[:space:]][^=[:space:]]*)[[:space:]]*=[[:space:]]*(.*[^[:space:]]|)[[:space:]]*$ && "${BASH_REMATCH[1]}" = "$key" ]]; then
            value=${BASH_REMATCH[2]}
        fi
    done < "$file"
    printf '%s' "$value"
}

serverCommand() {
    local jmx=()
    if [[ -z "$JMXDISABLE" || "$JMXDISABLE" = false ]]; then
        echo "ZooKeeper JMX enabled by default" >&2
        jmx=(-Dcom.sun.management.jmxremote)
        if [[ -z "$JMXPORT" ]]; then
            jmx+=("-Dcom.sun.management.jmxremote.local.only=${JMXLOCALONLY:-false}")
        else
            echo "ZooKeeper remote JMX Port set to $JMXPORT" >&2
            jmx+=("-Dcom.sun.management.jmxremote.port=$JMXPORT"
                "-Dcom.sun.management.jmxremote.authenticate=${JMXAUTH:-false}"
                "-Dcom.sun.management.jmxremote.ssl=${JMXSSL:-false}"
                "-Dzookeeper.jmx.log4j.disable=${JMXLOG4J:-true}")
            if [[ -n "$JMXHOSTNAME" ]]; then
                echo "ZooKeeper remote JMX Hostname set to $JMXHOSTNAME" >&2
                jmx+=("-Djava.rmi.server.hostname=$JMXHOSTNAME")
            fi
        fi
    else
        echo "JMX disabled by user request" >&2
    fi
    echo "Using config: $ZOOCFG" >&2

    local flags=()
    # Split on blanks, as upstream does.
    # shellcheck disable=SC2206
    flags=($SERVER_JVMFLAGS $JVMFLAGS)
    COMMAND=("$JAVA" "${ZOO_JVM_DEFAULTS[@]}"
        "-Dzookeeper.log.dir=$ZOO_LOG_DIR" "-Dzookeeper.log.file=${ZOO_LOG_FILE:-zookeeper-server-$HOSTNAME.log}"
        "-Dzookeeper.root.logger=$ZOO_LOG4J_PROP")
    if [[ -n "$ZOO_DATADIR_AUTOCREATE_DISABLE" ]]; then
        COMMAND+=(-Dzookeeper.datadir.autocreate=false)
    fi
    COMMAND+=(-XX:+HeapDumpOnOutOfMemoryError "-XX:HeapDumpPath=$ZOO_LOG_DIR" "-XX:OnOutOfMemoryError=kill -9 %p"
        -cp "$CLASSPATH" "${flags[@]}" "${jmx[@]}"
        org.apache.zookeeper.server.quorum.QuorumPeerMain "$ZOOCFG")
}

# Asks the running server of this container for its mode, in bash: a JVM per question would be slow.
status() {
    local port address=localhost ssl=false entry id answer
    echo "ZooKeeper JMX enabled by default" >&2
    echo "Using config: $ZOOCFG" >&2
    [[ -r "$ZOOCFG" ]] || { echo "$ZOOCFG cannot be read." >&2; exit 1; }
    port=$(setting clientPort)
    if [[ "$port" =~ ^[0-9]+$ ]]; then
        entry=$(setting clientPortAddress)
        address=${entry:-localhost}
    else
        id=$(cat "$(setting dataDir)/myid" 2>/dev/null)
        entry=$(setting "server.$id")
        if [[ "$entry" != *';'* && -r "$(setting dynamicConfigFile)" ]]; then
            entry=$(setting "server.$id" "$(setting dynamicConfigFile)")
        fi
        entry=${entry%%|*}
        if [[ "$entry" = *';'* ]]; then
            entry=${entry##*;}
            port=${entry##*:}
            if [[ "$entry" = *:* ]]; then
                address=${entry%:*}
                address=${address#[}
                address=${address%]}
            fi
        else
            port=$(setting secureClientPort)
            ssl=true
            [[ "$port" =~ ^[0-9]+$ ]] || { echo "Unable to find either secure or unsecure client port in any configs. Terminating."; exit 1; }
            entry=$(setting secureClientPortAddress)
            address=${entry:-localhost}
        fi
    fi
    case $address in 0.0.0.0 | ::) address=localhost ;; esac
    echo "Client port found: $port. Client address: $address. Client SSL: $ssl."
    if [[ "$ssl" = true ]]; then
        # shellcheck disable=SC2086
        answer=$("$JAVA" "${ZOO_JVM_DEFAULTS[@]}" -cp "$CLASSPATH" $CLIENT_JVMFLAGS $JVMFLAGS \
            org.apache.zookeeper.client.FourLetterWordMain "$address" "$port" srvr true 2>/dev/null | grep Mode)
    else
        answer=$({ exec 3<>"/dev/tcp/$address/$port" && printf srvr >&3 && timeout 5 cat <&3; } 2>/dev/null | grep Mode)
    fi
    if [[ -z "$answer" ]]; then
        echo "Error contacting service. It is probably not running."
        exit 1
    fi
    echo "$answer"
}

case $1 in
start-foreground)
    serverCommand
    exec "${COMMAND[@]}"
    ;;
print-cmd)
    serverCommand
    printf '%q ' "${COMMAND[@]}"
    echo
    ;;
status)
    status
    ;;
version)
    exec "$JAVA" "${ZOO_JVM_DEFAULTS[@]}" -cp "$CLASSPATH" org.apache.zookeeper.version.VersionInfoMain
    ;;
*)
    echo "Usage: $0 {start-foreground|print-cmd|status|version} [config]" >&2
    exit 1
    ;;
esac
