# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run and ./check: steps with their progress, packages, the Docker engine, the ZooKeeper image, the build.
# Expects: root (the source folder), yes (1: no questions), given (the script's own arguments), caller (the folder it was called
# from, if that is no longer the current one).

root=${root:?the source folder}
# shellcheck source=packaging/setup/packages.sh
. "$root/packaging/setup/packages.sh"

localImage=zoodock/zookeeper:3.8
officialImage=zookeeper:3.9
logs=$root/build/log
stepChild=
setupLock=
caller=${caller:-$PWD}

say() {
    printf '%s\n' "$*"
}
# One sentence what is wrong and one what to do, and the end.
die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# A program of the source folder as it is called, in the shell, from the folder where the caller is.
ours() { # PATH BELOW THE SOURCE FOLDER
    if [[ ! $caller -ef $root ]]; then
        printf %q "$root/$1"
    elif [[ $1 = */* ]]; then
        printf %s "$1"
    else
        printf './%s' "$1"
    fi
}

clock() { # SECONDS
    if [[ $1 -lt 60 ]]; then
        printf '%d s' "$1"
    else
        printf '%d min %02d s' $(($1 / 60)) $(($1 % 60))
    fi
}

# Starts a command in a process group of its own, so that it can be ended as a whole, with its output in a file; without the
# locks, which an engine would hold for ever. startedGroup is its id then.
startedGroup=
startGroup() { # LOG COMMAND...
    : > "$1" # there at once, for whoever reads it
    set -m
    "${@:2}" > "$1" 2>&1 < /dev/null 7>&- 9>&- &
    startedGroup=$!
    set +m
}
endGroup() { # ID
    kill -TERM -- "-$1" 2> /dev/null || true
    wait "$1" 2> /dev/null || true
}
# Ends the step under way, and what goes on beside the steps, with all their processes. For the trap of the script.
stopStep() {
    local group
    for group in $stepChild "${besides[@]}"; do
        endGroup "$group"
    done
    stepChild=
    besides=()
}

# Work that goes on beside the steps, each in a group of its own, by name.
declare -A besides=()
keepingResult() { # FILE COMMAND...
    local rc=0
    "${@:2}" || rc=$?
    echo "$rc" > "$1"
    return "$rc"
}
beside() { # NAME COMMAND...: its output goes to build/log/NAME.log
    mkdir -p "$logs"
    rm -f "$logs/$1.rc"
    startGroup "$logs/$1.log" keepingResult "$logs/$1.rc" "${@:2}"
    besides[$1]=$startedGroup
}
# Says what it says until it has ended, and returns what it did. In a step's own shell, whose child it is not.
follow() { # NAME
    tail -n +1 -s 0.2 --pid="${besides[$1]}" -f "$logs/$1.log"
    [[ -e $logs/$1.rc ]] || return 1
    return "$(< "$logs/$1.rc")"
}
# The rest of it as a step.
endBeside() { # SENTENCE NAME
    local rc=0
    step "$1" "$2-followed" follow "$2" || rc=$?
    unset "besides[$2]"
    return "$rc"
}

# step SENTENCE LOG COMMAND...: runs the command with its output in build/log/LOG.log. On a terminal one line shows the time and
# what the command said last; elsewhere a line every half minute. On failure the end of the log is shown; where failure is
# no misfortune, stepMild says what it means.
step() {
    local sentence=$1 log=$logs/$2.log rc=0 begin=$SECONDS told=0 last width
    shift 2
    mkdir -p "$logs"
    [[ -t 1 ]] || say "     $sentence ..."
    startGroup "$log" "$@"
    stepChild=$startedGroup
    sleep 0.05
    while kill -0 "$stepChild" 2> /dev/null; do
        if [[ -t 1 ]]; then
            width=$(($(tput cols 2> /dev/null || echo 80) - ${#sentence} - 24))
            last=$(tail -n 1 "$log" 2> /dev/null | tr -cd '[:print:]' | cut -c "1-$((width > 0 ? width : 1))")
            printf '\r\033[K     %s  %s  %s' "$sentence" "$(clock $((SECONDS - begin)))" "$last"
        elif [[ $((SECONDS - begin - told)) -ge 30 ]]; then
            told=$((SECONDS - begin))
            say "       $(clock $told): $(tail -n 1 "$log" 2> /dev/null | tr -cd '[:print:]' | cut -c 1-100)"
        fi
        sleep 0.25
    done
    wait "$stepChild" || rc=$?
    stepChild=
    [[ ! -t 1 ]] || printf '\r\033[K'
    if [[ $rc -eq 0 ]]; then
        say "ok   $sentence ($(clock $((SECONDS - begin))))"
    elif [[ -n ${stepMild:-} ]]; then
        say "     $sentence: $stepMild ($(clock $((SECONDS - begin))))"
    else
        say "FAIL $sentence ($(clock $((SECONDS - begin)))). The end of ${log#"$root/"}:"
        tail -n "${stepTail:-30}" "$log" | sed 's/^/     | /'
    fi
    return $rc
}

# Two of us at once: one installs, builds and makes the image, the other waits. Held through descriptor 9 until releaseSetup.
holdSetup() {
    mkdir -p "$root/build" 2> /dev/null || true
    [[ -w $root/build ]] || die "$root/build is not writable: it belongs to $(stat -c %U "$root/build" 2> /dev/null || echo "another user"). Run as that user, or remove it."
    exec 9> "$root/build/.setup.lock"
    if ! flock -n 9; then
        say "     Another ./run or ./check prepares this folder; waiting for it ..."
        flock 9
    fi
    setupLock=1
}
releaseSetup() {
    if [[ -n $setupLock ]]; then
        exec 9>&-
        setupLock=
    fi
}

isYes() {
    [[ ${yes:-} = 1 || ${CI:-} = true || ${CI:-} = 1 ]]
}

# Goes on with a yes; --yes and CI are one.
agree() { # QUESTION, WHERE NOBODY CAN BE ASKED, AFTER A NO
    local answer
    isYes && return 0
    [[ -t 0 && -t 1 ]] || die "$2"
    read -r -p "$1 [Y/n] " answer || answer=n
    case $answer in
    '' | [yY]*) ;;
    *) die "$3" ;;
    esac
}

# ---- packages ----------------------------------------------------------------------------------------------------------

# Makes sure that "asRoot" works before a step hides its question for a password.
needRoot() { # WHAT FOR
    [[ $EUID -ne 0 ]] || return 0
    command -v sudo > /dev/null || die "$1 needs root, and there is no sudo. Run this as root."
    sudo -n true 2> /dev/null && return 0
    [[ -t 0 && -t 2 ]] || die "$1 needs root, and sudo would ask for a password without a terminal. Run this as root."
    say "     $1 needs root:"
    sudo -v || die "$1 needs root."
}
asRoot() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

missingPackages() { # PACKAGES...: those that are not installed
    local installed package
    # dpkg-query fails as soon as it has never heard of one of them.
    installed=" $( (dpkg-query -W -f '${db:Status-Status}:${Package}\n' "$@" 2> /dev/null || true) | sed -n 's/^installed://p' | tr '\n' ' ')"
    for package; do
        [[ $installed = *" $package "* ]] || printf '%s\n' "$package"
    done
}

aptGet() {
    asRoot env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@"
}
installPackages() {
    # Lists that are missing or older than a day are fetched first; younger ones only if the installation fails with them.
    # Nothing is removed for it: somebody's docker-ce stays.
    local young
    young=$(find /var/lib/apt/lists -maxdepth 1 -name '*Packages*' -mtime -1 2> /dev/null | head -n 1)
    if [[ -n $young ]] && aptGet install --no-install-recommends --no-remove "$@"; then
        return 0
    fi
    aptGet update && aptGet install --no-install-recommends --no-remove "$@"
}
ensurePackages() { # WHAT FOR, PACKAGES...
    local purpose=$1 missing
    shift
    command -v dpkg-query > /dev/null || die "this is no Debian: there is no dpkg. Install by hand what packaging/setup/packages.sh lists."
    mapfile -t missing < <(missingPackages "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    needRoot "Installing packages"
    say "     Packages for $purpose: ${missing[*]}"
    step "Install packages for $purpose" "packages-${purpose// /-}" installPackages "${missing[@]}" ||
        die "the packages for $purpose could not be installed; see build/log."
}

# ---- the Docker engine ---------------------------------------------------------------------------------------------------

podmanSentence="the command 'docker' is another program here (Podman's, probably), whose answers differ from Docker's. Install Docker's own, docker.io, in the place of podman-docker."
# Podman's shim answers "docker version" as well.
isDocker() {
    case $(docker --version 2> /dev/null) in
    "Docker version"*) ;;
    *) return 1 ;;
    esac
}
engineError=
# The engine of the current context, within ten seconds. Otherwise engineError says what the CLI said.
engineAnswers() {
    if ! isDocker; then
        engineError=$podmanSentence
        return 1
    fi
    engineError=$(timeout 10 docker version --format '{{.Server.Version}}' 2>&1 > /dev/null) && return 0
    [[ -n $engineError ]] || engineError="no answer within ten seconds"
    return 1
}

# The endpoint of the current context, for sentences and to know whether an engine started here would be asked at all.
engineEndpoint() {
    if [[ -n ${DOCKER_HOST:-} ]]; then
        printf '%s' "$DOCKER_HOST"
    else
        docker context inspect --format '{{.Endpoints.docker.Host}}' 2> /dev/null || printf 'unix:///var/run/docker.sock'
    fi
}

dockerdLog=/var/log/zoodock-dockerd.log
dockerdPidFile=/var/run/docker.pid
containerdPidFile=/var/run/docker/containerd/containerd.pid
# A daemon with a pid file of its own is another one than that of dockerdPidFile, whose process may be gone.
hasOwnPidFile() { # PID
    local words
    words=$(tr '\0' ' ' < "/proc/$1/cmdline" 2> /dev/null) || return 1
    [[ $words =~ [[:space:]](-p|--pidfile)[[:space:]=]+([^[:space:]]+) ]] || return 1
    [[ ${BASH_REMATCH[2]} != "$dockerdPidFile" && ${BASH_REMATCH[2]} != "${dockerdPidFile#/var}" ]]
}
# As root, on a machine without systemd. Prints why, if it does not even start.
startDockerdByHand() {
    local pair file name pid
    # A pid file whose process is gone, or is something else by now, would keep dockerd (or its containerd) from starting.
    for pair in "$dockerdPidFile=dockerd" "$containerdPidFile=containerd"; do
        file=${pair%=*}
        name=${pair##*=}
        if [[ -e $file ]]; then
            pid=$(asRoot cat "$file" 2> /dev/null || true)
            if [[ ! $pid =~ ^[0-9]+$ || $(cat "/proc/$pid/comm" 2> /dev/null) != "$name" ]] || { [[ $name = dockerd ]] && hasOwnPidFile "$pid"; }; then
                echo "removing the stale $file (process ${pid:-?})"
                asRoot rm -f "$file"
            elif [[ $name = dockerd ]]; then
                echo "dockerd runs already (process $pid)"
                return 0
            fi
        fi
    done
    if ! mountpoint -q /sys/fs/cgroup; then
        installPackages cgroupfs-mount
        asRoot cgroupfs-mount
    fi
    # shellcheck disable=SC2016
    asRoot setsid --fork sh -c 'exec dockerd >> "$1" 2>&1 < /dev/null' dockerd "$dockerdLog"
}
startEngine() {
    local i last=
    if [[ -d /run/systemd/system ]]; then
        asRoot systemctl start docker.service
    else
        startDockerdByHand
    fi
    for ((i = 0; i < 240; i++)); do
        if engineAnswers || [[ $engineError = *"permission denied"* ]]; then
            return 0
        fi
        [[ $engineError = "$last" ]] || echo "$engineError"
        last=$engineError
        sleep 0.25
        # No use waiting for one that has ended already.
        if [[ ! -d /run/systemd/system && $i -gt 8 ]] && ! grep -qsx dockerd /proc/[0-9]*/comm; then
            break
        fi
    done
    if [[ -d /run/systemd/system ]]; then
        asRoot journalctl -u docker.service --no-pager -n 20 || true
    else
        asRoot tail -n 20 "$dockerdLog" || true
    fi
    return 1
}

# A Docker engine runs, but this user may not use it. Whoever is in its group since a moment ago goes on as a member of it; into
# the group this script takes nobody but where the engine is its own doing.
denied() { # OURS: 1 if this script has installed or started the engine
    local user
    user=$(id -un)
    if [[ $EUID -ne 0 && -z ${ZOODOCK_REGROUPED:-} ]] && command -v sg > /dev/null; then
        if [[ -n $1 && " $(id -nG "$user") " != *" docker "* ]] && asRoot usermod -aG docker "$user"; then
            say "     $user is in the group docker now, whose members may use the engine (as good as root). This run goes on in it; other programs see it after the next login."
        fi
        if [[ " $(id -nG "$user") " = *" docker "* ]]; then
            export ZOODOCK_REGROUPED=1
            # Each word quoted for sh.
            # shellcheck disable=SC2154
            set -- "$root/${0##*/}" ${given[@]+"${given[@]}"}
            exec sg docker -c "${*@Q}"
        fi
    fi
    die "a Docker engine runs, but this user may not use it (permission denied on its socket). Add yourself to its group with 'sudo usermod -aG docker $user' and log in again, or run this as root."
}
# The engine of this machine instead of one that is chosen and silent, for this run and what it starts.
useOwnEngine() { # ENDPOINT
    say "     The chosen Docker engine ($1) does not answer: ${engineError##*$'\n'}"
    agree "Use this machine's own engine for this run?" \
        "the chosen Docker engine ($1) does not answer. Start it, choose another with 'docker context use default'${DOCKER_HOST:+ and 'unset DOCKER_HOST'}, or let this run use this machine's own: $(ours "${0##*/}") --yes" \
        "without a Docker engine there is nothing to run. Start $1 and try again."
    say "     This run uses this machine's own engine."
    unset DOCKER_HOST
    export DOCKER_CONTEXT=default
}
ensureEngine() {
    local endpoint packages
    if command -v docker > /dev/null; then
        isDocker || die "$podmanSentence"
        engineAnswers && return 0
        endpoint=$(engineEndpoint)
        case $endpoint in
        unix:///var/run/docker.sock | unix:///run/docker.sock) ;;
        *)
            useOwnEngine "$endpoint"
            engineAnswers && return 0
            ;;
        esac
        [[ $engineError != *"permission denied"* ]] || denied ""
    fi
    agree "No Docker engine answers. Install docker.io and iptables if missing, and start the engine?" \
        "no Docker engine answers. Start one, or let this script install docker.io and start it: $(ours "${0##*/}") --yes" \
        "without a Docker engine there is nothing to run. Start one and try again."
    needRoot "Starting a Docker engine"
    packages=("${packagesEngine[@]}")
    if [[ $(cat /sys/module/apparmor/parameters/enabled 2> /dev/null) = Y ]]; then
        packages+=(apparmor)
    fi
    if ! command -v dockerd > /dev/null || ! command -v docker > /dev/null || ! command -v iptables > /dev/null; then
        ensurePackages "the engine" "${packages[@]}"
        hash -r
    fi
    # The installation may have started it, or only the command was missing.
    if engineAnswers; then
        return 0
    fi
    [[ $engineError != *"permission denied"* ]] || denied 1
    if [[ ! -d /run/systemd/system ]]; then
        say "     No systemd here: dockerd is started by hand, its log is $dockerdLog"
    fi
    step "Start the Docker engine" engine startEngine || die "the Docker engine does not start; see build/log/engine.log."
    engineAnswers || {
        [[ $engineError != *"permission denied"* ]] || denied 1
        die "the Docker engine does not answer: $engineError"
    }
}

# ---- the ZooKeeper image -------------------------------------------------------------------------------------------------

hasImage() {
    docker image inspect --format '{{.Id}}' "$1" > /dev/null 2>&1
}
startLocalImage() {
    # Root is needed only for debootstrap, so only where no registry answers; a password is asked for before it is hidden.
    if ! hasImage debian:bookworm-slim && [[ $EUID -ne 0 ]]; then
        needRoot "Making the image's base with debootstrap"
    fi
    ensurePackages "the image" "${packagesImage[@]}"
    beside image "$root/resources/image/build.sh" --tag "$localImage" --log "$logs/image-details.log"
}
endLocalImage() {
    endBeside "Build the image $localImage" image ||
        die "the ZooKeeper image could not be built; see build/log/image.log and image-details.log."
}
# The rule of the app: the local image if it is there, else the official one, pulled or present.
ensureImage() {
    if hasImage "$localImage" || hasImage "$officialImage"; then
        return 0
    fi
    stepMild="no registry answers, so a local image is built" step "Pull $officialImage" pull timeout 900 docker pull "$officialImage" &&
        return 0
    startLocalImage
    endLocalImage
}

# ---- the build -----------------------------------------------------------------------------------------------------------

jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1200000) }' /proc/meminfo)
    if [[ $memory -lt 1 ]]; then
        memory=1
    fi
    echo $((memory < cores ? memory : cores))
}
configurePreset() {
    local cache=$root/build/$1/CMakeCache.txt
    # A folder that was moved or copied has a cache that points elsewhere.
    if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
        (cd "$root" && cmake --fresh --preset "$1")
    else
        (cd "$root" && cmake --preset "$1")
    fi
}
buildPreset() { # PRESET SENTENCE [TARGET]
    local cache=$root/build/$1/CMakeCache.txt
    if [[ ! -f $root/build/$1/build.ninja ]] || ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache" 2> /dev/null; then
        step "Configure the $1 build" "configure-$1" configurePreset "$1" || return 1
    fi
    step "$2" "build-$1" compile "$1" ${3:+--target "$3"}
}
compile() { # PRESET [OPTIONS...]
    (cd "$root" && cmake --build --preset "$1" -j "$(jobs)" "${@:2}")
}

# ---- a display of its own -------------------------------------------------------------------------------------------------

displayProcesses=()
# Xvfb and a window manager; exports DISPLAY.
startDisplay() {
    local file number i
    file=$(mktemp "${TMPDIR:-/tmp}/zoodock-display.XXXXXX")
    Xvfb -displayfd 8 -screen 0 1600x1000x24 -nolisten tcp 8> "$file" > "$logs/xvfb.log" 2>&1 7>&- 9>&- &
    displayProcesses+=($!)
    for ((i = 0; i < 100; i++)); do
        number=$(< "$file")
        [[ -z $number ]] || break
        sleep 0.1
    done
    rm -f "$file"
    [[ -n $number ]] || die "no virtual display: Xvfb does not start; see build/log/xvfb.log."
    export DISPLAY=":$number"
    unset WAYLAND_DISPLAY XAUTHORITY
    openbox > "$logs/openbox.log" 2>&1 7>&- 9>&- &
    displayProcesses+=($!)
}
stopDisplay() {
    if [[ ${#displayProcesses[@]} -gt 0 ]]; then
        kill "${displayProcesses[@]}" 2> /dev/null || true
        wait "${displayProcesses[@]}" 2> /dev/null || true
        displayProcesses=()
    fi
}
