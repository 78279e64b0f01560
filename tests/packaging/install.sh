#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# install.sh PACKAGES - installs the Debian package in PACKAGES on a clean Debian (a container of the local image, which is one)
# with this machine's own apt sources, recommended packages left out; starts it from its desktop entry and looks for its window.
# ZOODOCK_IMAGE, ZOODOCK_DOCKER, ZOODOCK_TEST_RUN as in tests/image. Without an engine or a mirror it is skipped (exit 77), unless
# ZOODOCK_REQUIRE_ENGINE=1: then it fails.
set -uo pipefail

packages=$1
image=${ZOODOCK_IMAGE:-zoodock/zookeeper:3.8}
docker=${ZOODOCK_DOCKER:-docker}
name="zdtest-install-$$"

absent() {
    echo "$1"
    [[ ${ZOODOCK_REQUIRE_ENGINE:-} = 1 ]] && exit 1
    exit 77
}
"$docker" version --format '{{.Server.Version}}' > /dev/null 2>&1 || absent "No Docker engine answers."
"$docker" image inspect "$image" > /dev/null 2>&1 || absent "$image is not there (resources/image/build.sh makes it)."
if [[ ! -x /usr/bin/apt-get || $(dpkg --print-architecture) != "$("$docker" version --format '{{.Server.Arch}}')" ]]; then
    absent "This machine is no Debian of the engine's kind."
fi

folder=$(mktemp -d)
cleanup() {
    "$docker" rm -fv "$name" > /dev/null 2>&1
    rm -rf -- "$folder"
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

# The sources and keys, and how they are reached; none of it is part of an image.
mkdir -p "$folder/etc/apt/apt.conf.d" "$folder/usr/share" "$folder/root"
for part in sources.list sources.list.d keyrings trusted.gpg.d auth.conf.d; do
    [[ ! -e /etc/apt/$part ]] || cp -rL "/etc/apt/$part" "$folder/etc/apt/"
done
[[ ! -d /usr/share/keyrings ]] || cp -rL /usr/share/keyrings "$folder/usr/share/"
apt-config dump | grep '^Acquire::' > "$folder/etc/apt/apt.conf.d/90machine"
cp "$packages"/zoodock_*.deb "$folder/root/"
cat > "$folder/root/inside.sh" <<'END'
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
cd /root
named() { find / -xdev \( -path /proc -o -path /root \) -prune -o -iname '*zoodock*' -print | sort; }
before=$(named)
apt-get update -qq
apt-get install -qq --no-install-recommends ./zoodock_*.deb > apt.log 2>&1 || { tail -n 30 apt.log; exit 1; }
echo "ok   apt-get install ./zoodock_*.deb"
zoodock --version
zoodock --help > /dev/null
# From here on tools of the test; the package must not depend on them.
if ldd /usr/bin/zoodock | grep 'not found'; then exit 1; fi
apt-get install -qq --no-install-recommends xvfb xauth openbox xdotool procps libglib2.0-bin > apt.log 2>&1 || { tail -n 30 apt.log; exit 1; }
# A display that nobody has: the network, and with it the displays' sockets, are the machine's.
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3> display > /dev/null 2>&1 &
for _ in $(seq 600); do [[ -s display ]] && break; sleep 0.1; done
DISPLAY=:$(cat display)
export DISPLAY
openbox > /dev/null 2>&1 &
# A window that comes while the window manager begins is taken in by neither.
for _ in $(seq 600); do xdotool get_num_desktops > /dev/null 2>&1 && break; sleep 0.1; done
sleep 1
entry=/usr/share/applications/org.zoodock.ZooDock.desktop
gio launch "$entry" > app.log 2>&1 &
for _ in $(seq 1800); do
    window=$(xdotool search --onlyvisible --name '^ZooDock$' 2> /dev/null | head -n 1) && [[ -n $window ]] && break
    sleep 0.1
done
[[ -n $window ]] || { echo "FAIL no window on ${DISPLAY}"; cat app.log; ps -eo pid,etimes,stat,args; xdotool search --name '.*' getwindowname %@; exit 1; }
echo "ok   gio launch opened window $window: $(xdotool getwindowname "$window"), $(xdotool getwindowgeometry "$window" | grep -o 'Geometry.*')"
wmclass=$(sed -n 's/^StartupWMClass=//p' "$entry")
[[ -n $(xdotool search --onlyvisible --class "^$wmclass\$") ]] || { echo "FAIL no window of class $wmclass"; exit 1; }
# A second start opens no second window: the first one comes back.
xdotool windowminimize --sync "$window"
# xdotool waits some seconds, and says nothing when they are over.
for _ in $(seq 600); do [[ -z $(xdotool search --onlyvisible --name '^ZooDock$') ]] && break; sleep 0.1; done
[[ -z $(xdotool search --onlyvisible --name '^ZooDock$') ]] || { echo "FAIL the window does not go"; exit 1; }
gio launch "$entry" >> app.log 2>&1
for _ in $(seq 1200); do
    [[ -n $(xdotool search --onlyvisible --name '^ZooDock$') && $(pgrep -cx zoodock) -eq 1 ]] && break
    sleep 0.1
done
shown=$(xdotool search --onlyvisible --name '^ZooDock$')
[[ $shown = "$window" ]] || { echo "FAIL after a second start there are the windows '$shown'"; cat app.log; exit 1; }
[[ $(pgrep -cx zoodock) -eq 1 ]] || { echo "FAIL two of them run"; exit 1; }
echo "ok   a second start brought window $shown to the front"
pkill -x zoodock
apt-get purge -qq zoodock > apt.log 2>&1
left=$(comm -13 <(echo "$before") <(named))
[[ -z $left ]] || { echo "FAIL purging leaves: $left"; exit 1; }
echo "ok   purged, nothing is left"
END

"$docker" create --name "$name" --label "org.zoodock.test=${ZOODOCK_TEST_RUN:-install-$$}" --network host --user 0 \
    --entrypoint /bin/bash "$image" /root/inside.sh > /dev/null || exit 1
# Only what is in there: the image's own sources, if it has any, go.
tar -C "$folder" --owner 0 --group 0 -c . | "$docker" cp - "$name:/" || exit 1
"$docker" start --attach "$name"
