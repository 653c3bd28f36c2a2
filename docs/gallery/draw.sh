#!/usr/bin/env bash
# Draws the pictures of docs/gallery.md: draw.sh [PROGRAM [FOLDER [NAME...]]]
#
# Each line below is a picture: its name, then the options of `cjm render`, the journey first. A name
# without a folder is a template: `ghosting.toml` is what `cjm new ghosting` writes, `ghosting-vi.toml`
# what `cjm new ghosting --language vi` does. NAME draws only the pictures named. Of a picture of
# several pages the first is kept, in at most 256 colours, so that the page loads fast.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:-$here/../../build/release/cli/cjm}")
folder=$(realpath "${2:-$here}")
shift $(($# < 2 ? $# : 2))
wanted=" $* "
command -v pngquant > /dev/null || { echo "draw.sh: needs pngquant (apt-get install pngquant)" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$here/../../examples" "$work/examples"
cd "$work"

pictures() {
    cat <<'LIST'
map-eight-phases: eight-phases.toml --page A2 --dpi 78
map-dentist-personas-dark: examples/02-dentist-vi/dat-lich-nha-khoa.toml --by persona --theme dark --page A2 --dpi 78
map-hotel: examples/01-hotel-booking/hotel-booking.toml --page A4 --dpi 150
map-b2b-print: b2b-vi.toml --theme print --page A2 --dpi 78
map-subscription-touchpoints: subscription.toml --columns touchpoint --curve goodwill --page A2 --dpi 78
map-ghosting-against: ghosting.toml --scenario convenient --against --page A2 --dpi 78
map-notes: acquire-or-keep.toml --plain --page A4 --notes --dpi 150
flow-hotel: examples/01-hotel-booking/hotel-booking.toml --view flow --page A4 --dpi 150
flow-dentist-dark: examples/02-dentist-vi/dat-lich-nha-khoa.toml --view flow --theme dark --page A3 --dpi 110
flow-ghosting-against: ghosting.toml --view flow --scenario convenient --against --page A3 --dpi 110
funnel-ghosting: ghosting-vi.toml --view funnel --page A4 --dpi 150
funnel-touchpoints-print: appointment.toml --view funnel --columns touchpoint --theme print --page A4 --dpi 150
funnel-against: ghosting.toml --view funnel --scenario convenient --against --page A4 --dpi 150
worksheet-blank: blank.toml --view worksheet --page A1 --dpi 56
worksheet-dentist: examples/02-dentist-vi/dat-lich-nha-khoa.toml --view worksheet --page A0 --dpi 40
cards-dentist: examples/02-dentist-vi/dat-lich-nha-khoa.toml --view cards --page A4 --portrait --dpi 110
poster-tiled: examples/02-dentist-vi/dat-lich-nha-khoa.toml --page A0 --tile A4 --dpi 110
LIST
}

while IFS=: read -r name options; do
    if [[ $wanted != "  " && $wanted != *" $name "* ]]; then continue; fi
    read -ra words <<< "$options"
    journey=${words[0]}
    if [[ $journey != */* && ! -e $journey ]]; then
        template=${journey%.toml}
        if [[ $template == *-vi ]]; then
            "$program" new "${template%-vi}" --language vi -o "$journey"
        else
            "$program" new "$template" -o "$journey"
        fi
    fi
    "$program" render "${words[@]}" -o "picture.png"
    for first in picture.png picture-1.png picture-01.png; do
        if [[ -e $first ]]; then pngquant --strip --force --output "$folder/$name.png" -- "$first"; fi
    done
    rm -f picture*.png
done < <(pictures)
