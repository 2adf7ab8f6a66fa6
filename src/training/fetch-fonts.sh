#!/usr/bin/env bash
# Downloads the handwriting fonts the training draws characters with, and their licences, from npm.
#   src/training/fetch-fonts.sh FOLDER
set -euo pipefail
folder=${1:?usage: fetch-fonts.sh FOLDER}
version=5
fonts="alex-brush allison amatic-sc annie-use-your-telescope architects-daughter averia-libre babylonica bad-script
  ballet balsamiq-sans berkshire-swash beth-ellen bilbo birthstone borel calligraffitti caveat caveat-brush
  cedarville-cursive cherry-swash chilanka comic-neue comic-relief coming-soon cookie courgette covered-by-
  your-grace crafty-girls damion dancing-script darumadrop-one dawning-of-a-new-day dekko delicious-handrawn
  delius edu-au-vic-wa-nt-hand edu-nsw-act-foundation edu-sa-beginner edu-vic-wa-nt-beginner estonia explora
  felipa finger-paint fondamento fuzzy-bubbles gaegu give-you-glory gloria-hallelujah gochi-hand grand-hotel
  grandstander great-vibes handlee homemade-apple indie-flower italianno itim just-another-hand just-me-again-
  down-here kalam kaushan-script kiwi-maru kristi la-belle-aurore leckerli-one licorice londrina-solid loved-
  by-the-king mali mansalva marck-script meddon mr-de-haviland ms-madi mynerve nanum-brush-script nanum-pen-
  script nerko-one neucha nothing-you-could-do oooh-baby over-the-rainbow pacifico parisienne patrick-hand
  permanent-marker pinyon-script playpen-sans playwrite-be-wal playwrite-de-grund playwrite-es playwrite-fr-
  moderne playwrite-fr-trad playwrite-it-moderna poor-story puppies-play qwigley reenie-beanie rock-salt
  rouge-script ruthie sacramento satisfy schoolbell sedgwick-ave send-flowers shadows-into-light shantell-sans
  short-stack smooch sriracha sue-ellen-francisco sunshiney swanky-and-moo-moo tangerine the-girl-next-door
  vibur vujahday-script waiting-for-the-sunrise water-brush whisper yellowtail yomogi yusei-magic zeyada"
mkdir -p "$folder"
cd "$folder"
for font in $fonts; do
  [ -s "$font-latin-400-normal.woff" ] && continue
  archive=$(npm pack --silent "@fontsource/$font@$version")
  tar xzf "$archive" --strip-components=2 "package/files/$font-latin-400-normal.woff"
  tar xzOf "$archive" package/LICENSE > "$font.LICENSE"
  rm "$archive"
done
