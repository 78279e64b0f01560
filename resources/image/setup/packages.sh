#!/bin/bash
# Inside the image (or the folder that becomes its base): Debian's ZooKeeper, a headless JRE, nc, tini; nothing else.
# Does nothing where it has been done: the base of base.sh comes with it.
set -euo pipefail

home=/opt/zookeeper
if [[ -f $home/lib/classpath ]]; then
    exit 0
fi

export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
cat > /etc/dpkg/dpkg.cfg.d/zoodock-slim <<'END'
path-exclude /usr/share/doc/*
path-include /usr/share/doc/*/copyright
path-exclude /usr/share/man/*
path-exclude /usr/share/info/*
path-exclude /usr/share/locale/*
path-exclude /usr/share/maven-repo/*
path-exclude /usr/share/lintian/*
END
mkdir -p /usr/share/man/man1
apt-get update -q
apt-get upgrade -q -y --no-install-recommends
apt-get install -q -y --no-install-recommends openjdk-17-jre-headless libzookeeper-java netcat-openbsd tini

# The jars of the server and its client, as files of their own. The order is the order on the class path.
mkdir -p $home/lib $home/etc $home/bin
classpath=
for jar in zookeeper zookeeper-jute slf4j-api slf4j-log4j12 log4j-1.2 commons-cli commons-io findbugs-annotations \
    metrics-core snappy-java jackson-annotations jackson-core jackson-databind \
    servlet-api jetty9-http jetty9-io jetty9-security jetty9-server jetty9-servlet jetty9-util jetty9-util-ajax \
    netty-buffer netty-codec netty-common netty-handler netty-resolver netty-transport \
    netty-transport-native-epoll netty-transport-native-unix-common netty-tcnative jctools-core; do
    if [[ -f /usr/share/java/$jar.jar ]]; then
        cp -L "/usr/share/java/$jar.jar" $home/lib/
        classpath=${classpath:+$classpath:}$home/lib/$jar.jar
    else
        echo "packages.sh: no $jar.jar in this Debian" >&2
        exit 1
    fi
done
cp /usr/share/doc/libzookeeper-java/copyright $home/copyright
dpkg-query -W -f '${Version}' libzookeeper-java > $home/lib/version

jre=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
ln -sfn "$jre" /usr/lib/jvm/default-17

groupadd --gid 1000 zookeeper
useradd --uid 1000 --gid 1000 --home-dir $home --no-create-home --shell /bin/bash zookeeper

# What nobody reads here. The archives for programs without an archive of their own go too: ours holds the JDK's classes.
apt-get clean
rm -rf /usr/share/java /usr/share/maven-repo /var/lib/apt/lists/* /var/cache/* /var/log/* /usr/share/man/* /usr/share/info/* \
    /usr/share/locale/* /usr/share/lintian /usr/share/doc-base /var/lib/dpkg/*-old /tmp/hsperfdata* \
    "$jre"/lib/server/classes*.jsa
find /usr/share/doc -mindepth 1 -type f ! -name copyright -delete
find /usr/share/doc -mindepth 1 -type l ! -name copyright -delete
find /usr/share/doc -mindepth 1 -type d -empty -delete
mkdir -p /var/log/apt /var/cache/apt/archives/partial /var/lib/apt/lists/partial

printf '%s' "$classpath" > $home/lib/classpath
