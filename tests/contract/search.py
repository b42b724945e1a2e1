#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the search for earlier marks promises: imported marks are found with what is known of them, a list gives the same
bytes on any number of threads, imitations are found among a shop's neighbours and little else is, hostile input stays
harmless."""
import csv
import io
import json
import pathlib
import random
import re
import shutil
import subprocess

import report
from program import Folder, PROGRAM, environment, main, run

DATE = ["--as-of", "2026-11-23"]
REGISTER = """商标名称,国际分类,申请人名称,商标状态,申请/注册号,申请日期
澄屿岚,30,甲有限公司,已注册,1234567,2019-05-01
霜桥渡,30,乙有限公司,已注销,1234568,2010-05-01
雾汀鹭,30,丙有限公司,等待实质审查,88888888,2026-08-01
"""
HOSTILE = ["\x1b[31m红旗袍\x1b[0m", "\x1b]8;;http://x\x07链接袍\x1b]8;;\x07", "左\u202e右旗袍", "\u2066旗袍左\u2069", "=cmd()旗袍", "+1旗袍",
           "-1旗袍", "@SUM旗袍", "旗\t袍帽", "::error::旗袍", "<script>旗袍</script>", "\u0085旗袍帽", "空\u200b格旗袍", "\u009b31m旗袍",
           "行\u2028旗袍", "\U000e0041旗袍帽"]
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
FORMATS = ("text", "tsv", "json", "jsonl")


class SearchTest(Folder):
    def assert_one_line(self, done, code, *words):
        errors = done.stderr.decode("utf-8")
        self.assertEqual(done.returncode, code, errors)
        self.assertEqual(len(errors.splitlines()), 1, errors)
        self.assertEqual(done.stdout, b"")
        for word in words:
            self.assertIn(word, errors)


class Imported(SearchTest):
    def setUp(self):
        super().setUp()
        self.database = str(self.folder / "mine/marks.db")
        self.register = self.write("register.csv", REGISTER)
        self.assertEqual(self.db("import", self.register).returncode, 0)

    def db(self, *args):
        return run("db", *args, "--user-db", self.database)

    def check(self, name, *args):
        done = run("check", name, "--class", "30", "--format", "json", "--user-db", self.database, *DATE, *args)
        self.assertIn(done.returncode, (0, 1), done.stderr.decode())
        document = json.loads(done.stdout)
        self.assertEqual(report.run_faults(document), [])
        return document

    def earlier(self, name, *args):
        return [f for f in self.check(name, *args)["findings"] if f["rule"] == "earlier-mark"]

    def similar(self, name, *args):
        done = run("similar", name, "--class", "30", "--format", "json", "--user-db", self.database, *args)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return json.loads(done.stdout)["rows"]

    def index(self):
        (file,) = pathlib.Path(self.database).parent.glob("*.index")
        return file

    def test_marks_are_found_with_what_is_known_of_them(self):
        for name, risk, owner, number, standing, status, articles in (
                ("澄屿岚", "high", "甲有限公司", "1234567", "registered", "已注册", ("30", "20")),
                ("霜桥渡", "low", "乙有限公司", "1234568", "dead", "已注销", ("30", "20")),
                ("雾汀鹭", "high", "丙有限公司", "88888888", "pending", "等待实质审查", ("31", "35"))):
            with self.subTest(name=name):
                (finding,) = self.earlier(name)
                self.assertEqual(finding["risk"], risk)
                mark = finding["earlier_mark"]
                self.assertEqual((mark["owner"], mark["number"], mark["standing"], mark["status"], mark["classes"], mark["source"]),
                                 (owner, number, standing, status, [30], "register"))
                self.assertEqual((finding["articles"]["2019"], finding["articles"]["2026"]), articles)
                text = run("check", name, "--class", "30", "--user-db", self.database, "--lang", "zh", *DATE).stdout.decode()
                for word in (owner, number, status):
                    self.assertIn(word, text)

    def test_similar_shows_number_and_status(self):
        for name, number, standing, status in (("澄屿岚", "1234567", "registered", "已注册"), ("霜桥渡", "1234568", "dead", "已注销"),
                                               ("雾汀鹭", "88888888", "pending", "等待实质审查")):
            with self.subTest(name=name):
                (row,) = self.similar(name)
                self.assertEqual(row["earlier_mark"], name)
                self.assertEqual((row.get("number"), row.get("standing"), row.get("status")), (number, standing, status))
                for fmt in ("text", "tsv"):
                    out = run("similar", name, "--class", "30", "--format", fmt, "--user-db", self.database).stdout.decode()
                    self.assertIn(number, out)
                    self.assertIn(status, out)

    def test_a_variant_of_an_imported_mark_is_found(self):
        for name, relation in (("澄屿兰", "homophone"), ("澄嶼嵐", "script"), ("澄屿岚茶叶", "affix"), ("chengyulan", "pinyin")):
            with self.subTest(name=name):
                self.assertEqual([(f["term"], f["relation"]) for f in self.earlier(name)], [("澄屿岚", relation)])
                self.assertEqual([(r["earlier_mark"], r["relation"], r["owner"]) for r in self.similar(name)], [("澄屿岚", relation, "甲有限公司")])

    def test_without_the_database_nothing_is_found(self):
        done = run("similar", "澄屿岚", "--format", "json")
        self.assertEqual(json.loads(done.stdout)["rows"], [])
        absent = self.folder / "absent.db"
        for command in ("similar", "check"):
            self.assert_one_line(run(command, "澄屿岚", "--user-db", str(absent)), 3, "absent.db", "db import")
        self.assertFalse(absent.exists())

    def test_removed_marks_vanish(self):
        self.write("other.csv", REGISTER.replace("澄屿岚", "汀禾燕").replace("1234567", "7654321").replace("霜桥渡", "砚桥苓").replace("雾汀鹭", "棠汀屿")
                   .replace("1234568", "7654322").replace("88888888", "7654323"))
        self.assertEqual(self.db("import", str(self.folder / "other.csv")).returncode, 0)
        self.assertEqual(len(self.earlier("澄屿岚")), 1)
        self.assertEqual(self.db("remove", "register").returncode, 0)
        self.assertEqual(self.earlier("澄屿岚"), [])
        self.assertEqual(self.similar("澄屿岚"), [])
        self.assertEqual(len(self.earlier("汀禾燕")), 1)
        self.assertEqual(self.db("remove", "other").returncode, 0)
        self.assertEqual(self.earlier("汀禾燕"), [])
        self.assertEqual(self.similar("汀禾燕"), [])

    def test_an_interrupted_import_is_named(self):
        pathlib.Path(self.database).with_name("marks.pending").touch()
        for lang, word in (("zh", "没有完成"), ("en", "not finished")):
            with self.subTest(lang=lang):
                self.assertIn(word, " ".join(self.check("澄屿岚", "--lang", lang)["coverage"]))
                done = run("similar", "澄屿岚", "--lang", lang, "--user-db", self.database)
                self.assertIn(word, done.stdout.decode().replace("\n   ", ""))
        self.assertEqual(len(self.earlier("澄屿岚")), 1)  # the index in force still answers
        self.assertEqual(self.db("reindex").returncode, 0)
        self.assertNotIn("没有完成", " ".join(self.check("澄屿岚", "--lang", "zh")["coverage"]))

    def test_a_first_import_that_was_interrupted_is_named(self):
        database = str(self.folder / "first.db")
        broken = self.write("broken.csv", REGISTER.replace(",30,乙", ",99,乙"))
        self.assertEqual(run("db", "import", "--strict", "--batch", "1", broken, "--user-db", database).returncode, 3)
        done = run("check", "澄屿岚", "--format", "json", "--lang", "zh", "--user-db", database, *DATE)
        self.assertIn("没有完成", " ".join(json.loads(done.stdout)["coverage"]))

    def test_marks_of_other_classes_are_not_called_well_known(self):
        for done in (run("similar", "澄屿岚", "--class", "43", "--lang", "en", "--format", "json", "--user-db", self.database),
                     run("check", "澄屿岚", "--class", "43", "--lang", "en", "--format", "json", "--all-classes", "--user-db", self.database, *DATE)):
            text = done.stdout.decode()
            self.assertIn('"澄屿岚"', text)
            self.assertNotIn("gives it as a well-known mark", text)

    def commands(self):
        listed = self.write("names.txt", "澄屿岚\n")
        for args in (("check", "澄屿岚"), ("check", "--file", listed), ("similar", "澄屿岚")):
            with self.subTest(args=args):
                yield args

    def test_a_damaged_index_is_refused_and_mended(self):
        whole = self.index().read_bytes()
        name = self.index()
        for content in (b"", whole[:50], whole[:200], b"x" * len(whole), whole[:8] + b"\xff" * 16 + whole[24:]):
            name.write_bytes(content)
            for args in self.commands():
                self.assert_one_line(run(*args, "--user-db", self.database), 3, "db reindex")
        name.unlink()
        for args in self.commands():
            self.assert_one_line(run(*args, "--user-db", self.database), 3, "db reindex")
        self.assertEqual(self.db("reindex").returncode, 0)
        self.assertEqual(len(self.earlier("澄屿岚")), 1)

    def test_a_damaged_note_of_the_index_is_refused_and_mended(self):
        note = pathlib.Path(self.database).with_name("marks.current")
        for content in ("\n", "../../etc/passwd\n", "marks-0000000000000000.index\n", "\x1b[31m\n"):
            note.write_text(content, encoding="utf-8")
            for args in self.commands():
                done = run(*args, "--user-db", self.database)
                self.assert_one_line(done, 3, "db reindex")
                self.assertNotIn(b"\x1b", done.stderr)
        self.assertEqual(self.db("reindex").returncode, 0)
        self.assertEqual(len(self.earlier("澄屿岚")), 1)

    def test_flipped_bytes_never_crash(self):
        whole = self.index().read_bytes()
        name = self.index()
        dice = random.Random(29)
        for _ in range(150):
            content = bytearray(whole)
            for _ in range(dice.randint(1, 8)):
                content[dice.randrange(len(content))] = dice.randrange(256)
            name.write_bytes(bytes(content))
            done = run("similar", "澄屿兰", "--format", "json", "--user-db", self.database)
            self.assertIn(done.returncode, (0, 3), done.stderr)
            self.assertLessEqual(len(done.stderr.splitlines()), 1)
            self.assertIsNone(ACTING.search(done.stdout.decode("utf-8", errors="replace")))

    def test_an_index_of_another_edition_is_refused_and_mended(self):
        root = self.folder / "root"
        shutil.copytree(report.ROOT / "data", root / "data")
        shutil.copytree(report.ROOT / "docs/rules", root / "docs/rules")
        words = root / "data/text/words.tsv"
        lines = words.read_text(encoding="utf-8").splitlines(keepends=True)
        words.write_text("".join(lines[:-1]), encoding="utf-8")
        other = str(self.folder / "other.db")
        self.assertEqual(run("db", "build", str(root / "data"), other).returncode, 0)
        for args in self.commands():
            self.assert_one_line(run(*args, "--db", other, "--user-db", self.database), 3, "db reindex", "edition")
        done = run("db", "reindex", "--db", other, "--user-db", self.database)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.earlier("澄屿岚", "--db", other)), 1)


class Threads(SearchTest):
    def test_any_number_of_threads_gives_the_same_bytes(self):
        dice = random.Random(31)
        han = [line.split("\t")[0] for line in (report.ROOT / "data/text/words.tsv").read_text(encoding="utf-8").splitlines()[1:]]
        names = [(dice.choice(han) + dice.choice(han)).encode() for _ in range(3000)]
        bad = (7, 255, 256, 257, 1500, 2999)
        for i in bad:
            names[i] = b"\xff\xfe" + names[i]
        names[700] = ("甲" * 300).encode()
        listed = self.write("names.txt", b"\n".join(names) + b"\n")
        for fmt in ("jsonl", "text", "json"):
            with self.subTest(fmt=fmt):
                runs = [run("check", "--file", listed, "--format", fmt, "--jobs", jobs, *DATE) for jobs in ("1", "4", "4", "13")]
                for done in runs:
                    self.assertEqual(done.returncode, 3)
                    self.assertTrue(done.stdout == runs[0].stdout, "standard output differs")
                    self.assertTrue(done.stderr == runs[0].stderr, "standard error differs")
        errors = [int(n) for n in re.findall(r"names\.txt:(\d+):", runs[0].stderr.decode())]
        self.assertEqual(errors, sorted([i + 1 for i in bad] + [701]))
        done = run("check", "--file", listed, "--format", "jsonl", "--jobs", "4", *DATE)
        reports = [json.loads(line) for line in done.stdout.decode().splitlines()]
        self.assertEqual([r["line"] for r in reports], list(range(1, 3001)))
        for i, r in enumerate(reports):
            if i in bad or i == 700:
                self.assertIsNone(r["verdict"])
            else:
                self.assertEqual(r["name"].encode(), names[i])

    def test_a_name_as_argument_comes_before_the_list(self):
        listed = self.write("names.txt", "".join(f"名{i}\n" for i in range(600)))
        done = run("check", "甲乙", "丙丁", "--file", listed, "--format", "jsonl", "--jobs", "4", "--fail-on", "never", *DATE)
        self.assertEqual([json.loads(line)["name"] for line in done.stdout.decode().splitlines()], ["甲乙", "丙丁", *(f"名{i}" for i in range(600))])


class Watch(SearchTest):
    SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤厉历李黎"
    ENDINGS = ["火锅", "小吃", "服饰", "旗舰店", "官方店", "食品", "面馆", "餐厅", "茶叶", "记火锅", "记", "家居", "母婴", "专卖店", "美妆", ""]

    @classmethod
    def shops(cls, count):
        """Made-up names of shops: nobody imitates anybody."""
        dice = random.Random(20261123)
        rows = (report.ROOT / "data/text/words.tsv").read_text(encoding="utf-8").splitlines()[1:]
        han = [w for w in (r.split("\t")[0] for r in rows) if 2 <= len(w) <= 3]
        rows = (report.ROOT / "data/text/en_words.tsv").read_text(encoding="utf-8").splitlines()[1:]
        latin = [w for w in (r.split("\t")[0] for r in rows) if 3 <= len(w) <= 9]
        for i in range(count):
            kind = i % 10
            if kind < 5:
                yield dice.choice(han) + dice.choice(cls.ENDINGS)
            elif kind < 8:
                yield dice.choice(cls.SURNAMES) + dice.choice(["", *"氏家老小大"]) + dice.choice(han) + dice.choice(cls.ENDINGS)
            else:
                yield dice.choice(latin).title() + " " + dice.choice(latin).title()

    def test_imitations_among_a_hundred_thousand_shops(self):
        wanted = {"历属记": 20_000, "厉蜀记火锅": 40_000, "历蜀記": 60_001, "lishuji": 99_999}
        names = list(self.shops(100_000))
        for name, at in wanted.items():
            names[at] = name
        listed = self.write("shops.txt", "\n".join(names) + "\n")
        done = run("watch", "--brand", "历蜀记", listed, "--format", "jsonl")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
        found = {r["name"]: r["line"] for r in rows}
        for name, at in wanted.items():
            self.assertEqual(found.get(name), at + 1, name)
        others = [(r["name"], r["relation"]) for r in rows if r["name"] not in wanted]
        self.assertLessEqual(len(others), 5, others)
        self.assertEqual([r["rank"] for r in rows], list(range(1, len(rows) + 1)))
        order = [("high", "medium", "low").index(r["risk"]) for r in rows]
        self.assertEqual(order, sorted(order))
        self.assertEqual(run("watch", "--brand", "历蜀记", listed, "--fail-on", "high").returncode, 1)

    def test_shapes_of_a_list(self):
        names = ["历属记", "老王面馆", "厉蜀记火锅"]
        for text in ("\n".join(names), "\ufeff" + "\r\n".join(names), "name\n" + "\n".join(names), "name,class\n" + "\n".join(f"{n},43" for n in names),
                     "\n".join(json.dumps({"name": n}) for n in names)):
            for place in ("file", "-", None):
                with self.subTest(text=text, place=place):
                    args = [self.write("list.txt", text)] if place == "file" else [place] if place else []
                    done = run("watch", "--brand", "历蜀记", "--format", "jsonl", *args, stdin=text.encode())
                    self.assertEqual(done.returncode, 0, done.stderr.decode())
                    self.assertEqual({json.loads(line)["name"] for line in done.stdout.decode().splitlines()}, {"历属记", "厉蜀记火锅"})

    def test_a_line_that_cannot_be_read_is_named_and_the_rest_is_read(self):
        text = "历属记\n".encode() + b"\xff\n" + ("甲" * 300).encode() + "\n厉蜀记\n".encode()
        done = run("watch", "--brand", "历蜀记", "--format", "jsonl", self.write("list.txt", text))
        self.assertEqual(done.returncode, 3)
        self.assertEqual([int(n) for n in re.findall(r"(?:line |list.txt:)(\d+)", done.stderr.decode())], [2, 3])
        self.assertEqual(len(done.stdout.splitlines()), 2)

    def test_the_file_of_a_row_is_told(self):
        one, two = self.write("one.txt", "甲店\n历属记\n"), self.write("two.txt", "乙店\n厉蜀记\n")
        done = run("watch", "--brand", "历蜀记", one, two, "--lang", "en")
        self.assertIn("one.txt", done.stdout.decode())
        self.assertIn("two.txt", done.stdout.decode())


class Hostile(SearchTest):
    def assert_harmless(self, out, fmt, rows):
        text = out.decode("utf-8")
        self.assertIsNone(ACTING.search(text), repr(text))
        if fmt != "tsv":
            self.assertNotIn("\t", text)
        if fmt == "tsv":
            table = list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))
            self.assertEqual({len(r) for r in table}, {len(table[0])})
            self.assertEqual(len(table), rows + 1)
            for row in table:
                for cell in row:
                    self.assertFalse(cell.startswith(("=", "+", "-", "@")), cell)
        elif fmt == "json":
            self.assertEqual(len(json.loads(text)["rows"]), rows)
            self.assertNotIn("<script>", text)
        elif fmt == "jsonl":
            self.assertEqual(len([json.loads(line) for line in text.splitlines()]), rows)
        elif fmt == "text":
            for line in text.splitlines():
                self.assertFalse(line.startswith("::"), line)  # a command to some build servers

    def test_names_brands_and_marks(self):
        for name in HOSTILE:
            marks = self.write("marks.jsonl", json.dumps({"name": name, "class": 25}) + "\n")
            shops = self.write("shops.jsonl", json.dumps({"name": name}) + "\n")
            for fmt in FORMATS:
                for args in (("similar", "--marks", marks, "--class", "25", "--limit", "1", "--", name), ("watch", "--brand=" + name, shops)):
                    with self.subTest(name=name, fmt=fmt, command=args[0]):
                        done = run(args[0], "--format", fmt, *args[1:])
                        self.assertEqual(done.returncode, 0, done.stderr.decode())
                        done.stderr.decode("utf-8")
                        self.assert_harmless(done.stdout, fmt, 1)

    def test_owners(self):
        rows = "".join(json.dumps({"name": f"旗袍{i}坊", "class": 25, "owner": n, "status": n, "number": str(i + 1)}) + "\n"
                       for i, n in enumerate(HOSTILE))
        database = str(self.folder / "mine.db")
        done = run("db", "import", self.write("register.jsonl", rows), "--user-db", database)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        for i, owner in enumerate(HOSTILE):
            for fmt in FORMATS:
                with self.subTest(owner=owner, fmt=fmt):
                    done = run("similar", f"旗袍{i}坊", "--class", "25", "--limit", "1", "--format", fmt, "--user-db", database)
                    self.assertEqual(done.returncode, 0)
                    self.assert_harmless(done.stdout, fmt, 1)

    def test_nul_in_a_list(self):
        listed = self.write("list.txt", b"\xe5\x8e\x86\x00\xe5\xb1\x9e\xe8\xae\xb0\n")
        for fmt in FORMATS:
            done = run("watch", "--brand", "历蜀记", listed, "--format", fmt)
            self.assertIn(done.returncode, (0, 3))
            self.assertNotIn(b"\x00", done.stdout + done.stderr)

    def test_messages(self):
        for args in (("similar", b"\xff\x9b31m"), ("similar", b"\x9b31m"), ("watch", "--brand", b"\x9b31m"), ("watch", "--brand", "\x1b[31m"),
                     ("similar", "\x1b[31m"), ("watch", "--brand", "甲乙丙", "\x1b[31m.txt"), ("similar", "甲", "--marks", "\x1b[31m.txt"),
                     ("similar", "甲", "--goods", "\x1b[31m"), ("similar", "甲", "--user-db", "/nonexistent/\x1b[31m")):
            with self.subTest(args=args):
                done = run(*args)
                self.assertNotIn(b"\x1b", done.stderr + done.stdout)
                self.assertIsNone(ACTING.search((done.stderr + done.stdout).decode("utf-8")))


class Usage(SearchTest):
    def test_mistakes(self):
        listed = self.write("list.txt", "甲乙\n")
        for args, code in ((("similar",), 2), (("similar", ""), 2), (("similar", "  "), 2), (("similar", b"\xff"), 2), (("similar", "甲" * 257), 2),
                           (("similar", "甲", "--class", "46"), 2), (("similar", "甲", "--format", "xml"), 2), (("similar", "甲", "--limit", "0"), 2),
                           (("similar", "甲", "乙"), 2), (("similar", "甲", "--marks", "/nonexistent"), 3), (("similar", "甲", "--marks", str(self.folder)), 3),
                           (("similar", "甲", "--db", "/nonexistent"), 3), (("watch",), 2), (("watch", listed), 2), (("watch", "--brand", "", listed), 2),
                           (("watch", "--brand", "  ", listed), 2), (("watch", "--brand", "★", listed), 2), (("watch", "--brand", b"\xff", listed), 2),
                           (("watch", "--brand", "甲乙", "--min-risk", "none", listed), 2), (("watch", "--brand", "甲乙", "--fail-on", "x", listed), 2)):
            with self.subTest(args=args):
                self.assert_one_line(run(*args), code)

    def test_unreadable_lists(self):
        for file in ("/nonexistent", str(self.folder)):
            with self.subTest(file=file):
                done = run("watch", "--brand", "历蜀记", file)
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertEqual(len(done.stderr.splitlines()), 1)
                self.assertNotIn("没有发现", done.stdout.decode())  # nothing was read

    def test_a_list_without_a_name_was_not_watched(self):
        for text in (b"", b"\n\n", b"name\n"):
            with self.subTest(text=text):
                done = run("watch", "--brand", "历蜀记", stdin=text)
                self.assertEqual(done.returncode, 3)
                self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_several_brands(self):
        done = run("watch", "--brand", "历蜀记", "--brand", "澄屿岚", "--format", "jsonl", stdin="厉蜀记\n澄屿兰\n".encode())
        self.assertEqual({(r["name"], r["earlier_mark"]) for r in map(json.loads, done.stdout.decode().splitlines())},
                         {("厉蜀记", "历蜀记"), ("澄屿兰", "澄屿岚")})

    def test_limit(self):
        marks = self.write("marks.txt", "".join(f"澄屿岚{n}\n" for n in ("茶叶", "火锅", "食品", "服饰", "小吃", "面馆")))
        for limit in (1, 3, 1000):
            rows = json.loads(run("similar", "澄屿岚", "--marks", marks, "--limit", str(limit), "--format", "json").stdout)["rows"]
            self.assertEqual(len(rows), min(limit, 6))

    def test_nobody_reads_on(self):
        listed = self.write("list.txt", "厉蜀记\n" * 20_000)
        marks = self.write("marks.txt", "厉蜀记\n")
        for args in (("watch", "--brand", "历蜀记", listed), ("similar", "历蜀记", "--marks", marks), ("check", "--file", listed, "--jobs", "4", "--quiet")):
            for to, codes in (("> /dev/full", (3,)), (">&-", (0, 1, 3)), ("| head -n 1 > /dev/null", (0, 1, 3, 141))):
                with self.subTest(args=args, to=to):
                    done = subprocess.run(["bash", "-c", f'"$0" "$@" {to}; exit "${{PIPESTATUS[0]}}"', PROGRAM, *args], capture_output=True,
                                          env=environment(), timeout=120, check=False)
                    self.assertIn(done.returncode, codes, done.stderr)
                    self.assertNotIn(b"terminate", done.stderr)
                    self.assertLessEqual(len(done.stderr.splitlines()), 1)


if __name__ == "__main__":
    main()
