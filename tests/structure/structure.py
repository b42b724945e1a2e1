#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does the tree keep its own rules: who may include whom, one file a unit, sizes, sorted tables, allowed entries?"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SRC = ROOT / "src"

MAY_INCLUDE = {
    "app": {"compile", "config", "engine", "rules", "search", "lexicon", "text", "image", "store", "output", "import", "platform",
            "model"},
    "compile": {"search", "image", "text", "store", "model"},
    "engine": {"rules", "lexicon", "search", "text", "image", "model"},
    "rules": {"lexicon", "search", "text", "image", "model"},
    "lexicon": {"text", "image", "model"},
    "search": {"text", "image", "model"},
    "store": {"image", "model"},
    "output": {"text", "model"},
    "import": {"text", "platform", "model"},
    "config": {"text", "platform", "model"},
    "text": {"image", "model"},
    "image": {"model"},
    "platform": {"model"},
    "model": set(),
}
ONLY_IN = {"sqlite3.h": {"store"}, "sodium": {"store"}, "unicode/": {"text"}, "CLI/": {"app"}, "nlohmann/": {"import"}, "toml++/": {"config"},
           "expat.h": {"import"}, "zlib.h": {"import"}, "minizip/": {"import"},
           # What one system alone has.
           "unistd.h": {"platform"}, "poll.h": {"platform"}, "fcntl.h": {"platform"}, "sys/": {"platform"}, "windows.h": {"platform"},
           "io.h": {"platform"}}
MOST_LINES = {".cpp": 400, ".h": 300}
TOP_LEVEL = {"CMakeLists.txt", "src", "data", "docs", "tests", "packaging", "README.md", "CMakePresets.json", "LICENSE",
             "NOTICE", "CHANGELOG.md"}
# Rules that are program logic alone and need no list, and the one that search answers.
NO_LIST = {"only-descriptive", "too-simple", "hidden-character", "nonstandard-character", "earlier-mark"}
NO_CODE = {"earlier-mark"}

faults = []


def fault(path, line, text):
    faults.append(f"{path.relative_to(ROOT)}:{line}: {text}")


def tracked():
    out = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return [ROOT / name for name in out.split("\0") if name]


def check_source(path):
    folder = path.relative_to(SRC).parts[0]
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines[0].startswith("// SPDX-License-Identifier: Apache-2.0"):
        fault(path, 1, "has no SPDX line")
    if len(lines) > MOST_LINES[path.suffix]:
        fault(path, len(lines), f"is longer than {MOST_LINES[path.suffix]} lines")
    for number, line in enumerate(lines, 1):
        if found := re.match(r'#include "([a-z_]+)/', line):
            other = found.group(1)
            if other != folder and other not in MAY_INCLUDE[folder]:
                fault(path, number, f"{folder} may not include {other}")
        if found := re.match(r"#include <(.+)>", line):
            for header, folders in ONLY_IN.items():
                if found.group(1).startswith(header) and folder not in folders:
                    fault(path, number, f"only {'/'.join(sorted(folders))} may include {header}")


def check_units():
    code = {p.stem.replace("_", "-") for p in (SRC / "rules").glob("*.cpp")} | NO_CODE
    for folder, ending, needed in (("docs/rules", "md", code), ("tests/rules", "tsv", code),
                                   ("data/rules", "tsv", code - NO_LIST)):
        have = {p.stem for p in (ROOT / folder).glob(f"*.{ending}")}
        for rule in sorted(needed - have):
            faults.append(f"{folder}/{rule}.{ending}: is missing for src/rules/{rule.replace('-', '_')}.cpp")
        for rule in sorted(have - code):
            faults.append(f"{folder}/{rule}.{ending}: belongs to no rule")


def check_tables():
    for path in sorted((ROOT / "data").rglob("*.tsv")):
        rows = path.read_bytes().split(b"\n")
        if rows[-1] != b"":
            fault(path, len(rows), "does not end with a line feed")
        if rows[1:-1] != sorted(set(rows[1:-1])):
            fault(path, 1, "is not sorted (LC_ALL=C), or a row stands twice")


def check_sources():
    """Every source that a row names is described in data/SOURCES.md."""
    described = set(re.findall(r"^## ([a-z0-9-]+)$", (ROOT / "data/SOURCES.md").read_text(encoding="utf-8"), re.M))
    for path in sorted((ROOT / "data").rglob("*.tsv")):
        rows = path.read_text(encoding="utf-8").splitlines()
        header = rows[0].split("\t")
        if "source" not in header:
            continue
        column = header.index("source")
        for source in sorted({r.split("\t")[column] for r in rows[1:]} - described):
            fault(path, 1, f"source {source!r} is not described in data/SOURCES.md")


def main():
    for path in sorted(SRC.rglob("*")):
        if path.suffix in MOST_LINES:
            check_source(path)
    check_units()
    check_tables()
    check_sources()
    for path in tracked():
        top = path.relative_to(ROOT).parts[0]
        if top not in TOP_LEVEL and not top.startswith("."):
            fault(path, 1, "does not belong at the top level")
    print("\n".join(faults) or "the tree keeps its rules")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
