#!/usr/bin/env bash
# CPython 3.14 and 3.15, from Debian's unstable distribution (sid):
#
#     apt-get install debootstrap
#     tests/runtimes/newer_cpython.sh "$(mktemp -d)"
#
# As root, on any Debian. Makes a minimal sid in the given empty folder (450 MB, a minute), installs those
# Pythons it has, and runs the checks there on the package and on the one-file version, and times an epoch.
# The folder is left behind, to be deleted; nothing else is changed.
set -euo pipefail

root=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
failed=0

debootstrap --variant=minbase sid "$root" > "$root.log" 2>&1 || { tail "$root.log"; exit 1; }
rm "$root.log"

cd "$here/../.."
python3 -B - "$root" <<'END'
import sys
from pathlib import Path
from tests.runtimes.runtimes import ONE_FILE, ONE_FILE_WITH_HOUSING, PACKAGE, stage

for form in (PACKAGE, ONE_FILE, ONE_FILE_WITH_HOUSING):
    stage(Path(sys.argv[1]) / form, form)
END

in_sid() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}

for version in 3.14 3.15; do
    if ! in_sid apt-cache show "python$version" > /dev/null 2>&1; then
        echo "CPython $version: Debian does not have it yet"
        continue
    fi
    in_sid apt-get install -q -y --no-install-recommends -o Dpkg::Use-Pty=0 -o APT::Sandbox::User=root \
        "python$version" > /dev/null
    for run in "package/conformance.py" "one file/conformance.py" "one file with housing/epoch.py"; do
        echo "== $(in_sid "python$version" --version), ${run%/*}"
        in_sid "python$version" -s -S -E -B "/$run" || failed=1
    done
done
exit "$failed"
