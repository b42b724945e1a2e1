#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Start-up time of the program against an empty static program, and its peak memory.

Commands run in interleaved rounds, so that a busy machine slows all of them alike; medians and their ratios count."""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

MIB = 1024  # ru_maxrss counts KiB
COMMANDS = [
    ("empty", None, None),
    ("--version", ["--version"], 1.15),
    ("check 历蜀记 --goods 火锅店", ["check", "历蜀记", "--goods", "火锅店", "--lang", "zh"], 2.0),
    ("check 历蜀记 (jsonl)", ["check", "历蜀记", "--format", "jsonl", "--fail-on", "never"], None),
    ("explain foreign-state", ["explain", "foreign-state"], None),
]
RSS_GOAL_MIB = 40


def once(argv, devnull):
    """Microseconds from spawn to exit."""
    start = time.perf_counter_ns()
    pid = os.posix_spawn(argv[0], argv, os.environ, file_actions=[
        (os.POSIX_SPAWN_DUP2, devnull, 0), (os.POSIX_SPAWN_DUP2, devnull, 1), (os.POSIX_SPAWN_DUP2, devnull, 2)])
    _, status = os.waitpid(pid, 0)
    spent = (time.perf_counter_ns() - start) / 1000
    if os.WIFSIGNALED(status):
        sys.exit(f"{argv}: killed by signal {os.WTERMSIG(status)}")
    return spent


def peak_kib(argv):
    """Peak resident KiB. A child counts the pages of the one that spawned it, so a small program must do that."""
    if not shutil.which("time"):
        return 0
    run = subprocess.run([shutil.which("time"), "-f", "%M", *argv], stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE, text=True, check=False)
    return int(run.stderr.split()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--empty", required=True)
    parser.add_argument("--rounds", type=int, default=400)
    parser.add_argument("--strict", action="store_true", help="exit 1 when a goal is missed")
    parser.add_argument("--json", help="write the numbers to this file")
    args = parser.parse_args()

    lines = [[args.empty] if tail is None else [args.program, *tail] for _, tail, _ in COMMANDS]
    times = [[] for _ in lines]
    peaks = [peak_kib(argv) for argv in lines]
    devnull = os.open(os.devnull, os.O_RDWR)
    for round_number in range(args.rounds + 5):
        for i, argv in enumerate(lines):
            spent = once(argv, devnull)
            if round_number >= 5:  # the first rounds fill the page cache
                times[i].append(spent)

    base = statistics.median(times[0])
    missed = []
    result = []
    print(f"{'command':<34} {'median us':>10} {'p10':>8} {'p90':>8} {'ratio':>7} {'goal':>6} {'RSS MiB':>8}")
    for (name, _, goal), samples, peak in zip(COMMANDS, times, peaks):
        samples.sort()
        median = statistics.median(samples)
        ratio = median / base
        low, high = samples[len(samples) // 10], samples[len(samples) * 9 // 10]
        wide = sum(1 for c in name if ord(c) > 0x2E80)
        print(f"{name:<{34 - wide}} {median:>10.0f} {low:>8.0f} {high:>8.0f} {ratio:>7.2f} "
              f"{goal if goal else '-':>6} {peak / MIB:>8.1f}")
        result.append({"command": name, "median_us": median, "ratio": ratio, "rss_mib": peak / MIB})
        if goal and ratio > goal:
            missed.append(f"{name}: {ratio:.2f} > {goal}")
        if peak / MIB > RSS_GOAL_MIB:
            missed.append(f"{name}: {peak / MIB:.1f} MiB > {RSS_GOAL_MIB} MiB")
    for m in missed:
        print("goal missed:", m)
    if args.json:
        with open(args.json, "w", encoding="utf-8") as out:
            json.dump(result, out, ensure_ascii=False, indent=1)
    return 1 if missed and args.strict else 0


if __name__ == "__main__":
    sys.exit(main())
