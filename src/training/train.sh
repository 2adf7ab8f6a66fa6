#!/usr/bin/env bash
# Reproduces the character model that Paperbridge ships, from public data.
#
#   src/training/train.sh DATA [OUT]      DATA may also be given as PAPERBRIDGE_DATA
#
# DATA holds mnist-train.npz, semeion-half.npz and isolated-characters-train.zip (docs/reference/model-card.md says where
# they come from). OUT is target/training unless given; nothing in src/main changes until you copy the result there.
# Needs: apt-get install python3-torch python3-opencv python3-pil python3-numpy npm. One core, under an hour.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
data=$(realpath "${1:-${PAPERBRIDGE_DATA:?give the data folder as argument or PAPERBRIDGE_DATA}}")
out=$(realpath -m "${2:-$top/target/training}")
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0
mkdir -p "$out"
"$here/fetch-fonts.sh" "$out/fonts"
cd "$here"
"$python" -m paperbridge_training.train "$data" "$out/fonts" "$out/characters.pt"
"$python" -m paperbridge_training.crossfit "$data" "$out/fonts" "$out/crossfit.npz"
"$python" -m paperbridge_training.calibrate "$data" "$out/characters.pt" "$out/crossfit.npz" "$out/calibration.json"
"$python" -m paperbridge_training.export "$out/characters.pt" "$out/characters.onnx"
"$python" -m paperbridge_training.evaluate "$data" "$out/characters.pt" "$out/calibration.json" | tee "$out/evaluation.md"
mkdir -p "$out/agreement"
"$python" -m paperbridge_training.agreement "$top/test-scans/handwriting" "$out/characters.pt" "$out/agreement"
echo "To ship it: cp $out/characters.onnx $out/calibration.json $top/src/main/resources/models/"
echo "       and: cp $out/agreement/* $top/src/test/resources/org/paperbridge/read/"
