#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What is special to the Windows program, run under Wine: arguments, files and folders in Chinese, bytes that pass through
untouched, the place of the user's own database, locks, and a console that shows Chinese."""
import json
import os
import pathlib
import pty
import re
import select
import signal
import subprocess
import sys
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent / "contract"))
from program import Folder, PROGRAM, environment, main, run  # noqa: E402

REGISTER = "name,class,owner,status,number,filed\n历蜀记,43,成都某某公司,registered,1000001,2020-01-01\n"


def windows_path(path):
    """The path as a program sees it on the drive that Wine makes of the root."""
    return "Z:" + str(path).replace("/", "\\")


class Names(Folder):
    def test_argument(self):
        done = run("check", "历蜀记", "--goods", "火锅店", "--lang", "zh", "--format", "json")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        report = json.loads(done.stdout)
        self.assertEqual((report["name"], report["goods"], report["classes"]), ("历蜀记", ["火锅店"], [43]))

    def test_every_plane(self):
        for name in ("𠮷野家", "ÄÖß", "カフェ", "한글", "a b", 'a"b', "a\\", "/蜀", "😀蜀"):
            with self.subTest(name=name):
                done = run("check", "--format", "jsonl", "--fail-on", "never", "--", name)
                self.assertEqual(done.returncode, 0, done.stderr.decode())
                self.assertEqual(json.loads(done.stdout)["name"], name)

    def test_no_carriage_returns(self):
        for args in (("check", "历蜀记"), ("check", "历蜀记", "--format", "jsonl"), ("--help",), ("explain", "place-name")):
            with self.subTest(args=args):
                self.assertNotIn(b"\r", run(*args).stdout)

    def test_standard_input(self):
        """Ctrl+Z is a character as any other there, and a line may end as Windows ends it."""
        done = run("check", "--file", "-", "--format", "jsonl", "--fail-on", "never", stdin="历蜀记\r\n蜀\x1a记\r\n蜀山\n".encode())
        names = [json.loads(line)["name"] for line in done.stdout.splitlines()]
        self.assertEqual(names, ["历蜀记", "蜀\x1a记", "蜀山"], done.stderr.decode())


class Files(Folder):
    def setUp(self):
        super().setUp()
        self.place = self.folder / "商标 数据" / "历蜀记𠮷"
        self.place.mkdir(parents=True)

    def test_names_from_a_file(self):
        file = self.place / "名单.txt"
        file.write_text("历蜀记\n中国火锅\n", encoding="utf-8")
        for path in (file, windows_path(file)):
            with self.subTest(path=path):
                done = run("check", "--file", path, "--format", "jsonl", "--fail-on", "never")
                self.assertEqual(done.returncode, 0, done.stderr.decode())
                self.assertEqual([json.loads(line)["name"] for line in done.stdout.splitlines()], ["历蜀记", "中国火锅"])

    def test_output_file(self):
        out = self.place / "报告.jsonl"
        for _ in range(2):  # the second one replaces the first
            done = run("check", "历蜀记", "--output", windows_path(out), "--fail-on", "never")
            self.assertEqual((done.returncode, done.stdout), (0, b""), done.stderr.decode())
            self.assertEqual(json.loads(out.read_text(encoding="utf-8"))["name"], "历蜀记")
        self.assertEqual([f.name for f in self.place.iterdir()], [out.name])

    def test_other_database(self):
        done = run("check", "历蜀记", "--db", windows_path(self.place / "没有.db"))
        self.assertEqual(done.returncode, 3)
        self.assertIn("没有.db", done.stderr.decode())

    def test_marks_and_brands(self):
        marks = self.place / "商标.csv"
        marks.write_text(REGISTER, encoding="utf-8")
        done = run("check", "历蜀记", "--goods", "火锅店", "--marks", windows_path(marks), "--format", "jsonl")
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        self.assertIn("identical", [f["relation"] for f in json.loads(done.stdout)["findings"]])

    def test_own_database(self):
        register = self.place / "登记.csv"
        register.write_text(REGISTER, encoding="utf-8")
        database = self.place / "我的" / "marks.db"
        option = ("--user-db", windows_path(database))
        for words in (b"1 new", b"0 new"):
            done = run("db", "import", "--lang", "en", *option, windows_path(register))
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            self.assertIn(words, done.stdout)
        self.assertFalse((database.parent / "marks.pending").exists())
        self.assertEqual([f.name for f in database.parent.glob("*.index")],
                         (database.parent / "marks.current").read_text(encoding="utf-8").splitlines())
        done = run("check", "历蜀记", "--goods", "火锅店", "--format", "jsonl", *option)
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        earlier = [f["earlier_mark"] for f in json.loads(done.stdout)["findings"] if f["earlier_mark"]]
        self.assertEqual([(m["name"], m["source"]) for m in earlier], [("历蜀记", "登记")])
        out = self.place / "导出.csv"
        self.assertEqual(run("db", "export", *option, windows_path(out)).returncode, 0)
        self.assertIn("历蜀记,43,成都某某公司", out.read_text(encoding="utf-8"))
        self.assertEqual(run("db", "remove", "登记", *option).returncode, 0)
        self.assertEqual(list(database.parent.glob("*.index")), [])

    def test_packed_registers(self):
        import gzip
        import zipfile
        packed = self.place / "登记.csv.gz"
        packed.write_bytes(gzip.compress(REGISTER.encode()))
        zipped = self.place / "登记二.csv.zip"
        with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("登记.csv", REGISTER.replace("1000001", "1000002"))
        done = run("db", "import", "--lang", "en", "--user-db", windows_path(self.place / "a.db"), "--format", "csv",
                   windows_path(packed), windows_path(zipped))
        self.assertEqual(done.returncode, 0, done.stderr.decode() + done.stdout.decode())
        self.assertIn(b"2 new", done.stdout)

    def test_default_place(self):
        register = self.place / "登记.csv"
        register.write_text(REGISTER, encoding="utf-8")
        home = self.place / "用户"
        done = run("db", "import", windows_path(register), env={"XDG_DATA_HOME": windows_path(home)})
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertTrue((home / "tmsweep" / "marks.db").is_file())
        # Without it the folder of the user that Windows keeps for programs.
        done = run("db", "stats", "--json")
        self.assertIn("AppData\\Local\\tmsweep\\marks.db", json.loads(done.stdout)["database"])
        done = run("db", "stats", "--json", env={"TMSWEEP_USER_DB": windows_path(home / "另.db")})
        self.assertTrue(json.loads(done.stdout)["database"].endswith("另.db"))

    def test_one_writer_at_a_time(self):
        register = self.place / "登记.csv"
        rows = [f"蜀{chr(0x4E00 + i % 9000)}{chr(0x5E00 + i // 9000)},43,,registered,{2000000 + i}," for i in range(150_000)]
        register.write_text("name,class,owner,status,number,filed\n" + "\n".join(rows) + "\n", encoding="utf-8")
        option = ("--user-db", windows_path(self.place / "marks.db"))
        command = [PROGRAM, "db", "import", *option, windows_path(register)]
        with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as first:
            for _ in range(600):
                if (self.place / "marks.pending").exists() or first.poll() is not None:
                    break
                time.sleep(0.05)
            second = run("db", "import", *option, windows_path(register))
            first.communicate(timeout=300)
        self.assertEqual(first.returncode, 0)
        self.assertEqual(second.returncode, 3, second.stdout.decode())
        self.assertIn(b"another tmsweep", second.stderr)
        self.assertEqual(json.loads(run("db", "stats", "--json", *option).stdout)["marks"], 150_000)


