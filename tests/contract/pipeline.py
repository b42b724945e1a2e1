#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The program as a filter: JSON Lines in and out, split over processes by GNU parallel, `id` carried along."""
import csv
import io
import json
import subprocess
import unittest

from program import PROGRAM, Folder, environment, main, run

NAMES = ["历蜀记", "国酒", "康帅博", "百衣百顺", "-x", "=CMD()", "\u202e左", "tmsweep"]
QUIET = ("--fail-on", "never", "--as-of", "2026-11-23", "--format", "jsonl")


def rows(count):
    return [{"id": f"sku-{i}", "name": NAMES[i % len(NAMES)], "class": 1 + i % 45} for i in range(count)]


def text(items):
    return "".join(json.dumps(i, ensure_ascii=False) + "\n" for i in items).encode()


def answers(out):
    """Reports without the place in the file, which depends on how the names were split."""
    reports = [json.loads(line) for line in out.splitlines()]
    return [{k: v for k, v in r.items() if k not in ("line", "column", "file")} for r in reports]


class Filter(Folder):
    def test_split_over_processes_the_reports_are_those_of_one_process(self):
        names = text(rows(2000))
        whole = run("check", "--file", "-", *QUIET, stdin=names)
        self.assertEqual(whole.returncode, 0)
        split = subprocess.run(["parallel", "--will-cite", "--pipe", "--block", "20k", "--keep-order", "-j", "3", PROGRAM, "check", "--file", "-",
                                "--jobs", "1", *QUIET], input=names, capture_output=True, check=True, env={**environment(), "HOME": str(self.folder)})
        self.assertEqual(answers(split.stdout), answers(whole.stdout))

    def test_id_comes_back(self):
        for value in ("sku-1", "\x1b[31m\u202e", "中", 17, 3.5, -2, True, 9007199254740993):
            with self.subTest(value=value):
                done = run("check", "--file", "-", *QUIET, stdin=text([{"id": value, "name": "国酒"}]))
                self.assertEqual(done.returncode, 0)
                self.assertNotIn(b"\x1b", done.stdout)
                self.assertEqual(json.loads(done.stdout)["id"], value if isinstance(value, str) else json.dumps(value))

    def test_id_stands_in_sarif(self):
        done = run("check", "--file", "-", "--format", "sarif", "--fail-on", "never", stdin=text([{"id": "k7", "name": "国酒"}]))
        self.assertEqual({r["properties"]["id"] for r in json.loads(done.stdout)["runs"][0]["results"]}, {"k7"})

    def test_id_of_a_row_that_cannot_be_checked(self):
        done = run("check", "--file", "-", *QUIET, stdin=text([{"id": "a", "name": ""}, {"id": "b", "name": "国酒", "class": 99}, {"id": "c", "name": "国酒"}]))
        self.assertEqual(done.returncode, 3)
        self.assertEqual([(json.loads(line).get("id"), json.loads(line)["verdict"]) for line in done.stdout.splitlines()],
                         [("a", None), ("b", None), ("c", "high")])

    def test_id_of_an_object_without_a_name(self):
        done = run("check", "--file", "-", *QUIET, stdin=text([{"name": 5, "id": "k1"}, {"id": 7}]))
        self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["k1", "7"])

    def test_id_column_of_a_table(self):
        for separator in ",\t":
            table = f"id{separator}name\n7{separator}国酒\nx y{separator}历蜀记\n".encode()
            done = run("check", "--file", "-", *QUIET, stdin=table)
            self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["7", "x y"])

    def test_without_id_there_is_none(self):
        done = run("check", "--file", "-", *QUIET, stdin="国酒\n".encode())
        self.assertNotIn("id", json.loads(done.stdout))

    def test_id_stands_in_spreadsheets(self):
        done = run("check", "--file", "-", "--fail-on", "never", "--format", "csv", stdin=text([{"id": "=1+1", "name": "国酒"}]))
        row = next(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"))))
        self.assertEqual(row["id"], "'=1+1")


if __name__ == "__main__":
    main()
