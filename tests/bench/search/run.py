#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The search of earlier marks beside a full scan, SQLite FTS5 and PostgreSQL pg_trgm, at several sizes.

Everything runs one after the other on one machine, so that ratios hold where absolute times do not. Nothing is kept:
registers, indexes and the PostgreSQL cluster live in a work folder that is removed at the end."""
import argparse
import contextlib
import json
import math
import os
import pathlib
import pwd
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

GOALS = [  # (key, text, size, limit, whether the value must not exceed it)
    ("p50_us", "index p50 us", 10_000_000, 100, True),
    ("p99_us", "index p99 us", 10_000_000, 3000, True),
    ("scan_ratio", "scan mean / index mean", 10_000_000, 1000, False),
    ("bytes", "bytes a mark beside the registrations", 10_000_000, 50, True),
    ("rate", "marks laid out a second", 10_000_000, 200_000, False),
    ("process_ratio", "fresh process / empty process", None, 2.0, True),
]
ONE_ROUNDS = 150
PG_QUERIES = {100_000: 1000, 1_000_000: 300}
PG_FEW = 60


def percentiles(times):
    """p50, p99 and mean of seconds, in microseconds."""
    times = sorted(times)
    return {"p50_us": times[len(times) // 2] * 1e6, "p99_us": times[min(len(times) * 99 // 100, len(times) - 1)] * 1e6,
            "mean_us": statistics.mean(times) * 1e6}


def call(argv):
    """The JSON object that a command of bench_search prints."""
    run = subprocess.run([str(a) for a in argv], capture_output=True, text=True, check=False)
    sys.stderr.write(run.stderr)
    if not run.stdout:
        sys.exit(f"{argv}: exit {run.returncode}, nothing printed")
    return json.loads(run.stdout)


def names_of(marks):
    """Distinct names of a register, in its order."""
    last = None
    with open(marks, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            name = line.split("\t", 1)[0]
            if name != last:
                yield name
            last = name


def queries_of(path, most):
    """(name, source) of at most so many queries, spread evenly."""
    with open(path, encoding="utf-8") as lines:
        next(lines)
        rows = [line.rstrip("\n").split("\t")[1:3] for line in lines]
    n = min(most, len(rows))
    return [rows[i * len(rows) // n] for i in range(n)]


def recall_of(found, asked):
    """Share of the changed marks that were found, as text."""
    return f"{100 * found / asked:.0f}%" if asked else "-"


def fts5(marks, queries, work):
    """FTS5 with the trigram tokenizer, asked for any of the trigrams of the name."""
    file = work / "fts.sqlite"
    db = sqlite3.connect(file)
    db.execute("PRAGMA journal_mode=off")
    db.execute("PRAGMA synchronous=off")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(n, tokenize='trigram', detail=none)")
    start = time.perf_counter()
    db.executemany("INSERT INTO t(n) VALUES (?)", ((n,) for n in names_of(marks)))
    db.execute("INSERT INTO t(t) VALUES ('optimize')")
    db.commit()
    seconds = time.perf_counter() - start
    count = db.execute("SELECT count(*) FROM t").fetchone()[0]
    times, asked, found = [], 0, 0
    for name, source in queries:
        grams = {name[i:i + 3] for i in range(len(name) - 2)}
        match = " OR ".join('"' + g.replace('"', '""') + '"' for g in sorted(grams))
        begin = time.perf_counter()
        rows = db.execute("SELECT n FROM t WHERE t MATCH ?", (match,)).fetchall() if match else []
        times.append(time.perf_counter() - begin)
        if source:
            asked += 1
            found += (source,) in rows
    db.close()
    size = file.stat().st_size
    file.unlink()
    return {"peer": "FTS5 trigram", **percentiles(times), "recall": recall_of(found, asked), "rate": count / seconds,
            "bytes": size / count, "queries": len(times)}


class Postgres:
    """A cluster of its own on a socket in the work folder; it does not run as root."""

    def __init__(self, work):
        versions = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        self.bin = versions[-1].parent if versions else None
        self.missing = None if self.bin else "postgresql is not installed (Debian: postgresql)"
        contrib = [p for p in pathlib.Path("/usr/share/postgresql").glob("*/extension/pg_trgm.control")]
        if not self.missing and not contrib:
            self.missing = "pg_trgm is not installed (Debian: postgresql-contrib)"
        self.user = None
        if os.geteuid() == 0:
            try:
                self.user = pwd.getpwnam("postgres").pw_name
            except KeyError:
                self.missing = self.missing or "there is no user postgres"
        self.folder = work / "pg"

    def command(self, argv, **options):
        """Runs one of PostgreSQL's programs."""
        return subprocess.run([str(self.bin / argv[0]), *map(str, argv[1:])], user=self.user, cwd=self.folder, text=True,
                              check=True, stdin=subprocess.DEVNULL, **options)

    @contextlib.contextmanager
    def running(self):
        """The server, stopped again afterwards."""
        self.folder.mkdir(parents=True)
        if self.user:
            shutil.chown(self.folder, self.user)
        data = self.folder / "data"
        self.command(["initdb", "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], stdout=subprocess.DEVNULL)
        options = (f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off -c shared_buffers=1GB "
                   "-c maintenance_work_mem=1GB -c max_wal_size=4GB")
        self.command(["pg_ctl", "-D", data, "-w", "-l", self.folder / "log", "-o", options, "start"],
                     stdout=subprocess.DEVNULL)
        try:
            yield self
        finally:
            self.command(["pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"], stdout=subprocess.DEVNULL)
            shutil.rmtree(self.folder)

    def psql(self, script):
        """What psql prints for a script."""
        run = subprocess.run([str(self.bin / "psql"), "-h", str(self.folder), "-d", "postgres", "-AtqX", "-v",
                              "ON_ERROR_STOP=1"], input=script, user=self.user, cwd=self.folder, text=True, check=True,
                             stdout=subprocess.PIPE)
        return run.stdout


def pg_trgm(postgres, marks, queries):
    """Names alike by a third of their trigrams, through a GIN index; times as the server reports them."""
    with postgres.running() as server:
        file = server.folder / "names"
        with open(file, "w", encoding="utf-8") as out:
            out.writelines(n + "\n" for n in names_of(marks))
        file.chmod(0o644)
        start = time.perf_counter()
        server.psql("CREATE EXTENSION pg_trgm; CREATE TABLE m(n text);"
                    f"COPY m FROM '{file}'; CREATE INDEX i ON m USING gin (n gin_trgm_ops);")
        seconds = time.perf_counter() - start
        server.psql("VACUUM ANALYZE m;")
        count, size = (int(x) for x in server.psql(
            "SELECT count(*), pg_relation_size('i') + pg_relation_size('m') FROM m").split("|"))
        script = ["SET pg_trgm.similarity_threshold = 0.3; SET enable_seqscan = off;", "\\timing on"]
        for name, source in queries:
            name, source = (x.replace("'", "''") for x in (name, source))
            script.append(f"SELECT count(*), bool_or(n = '{source}') FROM m WHERE n % '{name}';")
        lines = server.psql("\n".join(script) + "\n").splitlines()
    times = [float(line.split()[1]) / 1000 for line in lines if line.startswith("Time:")]
    answers = [line for line in lines if "|" in line]
    hits = [answer.endswith("|t") for answer, (_, source) in zip(answers, queries) if source]
    return {"peer": "pg_trgm % 0.3", **percentiles(times), "recall": recall_of(sum(hits), len(hits)),
            "rate": count / seconds, "bytes": size / count, "queries": len(times)}


def fresh_process(search, empty, index, name):
    """Medians of a search in a process of its own and of an empty static process, in interleaved rounds."""
    devnull = os.open(os.devnull, os.O_RDWR)
    commands = [[empty], [search, "one", str(index), name]]
    times = [[], []]
    for round_number in range(ONE_ROUNDS + 5):
        for argv, spent in zip(commands, times):
            start = time.perf_counter()
            pid = os.posix_spawn(argv[0], argv, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, devnull, 1)])
            _, status = os.waitpid(pid, 0)
            if status != 0:
                sys.exit(f"{argv}: status {status}")
            if round_number >= 5:  # the first rounds fill the page cache
                spent.append(time.perf_counter() - start)
    os.close(devnull)
    return [statistics.median(t) * 1e6 for t in times]