class Batch(Folder):
    def test_order_on_several_threads(self):
        names = [f"{chr(0x4E00 + i)}{chr(0x5200 + i % 700)}记" for i in range(3000)]
        file = self.write("names.txt", "\n".join(names) + "\n")
        one = run("check", "--file", file, "--jobs", "1", "--format", "jsonl", "--fail-on", "never")
        four = run("check", "--file", file, "--jobs", "4", "--format", "jsonl", "--fail-on", "never")
        self.assertEqual((one.returncode, four.returncode), (0, 0))
        self.assertEqual(one.stdout, four.stdout)
        self.assertEqual([json.loads(line)["name"] for line in four.stdout.splitlines()], names)

    def test_reader_that_goes_away(self):
        names = self.write("names.txt", "历蜀记\n" * 20000)
        with subprocess.Popen([PROGRAM, "check", "--file", names, "--format", "jsonl"], env=environment(), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as child:
            child.stdout.readline()
            child.stdout.close()
            errors = child.stderr.read()
            child.wait(120)
        self.assertEqual(errors, b"")
        self.assertEqual(child.returncode, 141)


class Language(Folder):
    def test_of_the_system(self):
        """Without LANG and its kind Windows is asked, which is English in Wine without a locale."""
        env = environment()
        del env["LANG"]
        for locale, heading in (({}, "Coverage"), ({"LANG": "zh_CN.UTF-8"}, "检查范围"), ({"LANG": "en_US.UTF-8"}, "Coverage")):
            with self.subTest(locale=locale):
                done = subprocess.run([PROGRAM, "check", "ABCD"], env={**env, **locale}, capture_output=True, timeout=60, check=False)
                self.assertIn(heading, done.stdout.decode())


class Console(Folder):
    def seen(self, *args):
        """What the console shows, without control sequences."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(PROGRAM, [PROGRAM, *args], {**environment(), "TERM": "xterm-256color"})
        out, end = b"", time.monotonic() + 60
        while time.monotonic() < end:
            ready, _, _ = select.select([terminal], [], [], 3)
            if not ready:
                continue
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            out += piece
        os.close(terminal)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return re.sub(r"\x1b(\[[0-9;?]*[A-Za-z]|\].*?(\x07|\x1b\\)|[()].)", "", out.decode("utf-8", "replace"))

    def test_chinese_is_shown(self):
        shown = self.seen("check", "历蜀记", "--goods", "火锅店", "--lang", "zh")
        self.assertIn("历蜀记", shown.replace(" ", ""))


if __name__ == "__main__":
    main()
