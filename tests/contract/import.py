#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the user's own database promises: nothing is lost or doubled when an import is killed, the disk is full or a file
comes twice; what is no such database is refused in one line."""
import fcntl
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

from program import Folder, PROGRAM, environment, main, run

ROWS = 300_000
KILLS = 50
HAN = [chr(c) for c in range(0x4E00, 0x4E00 + 3000)]


def rows(count):
    """Rows of a register in which every tenth mark has a second row for another class, some of them far away."""
    dice = random.Random(7)
    out = []
    for i in range(count):
        name = "".join(dice.choices(HAN, k=dice.randint(2, 4)))
        number = 10_000_000 + i if i % 3 else ""
        out.append(f"{name},{i % 45 + 1},公司{i % 1000},registered,{number},2020-01-{i % 28 + 1:02d}")
    for i in range(1, count // 10):
        fields = out[i].split(",")
        fields[1] = str(int(fields[1]) % 45 + 1)
        if fields[4]:
            out[-i] = ",".join(fields)
    return out


class DatabaseTest(Folder):
    def database(self, name="one"):
        return self.folder / name / "marks.db"

    def stats(self, database):
        done = run("db", "stats", "--json", "--user-db", database)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return json.loads(done.stdout)

    def export(self, database):
        done = run("db", "export", "--user-db", database)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode()

    def load(self, database, *args, code=0):
        done = run("db", "import", "--lang", "en", "--user-db", database, *args)
        self.assertEqual(done.returncode, code, done.stderr.decode() + done.stdout.decode())
        return done.stdout.decode(), done.stderr.decode()

    def assert_index_in_force(self, database):
        folder = database.parent
        self.assertFalse((folder / "marks.pending").exists())
        name = (folder / "marks.current").read_text(encoding="utf-8").splitlines()[0]
        self.assertEqual([f.name for f in folder.glob("*.index")], [name])
        self.assertEqual(list(folder.glob("*.tmp")), [])
        self.assertFalse((folder / "marks.db-wal").exists())


class Disturbed(DatabaseTest):
    undisturbed = None

    @classmethod
    def setUpClass(cls):
        cls.held = tempfile.TemporaryDirectory()
        cls.register = pathlib.Path(cls.held.name) / "register.csv"
        cls.register.write_text("name,class,owner,status,number,filed\n" + "\n".join(rows(ROWS)) + "\n", encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.held.cleanup()

    def calm(self):
        """Export and duration of an import that nothing disturbs; done once."""
        if Disturbed.undisturbed is None:
            database = self.database("calm")
            begin = time.monotonic()
            self.load(database, "--batch", "2000", self.register)
            took = time.monotonic() - begin
            self.assert_index_in_force(database)
            Disturbed.undisturbed = self.export(database), took
        return Disturbed.undisturbed

    def test_killed_at_any_moment(self):
        expected, took = self.calm()
        dice = random.Random(11)
        kills, attempts, before, resumed = 0, 0, 0, 0
        database = self.database("0")
        while True:
            command = [PROGRAM, "db", "import", "--lang", "en", "--batch", "2000", "--user-db", database, self.register]
            with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
                try:
                    # At the end the import is left alone.
                    child.wait(dice.uniform(0, took / 8) if kills < KILLS else 120)
                    self.assertEqual(child.returncode, 0, child.stderr.read().decode())
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.wait()
                    kills += 1
                resumed += b"goes on" in child.stderr.read()
            if child.returncode != 0:
                now = self.stats(database)["marks"]
                self.assertGreaterEqual(now, before)
                before = now
                continue
            self.assertEqual(self.export(database), expected)
            self.assert_index_in_force(database)
            if kills >= KILLS:
                break
            attempts, before = attempts + 1, 0
            database = self.database(str(attempts))
        self.assertGreater(resumed, KILLS // 4)

    def test_file_size_limit(self):
        expected, _ = self.calm()
        database = self.database()
        for limit in (4096, 300_000, 3_000_000, 12_000_000):
            done = run("db", "import", "--batch", "20000", "--user-db", database, self.register,
                       preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
            self.assertEqual(done.returncode, 3, limit)
            self.assertNotIn(b"terminate", done.stderr)
            self.assertLessEqual(len(done.stderr.decode().splitlines()), 2)
            self.stats(database)
        self.load(database, "--batch", "20000", self.register)
        self.assertEqual(self.export(database), expected)
        self.assert_index_in_force(database)

    def test_full_disk(self):
        disk = self.folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", disk], capture_output=True, check=False).returncode != 0:
            self.skipTest("may not mount a small disk")
        self.addCleanup(subprocess.run, ["umount", disk], check=False)
        database = disk / "marks.db"
        _, errors = self.load(database, "--batch", "5000", self.register, code=3)
        self.assertIn("marks.db", errors)
        self.assertEqual(len(errors.splitlines()), 1)
        self.assertGreater(self.stats(database)["marks"], 0)
        subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
        _, errors = self.load(database, "--batch", "5000", self.register)
        self.assertIn("goes on", errors)
        self.assertEqual(self.export(database), self.calm()[0])

    def test_twice(self):
        database = self.database()
        self.load(database, self.register)
        once = self.export(database)
        out, _ = self.load(database, self.register)
        self.assertIn("marks: 0 new", out)
        self.assertEqual(self.export(database), once)
        out, _ = self.load(database, "--source", "other", self.register)
        self.assertIn("marks: 0 new", out)
        stats = self.stats(database)
        self.assertEqual(stats["by_source"]["register"], 0)
        self.assertEqual(stats["by_source"]["other"], stats["marks"])


class Import(DatabaseTest):
    HEADER = "name,class,owner,status,number,filed\n"

    def test_bad_records_are_counted_and_never_stop_the_rest(self):
        lines = [f"名{i},{99 if i % 2 else 30},甲,registered,{1000 + i},2020-01-01" for i in range(100)]
        file = self.write("a.csv", self.HEADER + "\n".join(lines) + "\n图形,3,甲,registered,7,2020-01-01\n")
        out, errors = self.load(self.database(), file)
        self.assertIn("50 new", out)
        self.assertIn("50 bad records, 1 figurative", out)
        self.assertEqual(len(errors.splitlines()), 21)
        self.assertIn("a.csv:3: ", errors)
        (source,) = json.loads(run("db", "list", "--json", "--user-db", self.database()).stdout)["sources"]
        self.assertEqual((source["name"], source["marks"], source["records"], source["faults"]), ("a", 50, 101, 50))

    def test_strict_keeps_the_batches_before_the_bad_record(self):
        lines = [f"名{i},30,甲,registered,{1000 + i},2020-01-01" for i in range(100)]
        lines[57] = lines[57].replace(",30,", ",99,")
        file = self.write("a.csv", self.HEADER + "\n".join(lines) + "\n")
        out, errors = self.load(self.database(), "--strict", "--batch", "10", file, code=3)
        self.assertIn("50 new", out)
        self.assertIn("not finished", out)
        self.assertEqual(len(errors.splitlines()), 1)
        self.assertEqual(self.stats(self.database())["marks"], 50)
        self.assertTrue(self.stats(self.database())["index_pending"])
        self.assertEqual(run("db", "reindex", "--user-db", self.database()).returncode, 0)
        self.assert_index_in_force(self.database())
        # The mended file is another file: it is read from its head.
        file.write_text(file.read_text(encoding="utf-8").replace(",99,", ",30,"), encoding="utf-8")
        out, _ = self.load(self.database(), "--strict", file)
        self.assertIn("50 new, 0 updated, 50 unchanged", out)

    def test_last_import_wins_and_offices_are_kept_apart(self):
        one = self.write("one.csv", self.HEADER + "旧,30,甲,registered,12345,2020-01-01\n")
        two = self.write("two.csv", self.HEADER + "新,35,乙,dead,12345,2020-01-01\n")
        self.load(self.database(), one)
        self.load(self.database(), two)
        self.assertEqual(self.export(self.database()).splitlines()[1:], ["新,35,乙,dead,dead,12345,2020-01-01,two"])
        self.load(self.database(), "--office", "us", one)
        self.assertEqual(self.stats(self.database())["marks"], 2)

    def test_columns_by_map(self):
        file = self.write("a.tsv", "商标\t类\n甲乙\t30\n")
        self.load(self.database(), "--map", "name=商标", "--map", "class=类", file)
        self.assertIn("甲乙,30", self.export(self.database()))

    def test_usage(self):
        file = self.write("a.csv", self.HEADER)
        odd = self.write("a.odd", self.HEADER)
        for args, code in (((), 2), (("--map", "name", file), 2), (("--batch", "0", file), 2), (("--format", "x", file), 2), ((odd,), 2),
                           (("--source", "a\nb", file), 2), (("/nonexistent.csv",), 3), ((self.folder, "--format", "csv"), 3), ((file,), 3)):
            with self.subTest(args=args):
                _, errors = self.load(self.database(), *args, code=code)
                self.assertEqual(len(errors.splitlines()), 1, errors)
        self.assertEqual(run("db", "remove", "b", "--user-db", self.database()).returncode, 2)
        self.assertEqual(run("db", "remove", "--user-db", self.database()).returncode, 2)

    def test_nothing_yet(self):
        absent = self.folder / "absent.db"
        self.assertEqual(run("db", "list", "--user-db", absent).returncode, 0)
        self.assertEqual(self.stats(absent)["marks"], 0)
        for command in (("export",), ("remove", "a"), ("reindex",)):
            self.assertEqual(run("db", *command, "--user-db", absent).returncode, 3)
        self.assertFalse(absent.exists())

    def test_place(self):
        file = self.write("a.csv", self.HEADER + "甲,30,,registered,1,\n")
        for env, place in (({"XDG_DATA_HOME": str(self.folder / "data"), "HOME": "/nonexistent"}, "data/tmsweep/marks.db"),
                           ({"XDG_DATA_HOME": "data", "HOME": str(self.folder / "home")}, "home/.local/share/tmsweep/marks.db"),
                           ({"TMSWEEP_USER_DB": str(self.folder / "mine/x.db")}, "mine/x.db")):
            with self.subTest(env=env):
                self.assertEqual(run("db", "import", file, env=env).returncode, 0)
                self.assertTrue((self.folder / place).is_file())
                self.assertEqual((self.folder / place).parent.stat().st_mode & 0o777, 0o700)
        self.assertTrue((self.folder / "mine/x.current").is_file())

    def test_damaged_or_foreign_database(self):
        file = self.write("a.csv", self.HEADER + "".join(f"名{i},30,甲,registered,{i + 1},2020-01-01\n" for i in range(2000)))
        whole = self.database()
        self.load(whole, file)
        bytes_ = whole.read_bytes()
        schema = bytearray(bytes_)
        schema[60:64] = (99).to_bytes(4, "big")
        foreign = self.folder / "foreign.db"
        subprocess.run([sys.executable, "-c", f"import sqlite3; sqlite3.connect({str(foreign)!r}).execute('CREATE TABLE a(b)')"], check=True)
        cases = {"text.db": b"no database " * 100, "short.db": bytes_[:5000], "holes.db": bytes_[:4096] + b"\xff" * (len(bytes_) - 4096),
                 "schema.db": bytes(schema)}
        for name, content in cases.items():
            (self.folder / name).write_bytes(content)
        (self.folder / "folder.db").mkdir()
        for name in (*cases, "foreign.db", "folder.db"):
            for command in (("stats",), ("list",), ("export",), ("remove", "a"), ("import", file), ("reindex",)):
                if name in ("short.db", "holes.db") and command[0] != "stats":
                    continue  # stats looks at every page, the others only at those they need
                with self.subTest(name=name, command=command[0]):
                    done = run("db", *command, "--user-db", self.folder / name)
                    errors = done.stderr.decode()
                    self.assertEqual(done.returncode, 3, errors)
                    self.assertEqual(len(errors.splitlines()), 1, errors)
                    self.assertIn(name, errors)

    def test_one_writer_at_a_time(self):
        file = self.write("a.csv", self.HEADER + "甲,30,,registered,1,\n")
        self.load(self.database(), file)
        with open(self.database().parent / "marks.lock", "rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for command in (("import", file), ("remove", "a"), ("reindex",)):
                done = run("db", *command, "--user-db", self.database())
                self.assertEqual(done.returncode, 3)
                self.assertIn(b"another tmsweep", done.stderr)
            self.assertEqual(self.stats(self.database())["marks"], 1)
        self.load(self.database(), file)

    def test_remove(self):
        one = self.write("one.csv", self.HEADER + "甲,30,,registered,1,\n")
        two = self.write("two.csv", self.HEADER + "乙,30,,registered,2,\n")
        self.load(self.database(), one, two)
        done = run("db", "remove", "one", "--lang", "en", "--user-db", self.database())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"1 marks of one removed", done.stdout)
        self.assertEqual(self.stats(self.database())["by_source"], {"two": 1})
        self.assert_index_in_force(self.database())
        self.assertEqual(run("db", "remove", "two", "--user-db", self.database()).returncode, 0)
        self.assertEqual(list(self.database().parent.glob("*.index")), [])
        self.assertFalse((self.database().parent / "marks.current").exists())

    def test_export(self):
        hostile = ["=CMD()", "+1", "-1", "@a", "\x1b[31m", "a,b", 'a"b', "\u202e右", "\uff1dA1"]
        file = self.write("a.csv", self.HEADER + "".join('"{}",30,,registered,{},\n'.format(n.replace('"', '""'), i + 1) for i, n in enumerate(hostile)))
        self.load(self.database(), file)
        lines = self.export(self.database()).splitlines()[1:]
        for line, begin in zip(lines, ("'=CMD()", "'+1", "'-1", "'@a", "\x1b", '"a,b"', '"a""b"', "‹U+202E›右", "'\uff1dA1")):
            self.assertTrue(line.startswith(begin + ",") or begin == "\x1b", line)
        done = run("db", "export", "--format", "jsonl", "--user-db", self.database())
        # A control character is read as a blank: nothing that a terminal would obey gets into the database.
        kept = [name.replace("\x1b", " ") for name in hostile]
        self.assertEqual([json.loads(line)["name"] for line in done.stdout.decode().splitlines()], kept)
        self.assertNotIn(b"\x1b", done.stdout)
        out = self.folder / "out.tsv"
        self.assertEqual(run("db", "export", "--user-db", self.database(), out).returncode, 0)
        self.assertEqual(out.read_text(encoding="utf-8").splitlines()[1].split("\t")[:2], ["'=CMD()", "30"])
        self.assertEqual(run("db", "export", "--user-db", self.database(), "/nonexistent/x").returncode, 3)
        self.assertEqual(run("db", "export", "--source", "b", "--user-db", self.database()).returncode, 2)
        # What is written can be read again.
        again = self.folder / "again.csv"
        run("db", "export", "--user-db", self.database(), again)
        out, _ = self.load(self.database(), again)
        self.assertIn("0 new", out)

    def test_languages(self):
        file = self.write("a.csv", self.HEADER + "甲,30,,registered,1,\n")
        for lang, words in (("zh", ("新增", "来源", "状态")), ("en", ("new", "source", "by standing"))):
            for command, word in zip((("import", file), ("list",), ("stats",)), words):
                self.assertIn(word, run("db", *command, "--lang", lang, "--user-db", self.database()).stdout.decode())


if __name__ == "__main__":
    main()