def measure(size, args, work, postgres):
    """All rows of one size."""
    marks, queries, index = work / "marks.tsv", work / "queries.tsv", work / "index"
    subprocess.run([args.generate, str(size), args.words, str(marks), str(queries)], check=True)
    built = call([args.search, "build", marks, index])
    found = call([args.search, "query", index, queries, args.rounds])
    scans = max(4, min(2000, args.scan_marks // size))
    oracle = call([args.search, "oracle", index, queries, scans])
    cold = call([args.search, "cold", index, queries, 80])
    empty_us, one_us = fresh_process(args.search, args.empty, index, args.name)
    recall = found["recall"]["all"]
    result = {"size": size, "build": built, "query": found, "oracle": oracle, "cold": cold, "empty_us": empty_us,
              "one_us": one_us, "rows": []}
    base = {"rate": built["marks_per_second"], "bytes": built["bytes_a_mark"], "queries": found["queries"],
            "recall": recall_of(recall["found"], recall["asked"])}
    result["rows"].append({"peer": "index, all tiers", **found["all"], **base})
    result["rows"].append({"peer": "index, best 20", **found["top"], **base, "recall": "-"})
    result["rows"].append({"peer": "full scan", **oracle["scan"], "recall": recall_of(recall["related"], recall["asked"]),
                           "queries": oracle["queries"]})
    index.unlink()
    result["rows"].append(fts5(marks, queries_of(queries, 2000), work))
    if postgres.missing is None:
        result["rows"].append(pg_trgm(postgres, marks, queries_of(queries, PG_QUERIES.get(size, PG_FEW))))
    marks.unlink()
    return result


def show(result):
    """One size as a table."""
    rows = result["rows"]
    mean = rows[0]["mean_us"]
    print(f"\n{result['size']:,} marks, {result['build']['rows']:,} registrations")
    print(f"{'':<18} {'p50 us':>10} {'p99 us':>11} {'mean us':>11} {'/ index':>8} {'recall':>7} {'marks/s':>9} "
          f"{'B/mark':>7} {'queries':>8}")
    for row in rows:
        ratio = result["oracle"]["ratio"] if row["peer"] == "full scan" else row["mean_us"] / mean
        rate = f"{row['rate']:,.0f}" if "rate" in row else "-"
        size = f"{row['bytes']:.1f}" if "bytes" in row else "-"
        print(f"{row['peer']:<18} {row['p50_us']:>10.1f} {row['p99_us']:>11.1f} {row['mean_us']:>11.1f} "
              f"{ratio:>8.1f} {row['recall']:>7} {rate:>9} {size:>7} {row['queries']:>8}")
    q, o, c, b = result["query"], result["oracle"], result["cold"], result["build"]
    print(f"scan and index: {o['pairs']} pairs, {o['differences']} differences, {o['late']} found late; "
          f"scan / index on the same queries {o['ratio']}")
    print(f"candidates a hit {q['candidates_a_hit']:.1f}; hits {q['hits']:.1f}; keys and forms {q['prepare']['mean_us']:.1f} us")
    print(f"cold p50 {c['cold']['p50_us'] / 1000:.1f} ms, p99 {c['cold']['p99_us'] / 1000:.1f} ms; "
          f"fresh process {result['one_us']:.0f} us, empty {result['empty_us']:.0f} us, "
          f"ratio {result['one_us'] / result['empty_us']:.2f}")
    print(f"bytes a mark: texts {b['texts']} groups {b['text_groups']} first rows {b['first_rows']} "
          f"bucket groups {b['bucket_groups']} postings {b['postings']}; with registrations {b['bytes_a_mark_all']}; peak RSS {b['rss_bytes_a_mark']} a mark")
    kinds = [f"{k} {v['found']}/{v['asked']}" + ("" if v["found"] >= v["related"] else f" (related {v['related']})")
             for k, v in q["recall"].items()]
    print("sources found:", ", ".join(kinds))


def value_of(result, key):
    """What a goal asks for."""
    index = result["rows"][0]
    if key == "scan_ratio":
        return result["oracle"]["ratio"]  # of the same queries; the scan can only afford a few
    if key == "process_ratio":
        return result["one_us"] / result["empty_us"]
    return index[key]


def judge(results):
    """Prints the goals; whether all hold."""
    print()
    good = True
    for key, text, size, limit, at_most in GOALS:
        for result in results:
            if size is not None and result["size"] != size:
                continue
            value = value_of(result, key)
            holds = value <= limit if at_most else value >= limit
            good = good and holds
            print(f"goal {text}, {result['size']:,}: {value:,.2f} {'<=' if at_most else '>='} {limit:,}: "
                  f"{'holds' if holds else 'MISSED'}")
    differences = sum(r["oracle"]["differences"] for r in results)
    print(f"goal nothing lost against the scan: {'holds' if differences == 0 else f'MISSED, {differences} differences'}")
    return good and differences == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--generate", "--search", "--empty", "--words", "--work"):
        parser.add_argument(name, required=True)
    parser.add_argument("--sizes", default="100000,1000000,10000000")
    parser.add_argument("--rounds", type=int, default=3, help="of the queries; the best of each counts")
    parser.add_argument("--scan-marks", type=int, default=100_000_000, help="marks to compare in full scans at a size")
    parser.add_argument("--name", default="清华大学", help="searched in a fresh process")
    parser.add_argument("--strict", action="store_true", help="exit 1 when a goal is missed")
    parser.add_argument("--json", help="write the numbers to this file")
    args = parser.parse_args()

    work = pathlib.Path(args.work).resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    work.chmod(0o755)
    results = []
    try:
        postgres = Postgres(work)
        if postgres.missing:
            print("pg_trgm is left out:", postgres.missing)
        for size in (int(s) for s in args.sizes.split(",")):
            results.append(measure(size, args, work, postgres))
            show(results[-1])
            sys.stdout.flush()
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for small, large in zip(results, results[1:]):
        growth = math.log(large["rows"][0]["mean_us"] / small["rows"][0]["mean_us"]) / math.log(large["size"] / small["size"])
        print(f"growth of the mean, {small['size']:,} to {large['size']:,}: exponent {growth:.2f}")
    good = judge(results)
    if args.json:
        with open(args.json, "w", encoding="utf-8") as out:
            json.dump(results, out, ensure_ascii=False, indent=1)
    return 0 if good or not args.strict else 1


if __name__ == "__main__":
    sys.exit(main())
