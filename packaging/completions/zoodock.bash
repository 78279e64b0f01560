# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Completes zoodock's verbs, options, and the names of the clusters that have a file. Asks no engine.

_zoodock_clusters() {
    local file folder=${XDG_DATA_HOME:-$HOME/.local/share}/zoodock/clusters
    for file in "$folder"/*.json; do
        [[ -f $file ]] || continue
        file=${file##*/}
        printf '%s\n' "${file%.json}"
    done
}

_zoodock() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]} words=
    COMPREPLY=()
    if [[ $COMP_CWORD -gt 1 ]]; then
        case $prev in
        --network) mapfile -t COMPREPLY < <(compgen -W "bridge host" -- "$cur"); return ;;
        --file | --screenshot) mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
        --context)
            words=$(docker context ls --format '{{.Name}}' 2> /dev/null)
            mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
            return
            ;;
        --members | --observers | --image | --wait) return ;;
        esac
    fi
    if [[ $COMP_CWORD -eq 1 ]]; then
        words="up plan status ls stop start restart kill pause unpause rm adopt release help --help --version --quickstart --screenshot --context"
    elif [[ $cur = -* ]]; then
        case $verb in
        up) words="--members --observers --network --image --file --context --wait --keep --yes" ;;
        plan) words="--members --observers --network --image --file --context --wait --keep --yes --json" ;;
        status | ls) words="--json" ;;
        stop | kill | pause) words="--yes" ;;
        restart) words="--rolling --wait --yes" ;;
        rm) words="--volumes" ;;
        -*) words="--quickstart --screenshot --context" ;;
        esac
    elif [[ $COMP_CWORD -eq 2 || ($COMP_CWORD -eq 3 && $prev = --rolling) ]]; then
        case $verb in
        up | plan | status | stop | start | restart | kill | pause | unpause | rm | release) words=$(_zoodock_clusters) ;;
        esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
}

complete -F _zoodock zoodock
