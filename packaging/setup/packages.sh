# shellcheck shell=bash disable=SC2034
# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian packages that ./run and ./check install, by what they are for.

packagesBuild=(
    build-essential cmake ninja-build ccache mold pkg-config
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev
    qt6-translations-l10n libzookeeper-mt-dev libexpected-dev libqscintilla2-qt6-dev qtkeychain-qt6-dev libyaml-dev
)

# apparmor joins where the kernel enforces it: the engine needs its parser then.
packagesEngine=(docker.io iptables ca-certificates)

packagesImage=(debootstrap debian-archive-keyring)

packagesScreenshot=(xvfb openbox fonts-dejavu-core fonts-wqy-zenhei)

packagesTest=(
    shellcheck clang-14 libclang-rt-14-dev clang-format desktop-file-utils appstream man-db groff-base dpkg-dev
    xauth xdotool imagemagick dbus-x11 gnome-keyring at-spi2-core python3-pyatspi
    docker-compose iproute2 procps python3-kazoo
)

# Only for ./check --all: what the figures are compared with.
packagesAll=(default-jdk libzookeeper-java)
