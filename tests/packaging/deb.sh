#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# deb.sh BUILD - makes the Debian package of a build folder and looks into it. The package is left in BUILD/packages.
set -uo pipefail

build=$1
failures=0
fail() {
    echo "FAIL $*"
    failures=$((failures + 1))
}

rm -rf -- "$build/packages"
(cd "$build" && cpack -G DEB --config CPackConfig.cmake -B "$build/packages") || exit 1
mapfile -t packages < <(find "$build/packages" -maxdepth 1 -name 'zoodock_*.deb')
[[ ${#packages[@]} -eq 1 ]] || { echo "FAIL there are ${#packages[@]} packages"; exit 1; }
deb=${packages[0]}
echo "$deb"
dpkg-deb --info "$deb"

contents=$(dpkg-deb --contents "$deb" | awk '{print $1, $2, $6}')
has() { # MODE PATH: with any owner other than root it is missing, too
    grep -qxF -- "$1 root/root ./usr/$2" <<< "$contents" || fail "$2 is missing, or not $1 root/root"
}
has -rwxr-xr-x bin/zoodock
has -rw-r--r-- share/applications/org.zoodock.ZooDock.desktop
has -rw-r--r-- share/metainfo/org.zoodock.ZooDock.metainfo.xml
has -rw-r--r-- share/bash-completion/completions/zoodock
has -rw-r--r-- share/doc/zoodock/copyright
has -rw-r--r-- share/icons/hicolor/scalable/apps/org.zoodock.ZooDock.svg
for size in 16 22 24 32 48 64 128 256 512; do
    has -rw-r--r-- "share/icons/hicolor/${size}x$size/apps/org.zoodock.ZooDock.png"
done
has -rwxr-xr-x share/zoodock/image/build.sh
has -rw-r--r-- share/zoodock/image/Dockerfile
grep -q './usr/share/man/man1/zoodock.1' <<< "$contents" || fail "the manual page is missing"
if grep -vE ' \./(usr/.*)?$' <<< "$contents"; then
    fail "something lies outside /usr"
fi

depends=$(dpkg-deb --field "$deb" Depends)
for package in libc6 libqt6core6 libqt6gui6 libqt6widgets6 libqt6network6 libqt6svg6 libqt6dbus6 qt6-translations-l10n libzookeeper-mt2; do
    [[ $depends = *"$package"* ]] || fail "Depends lacks $package: $depends"
done
recommends=$(dpkg-deb --field "$deb" Recommends)
[[ $recommends = *docker.io* && $recommends = *fonts-* ]] || fail "Recommends: $recommends"

# What is installed by `cmake --install` is what the package has, and finds its way anywhere.
root=$(mktemp -d)
trap 'rm -rf -- "$root"' EXIT
cmake --install "$build" --prefix "$root/somewhere else" > "$root/log" || fail "cmake --install: $(tail -n 3 "$root/log")"
version=$("$root/somewhere else/bin/zoodock" --version)
[[ $version = "zoodock $(dpkg-deb --field "$deb" Version)" ]] || fail "the installed program says '$version'"
# What the installed pages show is installed with them.
shown=0
while IFS=: read -r page picture; do
    shown=$((shown + 1))
    [[ -f $(dirname "$page")/$picture ]] || fail "$page shows $picture, which is not there"
done < <(cd "$root/somewhere else/share/doc/zoodock" && grep -rHoP --include='*.md' '!\[[^]]*\]\(\K[^)]+' "$PWD")
[[ $shown -ge 5 ]] || fail "the installed pages show $shown pictures only"
diff <(dpkg-deb --fsys-tarfile "$deb" | tar -t | sed -n 's,^\./usr/,,p' | grep -Ev '^$|/$' | sort) \
    <(cd "$root/somewhere else" && find . -type f | sed 's,^\./,,' | sort) || fail "package and installation differ"

exit $((failures > 0))
