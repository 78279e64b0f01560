#!/bin/bash
# base.sh > base.tar - a minimal Debian with the packages of the image, made with debootstrap, for machines where no
# registry answers. Needs root. Mirror, keyring and proxy are those of this machine's own apt configuration; none of them
# is left in the result. Progress goes to stderr.
set -euo pipefail

suite=bookworm
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")

fail() {
    echo "base.sh: $*" >&2
    exit 1
}

if [[ ${1:-} != --inside ]]; then
    [[ $EUID -eq 0 ]] || fail "needs root (debootstrap makes device nodes and changes roots)."
    command -v debootstrap > /dev/null || fail "debootstrap is missing: apt-get install debootstrap"
    [[ -t 1 ]] && fail "writes a tar archive: redirect stdout."
    # Its own mount namespace: whatever happens, no mount stays behind.
    exec unshare --mount --propagation private -- "$BASH" "${BASH_SOURCE[0]}" --inside
fi

# One line per index of packages: URI | suite | component | label | keyring. Covers one-line and deb822 sources alike.
# shellcheck disable=SC2016
sources=$(apt-get indextargets --format '$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(LABEL)|$(SIGNED_BY)' 'Created-By: Packages')
pick() { # LABEL SUITE: the first source of that label, preferring the suite; "URI|keyring"
    awk -F'|' -v label="$1" -v suite="$2" '
        $3 == "main" && ($4 == label) { if ($2 == suite) { exact = exact ? exact : $1 "|" $5 } else { other = other ? other : $1 "|" $5 } }
        END { print exact ? exact : other }' <<< "$sources"
}
main=$(pick Debian $suite)
security=$(pick Debian-Security $suite-security)
[[ -n "$main" ]] || fail "this machine's apt knows no Debian mirror (looked for label Debian, component main; is apt-get update done?)."
mirror=${main%%|*}
keyring=${main#*|}
# Signed-By may hold a fingerprint, a key itself or nothing; debootstrap wants a file.
[[ -f "$keyring" ]] || keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[[ -f "$keyring" ]] || fail "no keyring for Debian's archive: apt-get install debian-archive-keyring"
case $mirror in
http:* | https:* | file:* | ftp:*) ;;
*) fail "debootstrap cannot read from ${mirror%%:*}: sources." ;;
esac
if [[ -z ${http_proxy:-} ]]; then
    proxy=
    eval "$(apt-config shell proxy Acquire::http::Proxy)"
    if [[ -n $proxy && $proxy != DIRECT ]]; then
        export http_proxy=$proxy
    fi
fi

root=$(mktemp -d "${TMPDIR:-/var/tmp}/zoodock-base.XXXXXX")
cleanup() {
    umount "$root/proc" 2>/dev/null || true
    rm -rf --one-file-system -- "$root"
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP
chmod 755 "$root"

echo "base.sh: a minimal Debian ($suite)" >&2
debootstrap --variant=minbase --keyring="$keyring" "$suite" "$root" "$mirror" >&2
umount "$root/proc" 2>/dev/null || true

echo "base.sh: packages" >&2
mount -t proc proc "$root/proc"
{
    echo "deb $mirror $suite main"
    # The update suites only where this machine takes them too: a frozen mirror may have none.
    if grep -q "^[^|]*|$suite-updates|main|" <<< "$sources"; then
        echo "deb $mirror $suite-updates main"
    fi
    if [[ -n "$security" ]]; then
        echo "deb ${security%%|*} $suite-security main"
    fi
} > "$root/etc/apt/sources.list"
apt-config dump | grep '^Acquire::' | grep -v '^Acquire::IndexTargets' > "$root/etc/apt/apt.conf.d/99machine" || true
cp "$keyring" "$root/etc/apt/trusted.gpg.d/machine.${keyring##*.}"
for file in /etc/apt/auth.conf /etc/apt/auth.conf.d /etc/resolv.conf /etc/hosts; do
    if [[ -e $file ]]; then
        rm -rf "$root$file"
        cp -rL "$file" "$root$file"
    fi
done
mkdir -p "$root/tmp/setup"
cp "$here/setup/packages.sh" "$root/tmp/setup/"
chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root ${http_proxy:+http_proxy="$http_proxy"} \
    /tmp/setup/packages.sh >&2

# Nothing of this machine stays in the image.
umount "$root/proc"
rm -rf "$root/tmp/setup" "$root/etc/apt/apt.conf.d/99machine" "$root/etc/apt/trusted.gpg.d/machine".* \
    "$root/etc/apt/auth.conf" "$root/etc/apt/auth.conf.d"/* "$root/etc/resolv.conf" "$root/etc/hosts" "$root/etc/hostname" \
    "$root/var/cache/ldconfig" "$root/root/.cache"
echo "# Made without a registry: put a mirror here to install more." > "$root/etc/apt/sources.list"
: > "$root/etc/machine-id"

echo "base.sh: archive" >&2
tar -C "$root" --numeric-owner --one-file-system --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' -c .
