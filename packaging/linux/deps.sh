#!/bin/sh
# Puts in place what Guardian's window and tests need from a Debian or Ubuntu: a Chinese font, the
# system libraries that Qt links to, and a keyring. Does nothing where they are present. Works as
# root or through sudo.
set -eu

packages=""

# library:package; the names of some packages differ between releases, the first known one is taken
want_library() {
    library=$1
    shift
    # ldconfig is not on everybody's path
    if { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -qF "$library"; then
        return 0
    fi
    for package in "$@"; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            packages="$packages $package"
            return 0
        fi
    done
    packages="$packages $1"
}

has_chinese_font() {
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list ':lang=zh-cn' file 2>/dev/null | head -n 1)" ]
}

# The tests open a real keyring; Guardian itself uses the one of the desktop, if there is one.
want_program() {
    command -v "$1" >/dev/null 2>&1 || packages="$packages $2"
}

look_around() {
    packages=""
    want_program dbus-run-session dbus
    want_program gnome-keyring-daemon gnome-keyring
    has_chinese_font || packages="$packages fontconfig fonts-noto-cjk"
    want_library libGL.so.1 libgl1
    want_library libEGL.so.1 libegl1
    want_library libglib-2.0.so.0 libglib2.0-0 libglib2.0-0t64
    want_library libdbus-1.so.3 libdbus-1-3
    want_library libfontconfig.so.1 libfontconfig1
    want_library libfreetype.so.6 libfreetype6
    want_library libbrotlidec.so.1 libbrotli1
    want_library libX11.so.6 libx11-6
    want_library libX11-xcb.so.1 libx11-xcb1
    want_library libxkbcommon.so.0 libxkbcommon0
    want_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
    want_library libxcb-cursor.so.0 libxcb-cursor0
    want_library libxcb-icccm.so.4 libxcb-icccm4
    want_library libxcb-image.so.0 libxcb-image0
    want_library libxcb-keysyms.so.1 libxcb-keysyms1
    want_library libxcb-randr.so.0 libxcb-randr0
    want_library libxcb-render-util.so.0 libxcb-render-util0
    want_library libxcb-shape.so.0 libxcb-shape0
    want_library libxcb-xkb.so.1 libxcb-xkb1
}

look_around
[ -n "$packages" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "guardian: please install these, or what your system calls them:$packages" >&2
    exit 1
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "guardian: please install these as root:$packages" >&2
        exit 1
    fi
    as_root="sudo"
fi

$as_root apt-get update -qq
look_around # once more: now apt knows the names of this release
# shellcheck disable=SC2086 # several packages are meant
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
