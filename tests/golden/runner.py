#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the program on every case and compares all it says with what is kept beside the case.

A case is a folder of cases/: `args` (one argument a line), `env` (NAME=VALUE lines), any files the arguments name, `stdin` when it reads one,
and the expected `stdout`, `stderr` (absent: empty) and `exit`. UPDATE_GOLDEN=1 rewrites the expected files.
What changes with every edit of the tables (edition, number of terms, hash) is masked."""
import argparse
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent / "contract"))
import report  # noqa: E402

MASKS = [
    (re.compile(r'"database":\{"edition":"[^"]*","age_days":\d+,"terms":\d+,"marks":(\d+),"sha256":"[0-9a-f]{64}"\}'),
     r'"database":{"edition":"DATE","age_days":0,"terms":0,"marks":\1,"sha256":"HASH"}'),
    (re.compile(r'"database":\{"edition":"[^"]*","age_days":\d+,"sha256":"[0-9a-f]{64}"\}'), r'"database":{"edition":"DATE","age_days":0,"sha256":"HASH"}'),
    (re.compile(r"(数据库 |database )\d{4}-\d{2}-\d{2}(（已 | \(age in days: )\d+(\)|天）| 天）) · (词条 )?\d+( terms)? · [0-9a-f]{12}"),
     r"\1DATE\g<2>0\3 · \g<4>0\5 · HASH"),
    (re.compile(r'"semanticVersion":"[^"]*"'), '"semanticVersion":"VERSION"'),
    # The pages of all rules: tests/contract/formats.py looks at them.
    (re.compile(r'"rules":\[\{.*\}\],"notifications"'), '"rules":[],"notifications"'),
    (re.compile(r"^tmsweep \d+\.\d+\.\d+$", re.M), "tmsweep VERSION"),
    (re.compile(r'"tmsweep \d+\.\d+\.\d+"'), '"tmsweep VERSION"'),
]
TIMEOUT = 60
TODAY = "1795564800"  # 2026-11-25


def masked(text):
    for pattern, replacement in MASKS:
        text = pattern.sub(replacement, text)
    return text


def environment(case=None):
    """Only what a case names may reach the program: no locale, no colours, no database of the user's, a fixed day."""
    file = case / "env" if case else None
    extra = dict(line.split("=", 1) for line in file.read_text(encoding="utf-8").splitlines()) if file and file.exists() else {}
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TERM": "dumb", "TZ": "UTC", "XDG_DATA_HOME": "/nonexistent",
            "SOURCE_DATE_EPOCH": TODAY, **extra}


def run(program, case):
    args = (case / "args").read_text(encoding="utf-8").splitlines()
    stdin = case / "stdin"
    with open(stdin if stdin.exists() else os.devnull, "rb") as source:
        done = subprocess.run([program, *args], cwd=case, stdin=source, capture_output=True, env=environment(case),
                              timeout=TIMEOUT, check=False)
    return args, done


def documents(args, stdout):
    """The JSON documents of `check` among the output."""
    if args[:1] != ["check"]:
        return []
    fmt = args[args.index("--format") + 1] if "--format" in args else "text"
    if fmt == "json":
        return [json.loads(stdout)] if stdout else []
    return [json.loads(line) for line in stdout.splitlines()] if fmt == "jsonl" else []


def readable(text):
    """JSON spread over lines, so that a difference can be read."""
    try:
        return "\n".join(json.dumps(json.loads(line), ensure_ascii=False, indent=1)
                         for line in ([text] if text.startswith('{"schema":"tmsweep.run') else text.splitlines()))
    except ValueError:
        return text


def compare(case, name, got):
    file = case / name
    expected = file.read_bytes().decode("utf-8") if file.exists() else ""  # csv ends its lines with CR LF
    if got == expected:
        return []
    if os.environ.get("UPDATE_GOLDEN"):
        if got:
            file.write_bytes(got.encode("utf-8"))
        else:
            file.unlink(missing_ok=True)
        return []
    diff = list(difflib.unified_diff(readable(expected).splitlines(), readable(got).splitlines(), f"{name} (expected)",
                                     f"{name} (got)", lineterm="", n=2))
    return diff or [f"{name}: the same data in other bytes"]


def check(program, case):
    """Faults of one case, and the format it uses."""
    try:
        args, done = run(program, case)
    except subprocess.TimeoutExpired:
        return [f"takes longer than {TIMEOUT} s"]
    try:
        stdout, stderr = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"output is no UTF-8: {error}"]
    faults = compare(case, "stdout", masked(stdout))
    faults += compare(case, "stderr", masked(stderr))
    faults += compare(case, "exit", f"{done.returncode}\n")
    try:
        for document in documents(args, stdout):
            faults += report.run_faults(document)
    except ValueError as error:
        faults.append(f"output is no JSON: {error}")
    if "\x1b" in stdout and "always" not in args:
        faults.append("escape sequences although nothing asked for colour")
    return faults


def missing_formats(program, cases):
    """Formats that `check` takes and no case shows."""
    text = subprocess.run([program, "check", "--format", "?", "x", "--lang", "en"], capture_output=True, text=True, env=environment(), check=False).stderr
    known = re.search(r"is none of ([\w, -]+);", text)
    used = {a for case in cases for a in (case / "args").read_text(encoding="utf-8").splitlines()}
    return sorted(set(known.group(1).split(", ")) - used - {"text"}) if known else ["?"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("case", nargs="*", help="names of cases; default: all")
    args = parser.parse_args()
    program = str(pathlib.Path(args.program).resolve())
    every = sorted(p.parent for p in HERE.glob("cases/*/args"))
    cases = [c for c in every if not args.case or c.name in args.case]
    failed = 0
    for case in cases:
        faults = check(program, case)
        if faults:
            failed += 1
            print(f"--- {case.name}\n" + "\n".join(faults))
    for name in missing_formats(program, every):
        failed += 1
        print(f"--- no case shows --format {name}")
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
