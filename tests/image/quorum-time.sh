#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# quorum-time.sh [RUNS]: how long three members on a network of their own take from the first "docker run" to the moment at
# which all three answer srvr with a mode, for the local image and for the same image as Debian would start it: no archive of
# the server's classes (the JDK's default one instead), no JVM flags. Alternating, one run. The figures of decision 0001.
set -euo pipefail

runs=${1:-9}
image=${ZOODOCK_IMAGE:-zoodock/zookeeper:3.8}
docker=${ZOODOCK_DOCKER:-docker}
label="org.zoodock.test=quorum-time-$$"
prefix="zdtime-$$"
plain="zoodock/zookeeper-plain:$$"

work=$(mktemp -d "${TMPDIR:-/tmp}/zoodock-time.XXXXXX")
removeMembers() {
    local ids
    ids=$("$docker" ps -aq --filter "label=$label")
    # shellcheck disable=SC2086
    [[ -z $ids ]] || "$docker" rm -fv $ids > /dev/null
    "$docker" network rm "$prefix" > /dev/null 2>&1 || true
}
cleanup() {
    removeMembers
    "$docker" rmi "$plain" > /dev/null 2>&1 || true
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

cat > "$work/Dockerfile" <<END
FROM $image
RUN java -XX:+UseG1GC -Xshare:dump > /dev/null \\
    && rm /opt/zookeeper/lib/zookeeper.jsa \\
    && printf 'ZOO_JVM_DEFAULTS=()\\n' >> /opt/zookeeper/bin/zkEnv.sh
END
DOCKER_BUILDKIT=0 "$docker" build -q -t "$plain" "$work" > /dev/null 2>&1

millis() {
    date +%s%3N
}
servers=
for id in 1 2 3; do
    servers+="server.$id=m$id:2888:3888;2181 "
done

measure() { # IMAGE: milliseconds to "docker run" returned, to quorum
    local id begin started address
    "$docker" network create --label "$label" "$prefix" > /dev/null
    begin=$(millis)
    for id in 1 2 3; do
        "$docker" run -d --label "$label" --network "$prefix" --name "$prefix-m$id" --hostname "m$id" --network-alias "m$id" \
            -e "ZOO_MY_ID=$id" -e "ZOO_SERVERS=$servers" "$1" > /dev/null &
    done
    wait
    started=$(millis)
    for id in 1 2 3; do
        address=$("$docker" inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$prefix-m$id")
        until (exec 3<> "/dev/tcp/$address/2181" && printf srvr >&3 && timeout 1 cat <&3) 2> /dev/null | grep -Eq '^Mode: (leader|follower)$'; do
            sleep 0.02
        done
    done
    echo "$((started - begin)) $(($(millis) - begin))"
    removeMembers
}

measure "$image" > /dev/null
measure "$plain" > /dev/null
for ((i = 1; i <= runs; i++)); do
    echo "local $(measure "$image") load $(cut -d' ' -f1 /proc/loadavg)"
    echo "plain $(measure "$plain") load $(cut -d' ' -f1 /proc/loadavg)"
done | tee "$work/figures"
for which in local plain; do
    awk -v which=$which '$1 == which { print $3 }' "$work/figures" | sort -n | awk -v which=$which '
        { v[NR] = $1 } END { m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
        printf "%s: median %.2f s, %.2f to %.2f s, %d runs\n", which, m / 1000, v[1] / 1000, v[NR] / 1000, NR }'
done
