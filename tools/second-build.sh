#!/usr/bin/env bash
# Makes another build out of one, without compiling:  tools/second-build.sh FROM TO
# For the tests of an update: the page, the worker and the build's id differ, the scripts are the same.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
from=${1:?usage: tools/second-build.sh FROM TO}
to=${2:?usage: tools/second-build.sh FROM TO}

rm -rf "$to"
cp -a "$from" "$to"
sed -i 's|</head>|<!-- second build --></head>|' "$to/index.html"
"$root/tools/finish-dist.sh" "$to"
# A server tells two versions of a file apart by their second and their size, and a real build comes later.
find "$to" -type f -exec touch --date='1 minute' {} +
