#!/bin/bash
# ZooKeeper's own command line client; warnings and worse on stderr.

ZOOBINDIR=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
# shellcheck source=resources/image/rootfs/opt/zookeeper/bin/zkEnv.sh
. "$ZOOBINDIR/zkEnv.sh"

# shellcheck disable=SC2086
exec "$JAVA" "${ZOO_JVM_DEFAULTS[@]}" -Dzookeeper.root.logger="${ZOO_CLI_LOG4J_PROP:-WARN,STDERR}" -Dzookeeper.exit.logger=OFF \
    -cp "$CLASSPATH" $CLIENT_JVMFLAGS $JVMFLAGS org.apache.zookeeper.ZooKeeperMain "$@"
