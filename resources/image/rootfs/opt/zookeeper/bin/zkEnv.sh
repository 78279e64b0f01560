# shellcheck shell=bash disable=SC2034
# Sourced by zkServer.sh and zkCli.sh: folders, class path and the defaults of the JVM.

ZOOKEEPER_HOME=${ZOOKEEPER_HOME:-/opt/zookeeper}
ZOOCFGDIR=${ZOOCFGDIR:-${ZOO_CONF_DIR:-/conf}}
ZOOCFG=$ZOOCFGDIR/${ZOOCFG:-zoo.cfg}
ZOO_LOG_DIR=${ZOO_LOG_DIR:-/logs}
ZOO_LOG4J_PROP=${ZOO_LOG4J_PROP:-INFO,CONSOLE}

# The same two files as upstream's scripts read.
for file in zookeeper-env.sh java.env; do
    if [[ -f "$ZOOCFGDIR/$file" ]]; then
        # shellcheck disable=SC1090
        . "$ZOOCFGDIR/$file"
    fi
done

if [[ -n "$JAVA_HOME" && -x "$JAVA_HOME/bin/java" ]]; then
    JAVA=$JAVA_HOME/bin/java
else
    JAVA=java
fi

# The jars come first and in the order in which the class archive was made (lib/classpath): the JVM uses the archive only
# if they are a prefix of the class path, and no folder may be among them. The folders with log4j.properties follow.
JARS=$(<"$ZOOKEEPER_HOME/lib/classpath")
CLASSPATH=$JARS:$ZOOCFGDIR:$ZOOKEEPER_HOME/etc${CLASSPATH:+:$CLASSPATH}

# Defaults which any JVMFLAGS override: they stand before them on the command line. Two collectors on one command line are
# an error of the JVM, so ours is left out where another is chosen. Each is there for a fast start: the class archive, mapped
# where it was made for (elsewhere each of its pointers is rewritten at every start); C1 alone, for what is called four times
# as often as by default; the JDK's small built-in locale data, since the log's first date would load the large one.
ZOO_JVM_DEFAULTS=(-Xshare:auto "-XX:SharedArchiveFile=$ZOOKEEPER_HOME/lib/zookeeper.jsa"
    -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0
    -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4 -Djava.locale.providers=COMPAT)
if [[ "$JVMFLAGS $SERVER_JVMFLAGS $CLIENT_JVMFLAGS $JAVA_TOOL_OPTIONS $JDK_JAVA_OPTIONS $_JAVA_OPTIONS" != *-XX:[+-]Use*GC* ]]; then
    ZOO_JVM_DEFAULTS+=(-XX:+UseSerialGC)
fi

# Megabytes. Upstream's default for the server is 1000.
ZK_SERVER_HEAP=${ZK_SERVER_HEAP:-256}
SERVER_JVMFLAGS="-Xmx${ZK_SERVER_HEAP}m${SERVER_JVMFLAGS:+ $SERVER_JVMFLAGS}"
ZK_CLIENT_HEAP=${ZK_CLIENT_HEAP:-256}
CLIENT_JVMFLAGS="-Xmx${ZK_CLIENT_HEAP}m${CLIENT_JVMFLAGS:+ $CLIENT_JVMFLAGS}"
