#!/usr/bin/env bash
# Line coverage of src/ by the tests, folder by folder; fails below 90 %.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
packaging/install gcovr
packaging/build coverage -DBUILD_TESTING=ON
find build/coverage -name '*.gcda' -delete
ctest --test-dir build/coverage --output-on-failure -j "$(nproc)" -E structure
gcovr --root . --filter src/ --object-directory build/coverage --exclude-throw-branches --fail-under-line 90
