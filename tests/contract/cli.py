#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the command line promises: exit codes, one clear line for each mistake, hostile input made harmless."""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import report
from program import PROGRAM, WINE, environment, main, run

ROOT = report.ROOT
DATE = ["--as-of", "2026-11-23"]
HOSTILE = ["\x1b[31m红\x1b[0m", "\x1b]8;;http://x\x07链\x1b]8;;\x07", "回\r车", "左\u202e右", "<script>alert(1)</script>", "行\u2028行",
           "::error::名", "=CMD()", "空\u200b格", "\u0085名", "\U000e0041标"]


def names(text, *args):
    """Exit code and reports of a batch read from standard input."""
    done = run("check", "--file", "-", "--format", "jsonl", *DATE, *args, stdin=text if isinstance(text, bytes) else text.encode())
    return done.returncode, [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()], done.stderr.decode()


class ExitCodes(unittest.TestCase):
    def test_a_list_without_a_name_was_not_checked(self):
        for text in (b"", b"\n\n", b"\xef\xbb\xbf", b"name\tclass\n"):
            done = run("check", "--file", "-", stdin=text)
            self.assertEqual(done.returncode, 3, text)
            self.assertIn(b"no name found", done.stderr)

    def test_control_characters_of_the_command_line_stay_out_of_messages(self):
        for args in (("check", "--format", "\x1b[31m", "a"), ("check", "--db", "\x1b[31m", "a"), ("\x1b[31m",)):
            self.assertNotIn(b"\x1b", run(*args).stderr)

    def test_threshold(self):
        for name, verdict in (("中国", "high"), ("历蜀记", "none")):
            for limit in ("high", "medium", "low", "never"):
                with self.subTest(name=name, limit=limit):
                    code = run("check", name, "--fail-on", limit, *DATE).returncode
                    self.assertEqual(code, 1 if verdict == "high" and limit != "never" else 0)

    def test_classes(self):
        for args, code in ((("火锅店",), 0), (("火锅店", "龘龘龘"), 1), (("25",), 0), (("2599",), 1), (("46",), 2), (("--list",), 0), ((), 2)):
            with self.subTest(args=args):
                self.assertEqual(run("classes", *args).returncode, code)
        if not WINE:  # where arguments are Unicode
            self.assertEqual(run("classes", b"\xff").returncode, 2)
        for text in HOSTILE:
            for form in ((), ("--json",)):
                with self.subTest(text=text, form=form):
                    out = run("classes", text, *form).stdout.decode("utf-8")
                    self.assertNotRegex(out, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028\u200b\U000e0041]")
        self.assertEqual(json.loads(run("classes", "--json", "茶叶").stdout)["schema"], "tmsweep.classes/1")

    def test_usage(self):
        for args, says in (((), "tmsweep check"), (("chek",), "did you mean 'check'"), (("check",), "no name"),
                           (("check", "甲", "--goodz"), "did you mean '--goods'"), (("check", "甲", "--class", "46"), "1 to 45"),
                           (("check", "甲", "--as-of", "2027-02-30"), "date"), (("check", "甲", "--format", "xml"), "xml"),
                           (("check", ""), "empty"), (("check", "  "), "no visible"), (("explain", "foreign-stat"), "foreign-state"),
                           (("explain",), "--list"), (("db",), "db info"), (("db", "inf"), "known")):
            with self.subTest(args=args):
                done = run(*args)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stdout, b"")
                self.assertIn(says, done.stderr.decode())

    def test_database(self):
        with tempfile.TemporaryDirectory() as folder:
            broken = pathlib.Path(folder) / "broken.db"
            broken.write_bytes(b"no database" * 100)
            empty = pathlib.Path(folder) / "empty.db"
            empty.write_bytes(b"")
            for file in (broken, empty, pathlib.Path(folder) / "absent.db", pathlib.Path(folder)):
                for command in (("check", "甲"), ("explain", "party"), ("db", "info"), ("db", "verify")):
                    with self.subTest(file=file.name, command=command):
                        done = run(*command, "--db", str(file))
                        self.assertEqual(done.returncode, 3)
                        self.assertEqual(len(done.stderr.decode().strip().splitlines()), 1)

    def test_unreadable_input(self):
        for args in (("--file", "/nonexistent"), ("甲", "--marks", "/nonexistent")):
            with self.subTest(args=args):
                self.assertEqual(run("check", *args).returncode, 3)


