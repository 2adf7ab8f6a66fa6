#!/usr/bin/env bash
# Writes anew what the stages make of every scan here; look at the difference before you commit it.
# A scan that is there is never made again: it stands for paper that was printed once.
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q -o test-compile -DskipTests
./mvnw -q -o dependency:build-classpath -Dmdep.outputFile=target/test-classpath -Dmdep.includeScope=test
exec java --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
  -cp "target/test-classes:target/classes:$(cat target/test-classpath)" \
  org.paperbridge.roundtrip.RemakeTestScans
