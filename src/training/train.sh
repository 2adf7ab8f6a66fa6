#!/usr/bin/env bash
# Reproduces the models that Paperbridge ships, from public data.
#
#   src/training/train.sh DATA [OUT]      DATA may also be given as PAPERBRIDGE_DATA
#
# DATA holds mnist-train.npz, semeion-half.npz, isolated-characters-train.zip, french-lines-train.zip and
# prescription-words-train.zip (docs/reference/model-card.md says where they come from). OUT is target/training unless
# given; nothing in src/main changes until you copy the result there.
# Needs: apt-get install python3-torch python3-opencv python3-pil python3-numpy python3-fonttools python3-onnx wfrench npm
# fonts-ecolier-court fonts-dkg-handwriting fonts-breip fonts-femkeklaver fonts-rufscript.
# A graphics card did it in a quarter of an hour, everything side by side; on two cores it was only tried for a few steps.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
data=$(realpath "${1:-${PAPERBRIDGE_DATA:?give the data folder as argument or PAPERBRIDGE_DATA}}")
out=$(realpath -m "${2:-$top/target/training}")
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0
mkdir -p "$out"
"$here/fetch-fonts.sh" "$out/fonts"
for folder in ecolier-court fifthhorseman breip femkeklaver rufscript; do # Debian's fonts for lines, where installed
  cp -n "/usr/share/fonts/truetype/$folder/"*.ttf "$out/fonts/" 2>/dev/null || true
done
cd "$here"
"$python" -m paperbridge_training.train "$data" "$out/fonts" "$out/characters.pt"
mkdir -p "$out/nets"
"$python" -m paperbridge_training.crossfit learn "$data" "$out/fonts" "$out/nets"
"$python" -m paperbridge_training.crossfit read "$data" "$out/nets" "$out/crossfit.npz"
"$python" -m paperbridge_training.calibrate "$out/crossfit.npz" "$out/calibration.json"
"$python" -m paperbridge_training.export "$out/characters.pt" "$out/characters.onnx"
"$python" -m paperbridge_training.evaluate "$data" "$out/characters.pt" "$out/calibration.json" | tee "$out/evaluation.md"
"$python" -m paperbridge_training.line_train "$data" "$out/fonts" "${WORDS:-/usr/share/dict/french}" "$out/lines.pt"
"$python" -m paperbridge_training.line_export "$out/lines.pt" "$out/lines.onnx" "$out/lines.txt"
mkdir -p "$out/agreement"
"$python" -m paperbridge_training.agreement "$top/test-scans/handwriting" "$out/characters.pt" "$out/agreement"
echo "To ship it: cp $out/characters.onnx $out/calibration.json $out/lines.onnx $out/lines.txt $top/src/main/resources/models/"
echo "       and: cp $out/agreement/* $top/src/test/resources/org/paperbridge/read/"
