#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# take-screenshots.sh [BUILD [FOLDER]] - takes the pictures of the documentation (docs/screenshots) anew: the program of a build
# folder (build/release), a real cluster, and a Docker engine and a display of their own. Of this machine's own engine only the
# image is read. As root; needs what ./check needs.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
build=$(readlink -f -- "${1:-$root/build/release}")
image=${ZOODOCK_IMAGE:-zoodock/zookeeper:3.8}
pictures=$(readlink -f -- "${2:-$root/docs/screenshots}")
if [[ -z ${ZOODOCK_OWN_NETWORK:-} ]]; then
    # The ports that people know are free there, and the two engines never meet.
    exec "$root/tests/engine/loss/in-own-network.sh" unshare --mount env ZOODOCK_OWN_NETWORK=1 ZOODOCK_IMAGE="$image" "$0" "$build" "$pictures"
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/zoodock-pictures.XXXXXX")
processes=()
app=
leave() {
    local process
    [[ -z $app ]] || kill "$app" 2> /dev/null || true
    for process in "${processes[@]}"; do
        kill "$process" 2> /dev/null || true
        wait "$process" 2> /dev/null || true
    done
    rm -rf -- "$work"
}
until_is() { # WHAT COMMAND...
    local what=$1 tries
    shift
    for ((tries = 0; tries < 600; tries++)); do
        ! "$@" > /dev/null 2>&1 || return 0
        sleep 0.2
    done
    echo "Waited in vain for $what." >&2
    exit 1
}

export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work/runtime XDG_CACHE_HOME=$work/cache
export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb
mkdir -p "$work"/{config/org.zoodock,config/openbox,data,cache}
mkdir -m 700 "$work/runtime"

# ---- an engine -------------------------------------------------------------------------------------------------------------

own=unix://$work/docker.sock
dockerd --data-root "$work/engine" --exec-root "$work/exec" --pidfile "$work/docker.pid" --host "$own" > "$work/dockerd.log" 2>&1 &
trap leave EXIT
trap 'exit 130' INT TERM HUP
processes+=($!)
until_is "the engine" docker --host "$own" version
docker save "$image" | docker --host "$own" load
# From here on the usual socket is its own, for this script alone.
mount --bind "$work/docker.sock" /var/run/docker.sock
unset DOCKER_HOST DOCKER_CONTEXT

# ---- a display -------------------------------------------------------------------------------------------------------------

Xvfb -displayfd 8 -screen 0 1280x760x24 -nolisten tcp 8> "$work/display" > /dev/null 2>&1 &
processes=($! "${processes[@]}")
until_is "the display" test -s "$work/display"
DISPLAY=:$(< "$work/display")
export DISPLAY
unset WAYLAND_DISPLAY XAUTHORITY
cat > "$work/config/openbox/rc.xml" << 'END'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications>
    <application class="zoodock" type="normal"><decor>no</decor><maximized>yes</maximized></application>
  </applications>
</openbox_config>
END
openbox > "$work/openbox.log" 2>&1 &
processes=($! "${processes[@]}")
until_is "the window manager" xdotool get_num_desktops

# ---- a cluster with something in it ----------------------------------------------------------------------------------------

zoodock() { "$build/zoodock" "$@"; }
leader() { zoodock status orders --json | python3 -c 'import json, sys
print(*[member["name"] for member in json.load(sys.stdin)["members"] if member["role"] == "leader"])'; }
all_serve() { [[ $(zoodock status orders --json | grep -c '"role": "\(leader\|follower\)"') -eq 3 ]]; }
has_leader() { [[ -n $(leader) ]]; }
zoodock up orders --members 3
/usr/bin/python3 - << 'END' &
import time
from kazoo.client import KazooClient
client = KazooClient("127.0.0.1:2181,127.0.0.1:2182,127.0.0.1:2183")
client.start()
client.create("/brokers/ids/1", b'{"host": "10.0.0.7", "port": 9092}', makepath=True)
client.create("/config/topics", b"retention=7d\n", makepath=True)
client.create("/config/users", b"", makepath=True)
client.create("/orders/config", b"", makepath=True)
client.set("/orders/config", b"""{
  "timeout": 4000,
  "retries": 5,
  "regions": ["eu-west", "ap-south"],
  "dryRun": false
}
""")
client.create("/orders/leader", b"worker-3", ephemeral=True)
for number in range(12):
    client.create("/orders/queue/order-", b"%d" % number, sequence=True, makepath=True)
while True:
    time.sleep(60)
END
processes=($! "${processes[@]}")

# ---- pictures --------------------------------------------------------------------------------------------------------------

open_window() { # THEME [LANGUAGE]
    cat > "$work/config/org.zoodock/ZooDock.conf" << END
[window]
theme=$1
language=${2:-en}
lastCluster=orders
notifications=false
END
    "$build/zoodock" > "$work/app.log" 2>&1 & # not by the function, whose shell would be what is killed
    app=$!
    until_is "the window" xdotool search --onlyvisible --name '^ZooDock$'
    xdotool mousemove 1279 759
    sleep 12 # the figures of the processor come every five seconds
}
close_window() {
    kill "$app"
    wait "$app" || true
    app=
}
keys() {
    xdotool key --clearmodifiers --delay 150 "$@"
    sleep 2
}
picture() { # NAME
    import -window root "$work/picture.png"
    convert "$work/picture.png" -strip -define png:compression-level=9 "$pictures/$1.png"
    echo "$1"
}

until_is "all members" all_serve
open_window light
picture overview-light
keys ctrl+2
sleep 3
keys ctrl+l
xdotool type --delay 50 /orders/config
keys Return
sleep 2
picture znodes-light
keys ctrl+k
xdotool type --delay 50 or
sleep 2
picture quick-open-light
keys Escape
keys ctrl+4
sleep 2
picture server-light
keys ctrl+5
picture settings-light
keys ctrl+1
keys ctrl+n
sleep 3
keys Return
keys Return
sleep 2
picture wizard-light
keys Escape
gone=$(leader)
zoodock kill orders "$gone" --yes
until_is "another leader" has_leader
sleep 8
picture leader-killed-light
close_window
zoodock start orders "$gone"
until_is "all members" all_serve

open_window dark
picture overview-dark
keys ctrl+3
sleep 3
picture logs-dark
close_window

open_window light zh_CN
picture overview-chinese
close_window
