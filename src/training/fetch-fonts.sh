#!/usr/bin/env bash
# Downloads the handwriting fonts the training draws characters with, and their licences, from npm.
#   src/training/fetch-fonts.sh FOLDER
set -euo pipefail
folder=${1:?usage: fetch-fonts.sh FOLDER}
version=5.3.0
fonts="annie-use-your-telescope architects-daughter bad-script caveat cedarville-cursive comic-neue
  covered-by-your-grace dancing-script delius gaegu gloria-hallelujah gochi-hand handlee homemade-apple indie-flower
  itim kalam mansalva marck-script nanum-brush-script nanum-pen-script neucha patrick-hand permanent-marker
  playpen-sans poor-story reenie-beanie rock-salt schoolbell shadows-into-light shantell-sans short-stack sriracha
  sue-ellen-francisco swanky-and-moo-moo the-girl-next-door"
mkdir -p "$folder"
cd "$folder"
for font in $fonts; do
  [ -s "$font-latin-400-normal.woff" ] && continue
  archive=$(npm pack --silent "@fontsource/$font@$version")
  tar xzf "$archive" --strip-components=2 "package/files/$font-latin-400-normal.woff"
  tar xzOf "$archive" package/LICENSE > "$font.LICENSE"
  rm "$archive"
done
