#!/bin/sh
# Opens the slides of a journey with LibreOffice, turns them into PDF and compares every word and the
# size of the page with our own PDF. Arguments: cjm, the journey, a folder to work in.
set -eu
program=$1 journey=$2 folder=$3
command -v soffice >/dev/null || { echo "skipped: LibreOffice is not installed"; exit 0; }
rm -rf "$folder" && mkdir -p "$folder/converted"

words() { pdftotext "$1" - | tr -s '[:space:]' '\n' | sort; }
size() { pdfinfo "$1" | grep -E '^(Pages|Page size):' | sed 's/ (.*//'; }

for options in "--page A3" "--page A4 --theme print --plain" "--page A1 --tile A3"; do
  # shellcheck disable=SC2086 # several words
  "$program" render "$journey" --customers 1000 $options -o "$folder/slides.pptx"
  # shellcheck disable=SC2086
  "$program" render "$journey" --customers 1000 $options -o "$folder/ours.pdf"
  soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to pdf \
    --outdir "$folder/converted" "$folder/slides.pptx" >"$folder/log" 2>&1
  size "$folder/ours.pdf" >"$folder/ours.size"
  size "$folder/converted/slides.pdf" >"$folder/theirs.size"
  diff "$folder/ours.size" "$folder/theirs.size"
  case $options in *tile*) continue ;; esac # slides hide with paper what sheets do not show
  # the bar of printed pages is not on slides
  words "$folder/ours.pdf" | sort >"$folder/ours.words"
  words "$folder/converted/slides.pdf" | sort >"$folder/theirs.words"
  comm -13 "$folder/ours.words" "$folder/theirs.words" >"$folder/more.words"
  comm -23 "$folder/ours.words" "$folder/theirs.words" | tr '\n' ' ' >"$folder/fewer.words"
  test ! -s "$folder/more.words"
  grep -qE '^(100|dài|at|when|printed|khi|in|mm|%|ở|tỷ|lệ| )*$' "$folder/fewer.words" || {
    echo "lost: $(cat "$folder/fewer.words")"
    exit 1
  }
done
echo "opened"
