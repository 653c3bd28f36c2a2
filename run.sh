#!/usr/bin/env bash
# Installs what is missing, builds the program and runs it.
#   ./run.sh                     the main job on an example: numbers on the terminal, pictures in out/
#   ./run.sh simulate FILE …     any cjm command
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/cmake/setup.sh"

install_missing_packages
build_preset release
program="$here/build/release/cli/cjm"

if [ $# -gt 0 ]; then
    exec "$program" "$@"
fi

example="$here/examples/01-hotel-booking/hotel-booking.toml"
pictures="$here/out"
mkdir -p "$pictures"
"$program" check "$example"
"$program" simulate "$example"
for kind in svg pdf png; do
    "$program" render "$example" --view flow -o "$pictures/hotel-booking.$kind"
done
cat <<END

The journey of real hotel bookings was simulated above. It is drawn in
  $pictures/hotel-booking.svg
  $pictures/hotel-booking.pdf
  $pictures/hotel-booking.png
The program is $program
Next:  ./run.sh simulate examples/02-dentist-vi/dat-lich-nha-khoa.toml
       ./run.sh moments  examples/02-dentist-vi/dat-lich-nha-khoa.toml
       ./run.sh compare  examples/02-dentist-vi/dat-lich-nha-khoa.toml
END
