# shellcheck shell=bash
# For packaging/*/build, which source it: options, the program to pack, its version and date.
#   --build FOLDER  a build made already; otherwise the release preset is built
#   --out FOLDER    where the package is written, build/packages unless told otherwise

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
build='' out=$root/build/packages
while [ $# -gt 0 ]; do
  case $1 in
    --build | --out)
      [ $# -ge 2 ] || { echo "$0: $1 needs a folder" >&2; exit 2; }
      if [ "$1" = --build ]; then build=$(readlink -f "$2"); else out=$(readlink -m "$2"); fi
      shift 2
      ;;
    *)
      echo "usage: $0 [--build FOLDER] [--out FOLDER]" >&2
      exit 2
      ;;
  esac
done

if [ -z "$build" ]; then
  "$root/packaging/run" --version >/dev/null
  "$root/packaging/build" release  # whatever else is installed
  build=$root/build/release
fi
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
[ -n "$version" ] || { echo "$0: $build is no configured build" >&2; exit 2; }
# Files bear the time of the commit, so that the same commit gives the same package; outside of git, the day of the data.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date -u -d "$(cat "$root/data/EDITION")" +%s)}
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
umask 022

# The installed files, stripped, below $1.
install_to() {
  cmake --install "$build" --prefix "$1" --strip >"$work/install.log" || { cat "$work/install.log" >&2; exit 1; }
  [ "$("$1/bin/tmsweep" --version | grep -cF "$version")" -ge 1 ] ||
    { echo "$0: the program in $build is not version $version" >&2; exit 1; }
}