class Input(unittest.TestCase):
    @unittest.skipIf(WINE, "arguments are Unicode")
    def test_invalid_utf8_argument(self):
        done = subprocess.run([PROGRAM, "check", b"\xe4\xb8\xad\xff"], capture_output=True, env=environment(), check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("byte 4", done.stderr.decode())

    def test_batch_goes_on(self):
        code, reports, errors = names(b"\xe6\xb3\x95\xe5\x9b\xbd\n\xff\xfe\n" + ("甲" * 257).encode() + b"\n\xe5\x8e\x86\xe8\x9c\x80\xe8\xae\xb0\n", "--fail-on", "never")
        self.assertEqual(code, 3)
        self.assertEqual([r["verdict"] for r in reports], ["high", None, None, "none"])
        self.assertEqual([r["line"] for r in reports], [1, 2, 3, 4])
        self.assertIn("line 2", errors)
        for r in reports:
            self.assertEqual(report.run_faults(r), [])

    def test_limits(self):
        self.assertEqual(run("check", "甲" * 256).returncode in (0, 1), True)
        self.assertEqual(run("check", "甲" * 257).returncode, 2)

    def test_order_and_shapes(self):
        plain = [f"名{i}" for i in range(500)]
        for text in ("\n".join(plain), "\ufeff" + "\r\n".join(plain), "name\tgoods\tclass\n" + "\n".join(f"{n}\t茶\t30" for n in plain),
                     "name,goods\n" + "\n".join(f'"{n}","茶, 酒"' for n in plain), "\n".join(json.dumps({"name": n, "class": 30}) for n in plain)):
            code, reports, _ = names(text, "--fail-on", "never")
            self.assertEqual(code, 0)
            self.assertEqual([r["name"] for r in reports], plain)

    def test_hostile_names(self):
        for fmt in ("text", "json", "jsonl"):
            for name in HOSTILE:
                with self.subTest(fmt=fmt, name=name):
                    done = run("check", "--format", fmt, "--fail-on", "never", *DATE, "--", name)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    out = done.stdout.decode("utf-8")
                    for bad in ("\x1b", "\r", "\u202e", "\u2028", "\u200b", "\u0085", "\U000e0041"):
                        self.assertNotIn(bad, out.replace(name, "") if bad not in name else out)
                    if fmt != "text":
                        self.assertEqual(json.loads(out)["name"], name)
                        self.assertNotIn("<script>", out)

    def test_control_characters_do_not_break_the_schema(self):
        for name in ("国\n酒", "国\x1b酒", "国\t酒\x7f"):
            done = run("check", "--format", "json", "--fail-on", "never", *DATE, "--", name)
            document = json.loads(done.stdout)
            self.assertEqual(document["verdict"], "high")
            self.assertEqual(report.run_faults(document), [])

    def test_nul_and_long_lines(self):
        code, reports, _ = names(b"a\x00b\n" + b"x" * 2_000_000 + b"\nok\n", "--fail-on", "never")
        self.assertEqual(code, 3)
        self.assertEqual([r["verdict"] is None for r in reports], [False, True, False])


class Environment(unittest.TestCase):
    def test_language(self):
        for env, lang, text in (({"LC_ALL": "C.UTF-8"}, None, "检查范围"), ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, None, "Coverage"), ({"LC_ALL": "zh_CN.UTF-8"}, None, "检查范围"),
                                ({"LC_ALL": "zh_CN.UTF-8"}, "en", "Coverage")):
            with self.subTest(env=env, lang=lang):
                args = ["--lang", lang] if lang else []
                self.assertIn(text, run("check", "甲乙", *args, env=env).stdout.decode())

    def test_colour(self):
        self.assertNotIn(b"\x1b", run("check", "中国").stdout)
        self.assertIn(b"\x1b", run("check", "中国", "--color", "always").stdout)

    def test_closed_pipe(self):
        done = subprocess.run(f"'{PROGRAM}' check --file - --quiet | head -n 1", shell=True, input="名\n".encode() * 200_000,
                              capture_output=True, env=environment(), check=False)
        self.assertEqual(done.stderr, b"")

    def test_offline(self):
        if WINE or shutil.which("strace") is None:
            self.skipTest("strace is not installed, or shows the sockets of Wine")
        done = subprocess.run(["strace", "-f", "-e", "trace=network", PROGRAM, "check", "中国"], capture_output=True, env=environment(), check=False)
        self.assertNotIn(b"socket(", done.stderr)


class DatabaseBuild(unittest.TestCase):
    def build(self, folder, out):
        return run("db", "build", str(folder / "data"), str(out))

    def test_reproducible_and_strict(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            shutil.copytree(ROOT / "data", folder / "data")
            shutil.copytree(ROOT / "docs/rules", folder / "docs/rules")
            first, second = folder / "1.db", folder / "2.db"
            self.assertEqual(self.build(folder, first).returncode, 0)
            self.assertEqual(self.build(folder, second).returncode, 0)
            self.assertEqual(first.read_bytes(), second.read_bytes())
            self.assertEqual(run("db", "verify", "--db", str(first)).returncode, 0)
            self.assertEqual(run("check", "中国", "--db", str(first)).returncode, 1)
            info = run("db", "info", "--db", str(first)).stdout.decode()
            for word in ("edition", "image-sha256", "foreign-state", "guide2021"):
                self.assertIn(word, info)
            table = folder / "data/rules/red-cross.tsv"
            rows = table.read_text(encoding="utf-8").splitlines()
            table.write_text("\n".join([*rows[:3], rows[3].replace("\t", " ", 1), *rows[4:]]) + "\n", encoding="utf-8")
            done = self.build(folder, folder / "3.db")
            self.assertEqual(done.returncode, 3)
            self.assertIn("red-cross.tsv:4:", done.stderr.decode())
            self.assertFalse((folder / "3.db").exists())
            bytes_ = bytearray(second.read_bytes())
            bytes_[len(bytes_) // 2] ^= 0xFF
            second.write_bytes(bytes_)
            self.assertEqual(run("db", "verify", "--db", str(second)).returncode, 3)

    def test_other_schema(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            out = folder / "x.db"
            self.assertEqual(run("db", "build", str(ROOT / "data"), str(out)).returncode, 0)
            bytes_ = bytearray(out.read_bytes())
            bytes_[60:64] = (99).to_bytes(4, "big")  # user_version in the SQLite header
            out.write_bytes(bytes_)
            done = run("check", "甲", "--db", str(out))
            self.assertEqual(done.returncode, 3)
            self.assertIn("schema version 99", done.stderr.decode())


if __name__ == "__main__":
    main()
