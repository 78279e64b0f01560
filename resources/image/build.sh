#!/bin/bash
# Builds the local ZooKeeper image, from Debian's slim image where a registry answers and from debootstrap where none does.
set -euo pipefail

usage() {
    cat <<'END'
Usage: build.sh [--tag REF] [--docker EXE] [--context NAME] [--base registry|debootstrap] [--if-stale] [--log FILE]
       build.sh --recipe

  --tag REF       name of the image (zoodock/zookeeper:3.8)
  --docker EXE    the docker command (docker)
  --context NAME  the docker context to build in (the current one)
  --base WHICH    only this base; otherwise the registry's, and debootstrap's if that fails
  --if-stale      nothing to do if the image is there and was made by this very recipe
  --log FILE      where the output of the steps goes (a temporary file, shown on failure)
  --recipe        print the recipe's fingerprint, the image's label org.zoodock.image.recipe, and exit
END
}

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
slim=debian:bookworm-slim
tag=zoodock/zookeeper:3.8
docker=(docker)
context=
base=
stale=
log=

# What goes into the image, and in what order: names, modes and contents.
recipe() {
    (cd "$here" && find Dockerfile base.sh setup rootfs -type f | LC_ALL=C sort |
        while IFS= read -r file; do
            printf '%s %s\n' "$file" "$([[ -x $file ]] && echo x || echo -)"
            cat "$file"
        done | sha256sum | cut -c1-16)
}

while [[ $# -gt 0 ]]; do
    case $1 in
    --tag) tag=${2:?--tag needs a reference}; shift ;;
    --docker) docker=("${2:?--docker needs a command}"); shift ;;
    --context) context=${2:?--context needs a name}; shift ;;
    --base) base=${2:?--base needs registry or debootstrap}; shift ;;
    --if-stale) stale=1 ;;
    --log) log=${2:?--log needs a file}; shift ;;
    --recipe) recipe; exit 0 ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
    esac
    shift
done
case $base in '' | registry | debootstrap) ;; *) usage >&2; exit 2 ;; esac
if [[ -n $context ]]; then
    docker+=(--context "$context")
fi

started=$SECONDS
say() {
    printf 'image: %s (%d s)\n' "$*" $((SECONDS - started))
}
recipe=$(recipe)

if [[ -n $stale && $("${docker[@]}" image inspect --format '{{index .Config.Labels "org.zoodock.image.recipe"}}' "$tag" 2> /dev/null) = "$recipe" ]]; then
    echo "image: $tag is there and of this recipe"
    exit 0
fi

arch=$("${docker[@]}" version --format '{{.Server.Arch}}' 2> /dev/null || true)
if [[ -z $arch ]]; then
    echo "image: no Docker engine answers to '${docker[*]}'." >&2
    exit 1
fi
before=$("${docker[@]}" image inspect --format '{{.Id}}' "$tag" 2> /dev/null || true)

if [[ -z $log ]]; then
    log=$(mktemp "${TMPDIR:-/tmp}/zoodock-image.XXXXXX.log")
    ownLog=1
fi
exec 3>> "$log"
imported=
finish() {
    local rc=$?
    if [[ -n $imported ]]; then
        # Only the name: the layers are the image's own by now, or go.
        "${docker[@]}" rmi "$imported" > /dev/null 2>&1 || true
    fi
    if [[ $rc -ne 0 ]]; then
        echo "image: failed. The end of $log:" >&2
        tail -n 25 "$log" >&2
    elif [[ -n ${ownLog:-} ]]; then
        rm -f "$log"
    fi
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

build() { # BASE KIND NETWORK
    # The classic builder where there is one: it sees local images whatever builder is selected.
    local args=(build --force-rm --network "$3" --build-arg "BASE=$1" --tag "$tag"
        --label org.zoodock.image=zookeeper --label "org.zoodock.image.recipe=$recipe" --label "org.zoodock.image.base=$2" "$here")
    say "the server's files, a training run and the class archive"
    DOCKER_BUILDKIT=0 "${docker[@]}" "${args[@]}" >&3 2>&1 && return
    "${docker[@]}" buildx version > /dev/null 2>&1 && "${docker[@]}" "${args[@]}" >&3 2>&1
}

fromRegistry() {
    if ! "${docker[@]}" image inspect "$slim" > /dev/null 2>&1; then
        say "asking the registry for $slim"
        if ! timeout 300 "${docker[@]}" pull "$slim" >&3 2>&1; then
            say "no registry answers"
            return 1
        fi
    fi
    say "packages on $slim"
    build "$slim" registry default && return
    say "that failed, see $log"
    return 1
}

fromDebootstrap() {
    local here_arch=
    here_arch=$(dpkg --print-architecture)
    if [[ $here_arch != "$arch" ]]; then
        echo "image: the engine runs on $arch and this machine is $here_arch: a base made here would not run there." >&2
        return 1
    fi
    local root=()
    if [[ $EUID -ne 0 ]]; then
        command -v sudo > /dev/null || { echo "image: debootstrap needs root, and there is no sudo." >&2; return 1; }
        root=(sudo)
        [[ -t 0 ]] || root+=(-n)
    fi
    say "a base with debootstrap, from this machine's own mirror"
    imported=zoodock/zookeeper-base:build-$$
    "${root[@]}" "$here/base.sh" 2>&3 | "${docker[@]}" import --change 'LABEL org.zoodock.image=zookeeper-base' - "$imported" >&3 2>&1 || return 1
    build "$imported" debootstrap none
}

done=
if [[ $base != debootstrap ]] && fromRegistry; then
    done=1
elif [[ $base != registry ]] && fromDebootstrap; then
    done=1
fi
[[ -n $done ]] || exit 1
if [[ -n $before && $before != $("${docker[@]}" image inspect --format '{{.Id}}' "$tag") ]]; then
    # The image of this name until now, unless a container or another name still holds it.
    "${docker[@]}" rmi "$before" > /dev/null 2>&1 || true
fi
size=$("${docker[@]}" image inspect --format '{{.Size}}' "$tag")
say "$tag is ready, $((size / 1000000)) MB"
