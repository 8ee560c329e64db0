#!/bin/sh
# Runs a program as a container would see the machine, without a container
# runtime: the machine's own files underneath, writes thrown away, and volumes
# at their mount paths. Start it in a mount namespace of its own (unshare).
#
#   enter-container.sh SCRATCH WORKDIR [ro|rw SOURCE TARGET]... -- PROGRAM [ARG]...
#
# SCRATCH is an empty folder. It is hidden below the program's own view.
set -eu
scratch=$1
workdir=$2
shift 2

mount -t tmpfs -o mode=0755 tmpfs "$scratch"
mkdir "$scratch/upper" "$scratch/work" "$scratch/root"
root="$scratch/root"
mount -t overlay overlay \
  -o "lowerdir=/,upperdir=$scratch/upper,workdir=$scratch/work" "$root"

# The overlay shows only the root file system; add what is mounted on it. /run
# stays private: the token of the service account is mounted below it.
last=
for point in $(awk '{ print $5 }' /proc/self/mountinfo | LC_ALL=C sort -u); do
  case "$point" in
  / | /run | /run/* | "$scratch" | "$scratch"/*) continue ;;
  "${last:-//}"/*) continue ;;
  esac
  [ -e "$root$point" ] || continue
  mount --rbind "$point" "$root$point"
  last=$point
done
mount -t tmpfs -o mode=0755 tmpfs "$root/run"

# Sources are bound here, where they can be seen; targets below, after the root
# has changed, so that no symbolic link leads a target out of it.
mkdir "$root/.volumes"
targets=
number=0
while [ "$1" != -- ]; do
  if [ -d "$2" ]; then mkdir "$root/.volumes/$number"; else : >"$root/.volumes/$number"; fi
  mount --bind "$2" "$root/.volumes/$number"
  targets="$targets$1 $number $3
"
  number=$((number + 1))
  shift 3
done
shift

# shellcheck disable=SC2016 # to be expanded inside
exec chroot "$root" /bin/sh -eu -c '
targets=$1
workdir=$2
shift 2
while read -r mode number target; do
  [ -n "$mode" ] || continue
  if [ -d "/.volumes/$number" ]; then
    mkdir -p "$target"
  else
    mkdir -p "$(dirname "$target")"
    [ -e "$target" ] || : >"$target"
  fi
  mount --bind "/.volumes/$number" "$target"
  if [ "$mode" = ro ]; then mount -o remount,bind,ro "$target"; fi
done <<END
$targets
END
cd "$workdir"
exec "$@"
' sh "$targets" "$workdir" "$@"
