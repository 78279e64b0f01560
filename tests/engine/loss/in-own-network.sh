#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command in a fresh network namespace whose loopback is up.
set -euo pipefail

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo -n "--preserve-env=ZOODOCK_REQUIRE_ENGINE,ZOODOCK_TEST_DOCKERS,ZOODOCK_TEST_RUN,ZOODOCK_TEST_TURN,ZOODOCK_TEST_IMAGE,QTEST_FUNCTION_TIMEOUT")
fi
# shellcheck disable=SC2016 # "$@" belongs to the inner shell
exec "${as_root[@]}" unshare --net -- bash -c 'ip link set lo up && exec "$@"' in-own-network "$@"
