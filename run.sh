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
    "$program" render "$example" -o "$pictures/hotel-booking.$kind"
    "$program" render "$example" --view flow -o "$pictures/hotel-booking-flow.$kind"
done
cat <<END

The journey of real hotel bookings was simulated above. It is drawn as a map and as a flow in
  $pictures/hotel-booking.pdf       $pictures/hotel-booking-flow.pdf
  $pictures/hotel-booking.svg       $pictures/hotel-booking-flow.svg
  $pictures/hotel-booking.png       $pictures/hotel-booking-flow.png
The program is $program
Next:  ./run.sh simulate examples/02-dentist-vi/dat-lich-nha-khoa.toml
       ./run.sh moments  examples/02-dentist-vi/dat-lich-nha-khoa.toml
       ./run.sh compare  examples/02-dentist-vi/dat-lich-nha-khoa.toml
END
