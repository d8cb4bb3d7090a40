#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# On a Debian 12: installs what is missing, builds the release, starts a hub with the sample hospital, and opens
# a kiosk, or the faces that are named. Without a display it plays the tour instead and says where the pictures are.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. platform/steps.sh

usage="usage: bash platform/run.sh [--build-only | --tour | --story | kiosk|ward|desk ...]"
mode=faces
faces=()
for word in "$@"; do
    case "$word" in
        --build-only | --tour | --story) mode=${word#--} ;;
        kiosk | ward | desk) faces+=("$word") ;;
        --help) echo "$usage" && exit 0 ;;
        *) fail "unknown argument: $word" "$usage" ;;
    esac
done
[ ${#faces[@]} -gt 0 ] || faces=(kiosk)
if [ $mode = faces ] && [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    mode=tour
fi

install_packages build
build release lianxin lianxin-hub lianxinctl lianxin-bench
bin=build/release/bin
say "Built: $bin/lianxin, lianxin-hub, lianxinctl, lianxin-bench"

# A hospital of one's own to try things on; it stays until its folder is removed.
data=${XDG_DATA_HOME:-$HOME/.local/share}/lianxin-sample
hub_address=127.0.0.1:8470

# start_hub: serves the sample until this script ends.
start_hub() {
    [ -e "$data/hub" ] || $bin/lianxin-hub init --data "$data/hub" || fail "the hub could not be made in $data/hub."
    $bin/lianxin-hub serve --data "$data/hub" --listen $hub_address >"$data/hub.out" 2>"$data/hub.log" &
    hub=$!
    trap 'kill $hub 2>/dev/null || true' EXIT
    for _ in $(seq 100); do
        grep -q listening "$data/hub.out" && return 0
        kill -0 $hub 2>/dev/null || break
        read -rt 0.1 <> <(:) || true
    done
    fail "the hub did not start." "$(tail -n 3 "$data/hub.log")"
}

# enrol NAME ROLE [--ward ID]: makes the device's folder, once.
enrol() {
    [ ! -e "$data/$1/device.json" ] || return 0
    local answer secret
    answer=$($bin/lianxin-hub enrol --data "$data/hub" --name "$1" --role "$2" "${@:3}" --json)
    secret=$(printf '%s' "$answer" | sed -n 's/.*"secret":"\([^"]*\)".*/\1/p')
    $bin/lianxinctl --data "$data/$1" enrol --hub "http://$hub_address" --secret "$secret" >/dev/null
}

sample_hospital() {
    enrol desk desk
    if [ ! -e "$data/imported" ]; then
        $bin/lianxinctl --data "$data/desk" import app/domain/sample >/dev/null
        $bin/lianxinctl --data "$data/desk" sync >/dev/null
        touch "$data/imported"
    fi
    enrol kiosk kiosk
    enrol ward ward --ward 01980000-000b-7000-8000-000000000001
}

case $mode in
    build-only) ;;
    story)
        say "The story"
        $bin/lianxinctl story || fail "the story did not end well; the lines above say where."
        ;;
    tour)
        pictures=build/tour
        say "The tour: every page in every size and language, without a display"
        QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software $bin/lianxin --tour $pictures ||
            fail "the tour did not end well; the lines above say where."
        say "The pictures are in $PWD/$pictures"
        ;;
    faces)
        mkdir -p "$data"
        start_hub
        sample_hospital
        say "Open: ${faces[*]}. The sample hospital lives in $data; close the windows to end."
        windows=()
        for face in "${faces[@]}"; do
            $bin/lianxin --data "$data/$face" --face "$face" &
            windows+=($!)
        done
        wait "${windows[@]}"
        ;;
esac
