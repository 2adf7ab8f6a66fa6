#!/usr/bin/env bash
# Makes a FHIR R4 export of invented patients with Synthea (Apache-2.0), as Bundles and as a bulk export, outside the
# repository, and loads all of it. Synthea lets every stay end, so the outcome to expect is a precise word on that.
#   src/training/synthea.sh FOLDER [PATIENTS]
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mkdir -p "$1" && cd "$1" && pwd)
people=${2:-30}
cat > "$folder/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.paperbridge</groupId>
  <artifactId>synthea-run</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.mitre.synthea</groupId>
      <artifactId>synthea</artifactId>
      <version>3.3.0</version>
    </dependency>
  </dependencies>
</project>
POM
"$top/mvnw" -q -B -f "$folder/pom.xml" dependency:copy-dependencies -DoutputDirectory="$folder/lib"
for kind in false true; do
  java -Xmx2g -cp "$folder/lib/*" App -p "$people" -s 42 -cs 42 -r 20261101 -e 20261101 \
    --exporter.baseDirectory "$folder/bulk-$kind" --exporter.years_of_history 1 \
    --exporter.fhir.bulk_data "$kind" Massachusetts > "$folder/synthea-$kind.log"
done
for kind in false true; do
  "$top/paperbridge" kit build --census "$folder/bulk-$kind"/fhir/*.*json --out "$folder/kits" --home "$folder/home" || echo "exit code $?"
done
