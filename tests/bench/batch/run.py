#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Names checked a second on a list of 200,000, and instructions a name where valgrind is installed."""
import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

GOAL = 50_000
RUNS = [
    ("jsonl", ["--format", "jsonl"]),
    ("quiet text", ["--quiet"]),
]


def measure(argv):
    """Seconds by the clock, seconds of processor time, peak resident MiB."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as nothing:
        pid = os.posix_spawn(argv[0], argv, os.environ,
                             file_actions=[(os.POSIX_SPAWN_DUP2, nothing.fileno(), 1)])
        _, status, usage = os.wait4(pid, 0)
    spent = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{argv}: exit {os.waitstatus_to_exitcode(status)}")
    return spent, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def instructions(argv, work):
    """Instructions of one run under callgrind."""
    out = work / "callgrind.out"
    run = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *argv],
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--callgrind", action="store_true")
    parser.add_argument("--strict", action="store_true", help="exit 1 when the goal is missed")
    args = parser.parse_args()

    here = pathlib.Path(__file__).resolve().parent
    work = pathlib.Path(args.work)
    work.mkdir(parents=True, exist_ok=True)
    names = work / f"names-{args.count}.txt"
    subprocess.run([sys.executable, str(here / "names.py"), str(names), "--count", str(args.count)], check=True)
    missed = False
    print(f"{'format':<12} {'names/s':>9} {'names/cpu-s':>12} {'RSS MiB':>8}   goal {GOAL}")
    for name, options in RUNS:
        argv = [args.program, "check", "--file", str(names), "--fail-on", "never", "--lang", "zh", *options]
        rounds = [measure(argv) for _ in range(args.rounds)]
        rate = args.count / statistics.median(r[0] for r in rounds)
        cpu = args.count / statistics.median(r[1] for r in rounds)
        print(f"{name:<12} {rate:>9.0f} {cpu:>12.0f} {max(r[2] for r in rounds):>8.1f}"
              + ("" if rate >= GOAL else "   missed"), flush=True)
        missed = missed or rate < GOAL
    if args.callgrind and shutil.which("valgrind"):
        few = 2000
        small = work / f"names-{few}.txt"
        small.write_text("".join(names.read_text(encoding="utf-8").splitlines(True)[:few]), encoding="utf-8")
        one = work / "names-1.txt"
        one.write_text("历蜀记\n", encoding="utf-8")
        for name, options in RUNS:
            counts = [instructions([args.program, "check", "--file", str(f), "--fail-on", "never", *options], work)
                      for f in (one, small)]
            print(f"{name:<12} {(counts[1] - counts[0]) / (few - 1):>9.0f} instructions a name; "
                  f"{counts[0]} for a run of one")
    return 1 if missed and args.strict else 0


if __name__ == "__main__":
    sys.exit(main())
