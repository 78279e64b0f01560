#!/bin/bash
# ZooKeeper's own command line client; warnings and worse on stderr.

# Without a process of its own where it can be.
script=${BASH_SOURCE[0]}
if [[ -L "$script" || "$script" != */* ]]; then
    script=$(readlink -f -- "$script")
fi
# shellcheck source=resources/image/rootfs/opt/zookeeper/bin/zkEnv.sh
. "${script%/*}/zkEnv.sh"

# shellcheck disable=SC2086
exec "$JAVA" "${ZOO_JVM_DEFAULTS[@]}" -Dzookeeper.root.logger="${ZOO_CLI_LOG4J_PROP:-WARN,STDERR}" -Dzookeeper.exit.logger=OFF \
    -cp "$CLASSPATH" $CLIENT_JVMFLAGS $JVMFLAGS org.apache.zookeeper.ZooKeeperMain "$@"
