#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the reading of names promises: every shape and encoding gives the same names with their true places, in bounded
memory, and nothing that could not be read passes for harmless."""
import csv
import io
import json
import random
import resource
import subprocess

import report
from program import Folder, PROGRAM, environment, main, run

DATE = ["--as-of", "2026-11-23", "--lang", "en"]
NAMES = ["历蜀记", "国酒", "a b", "百衣百顺", "𠀀龘记", "Zürich", "5\" 盘", "甲,乙", "{\"x\"}", "~/*"]
HOSTILE = ["\x1b[31m红\x1b[0m", "\x1b]8;;http://x\x07链\x1b]8;;\x07", "左\u202e右", "::error::名", "=CMD()", "空\u200b格", "\u0085名"]


class InputTest(Folder):
    def rows(self, file, *args, code=0):
        """(name, line, column) of each report, and what standard error says."""
        done = run("check", "--file", file, "--format", "jsonl", "--fail-on", "never", *DATE, *args)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        reports = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        for r in reports:
            self.assertEqual(report.run_faults(r), [])
        return [(r["name"], r.get("line"), r.get("column")) for r in reports], done.stderr.decode("utf-8")

    def assert_places(self, text, rows, written=lambda name: name):
        """Every name stands in the text where its row says."""
        lines = text.split("\n")
        for name, line, column in rows:
            self.assertTrue(lines[line - 1][column - 1:].startswith(written(name).split("\n")[0]), (name, line, column))


class Shapes(InputTest):
    def test_every_shape_gives_the_same_names_at_their_places(self):
        table = io.StringIO()
        csv.writer(table, quoting=csv.QUOTE_ALL).writerows([["price", "name"]] + [[i, n] for i, n in enumerate(NAMES)])
        escaped = lambda name: json.dumps(name, ensure_ascii=False)[1:-1]
        objects = [{"sku": i, "name": n} for i, n in enumerate(NAMES)]
        for file, text, args, written in (
                ("a.txt", "\n".join(NAMES), (), str),
                ("b.csv", table.getvalue(), (), lambda n: n.replace('"', '""')),
                ("c.csv", table.getvalue(), ("--column", "2"), lambda n: n.replace('"', '""')),
                ("d.tsv", "x\tname\n" + "".join(f"é\t{n}\n" for n in NAMES), (), str),
                ("e.jsonl", "".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects), (), escaped),
                ("f.json", json.dumps(objects, ensure_ascii=False, indent=2), (), escaped),
                ("g.json", json.dumps(NAMES, ensure_ascii=False), (), escaped),
                ("h.json", json.dumps({"a": {"b/c": objects}}, ensure_ascii=False, indent=1), ("--pointer", "/*/b~1c/*/name"), escaped)):
            with self.subTest(file=file):
                rows, errors = self.rows(self.write(file, text), *args)
                self.assertEqual([r[0] for r in rows], NAMES)
                self.assertEqual(errors, "")
                self.assert_places(text, rows, written)

    def test_random_tables_are_read_as_python_reads_them(self):
        chance = random.Random(4)
        for _ in range(20):
            records = [["goods", "name"]] + [[chance.choice(("", "茶", "茶\n叶,\n")), "".join(chance.choice("甲乙a,\" ") for _ in range(4)) + "丙"]
                                             for _ in range(50)]
            table = io.StringIO()
            csv.writer(table, quoting=csv.QUOTE_ALL).writerows(records)
            rows, _ = self.rows(self.write("random.csv", table.getvalue()))
            self.assertEqual([r[0] for r in rows], [r[1] for r in records[1:]])
            self.assert_places(table.getvalue(), rows, lambda name: name.replace('"', '""'))

    def test_a_column_or_pointer_that_is_not_there_is_no_clearance(self):
        table = self.write("a.csv", "sku,title\n1,历蜀记\n")
        self.assertIn("a.csv:1:1: there is no column 'titel'; the first line has: sku, title", self.rows(table, "--column", "titel", code=3)[1])
        document = self.write("a.json", "{\"products\": [{\"title\": \"历蜀记\"}]}")
        self.assertIn("--pointer /products/*/name leads to nothing", self.rows(document, "--pointer", "/products/*/name", code=3)[1])
        self.assertIn("/products/*/name", self.rows(document, code=3)[1])

    def test_wrong_options_are_mistakes(self):
        for args, word in ((("--encoding", "latin1"), "gb18030"), (("--pointer", "name"), "begins with '/'"), (("--pointer", "/a~b"), "~0 is ~")):
            for command in (("check", "--file", "x"), ("watch", "--brand", "甲", "x")):
                done = run(*command, *args)
                self.assertEqual(done.returncode, 2)
                self.assertIn(word, done.stderr.decode())


class Encodings(InputTest):
    def test_encodings_are_told_and_said(self):
        text = "name,class\r\n" + "".join(f"{n},43\r\n" for n in ("历蜀记", "国酒", "百衣百顺"))
        for encoding, said in (("utf-8", ""), ("utf-8-sig", ""), ("gb18030", "GB18030"), ("gbk", "GB18030"), ("utf-16", "UTF-16LE"),
                               ("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE")):
            with self.subTest(encoding=encoding):
                file = self.write("names.csv", text.encode(encoding))
                rows, errors = self.rows(file)
                self.assertEqual(rows, [("历蜀记", 2, 1), ("国酒", 3, 1), ("百衣百顺", 4, 1)])
                self.assertEqual(errors, f"tmsweep: {file}: read as {said}\n" if said else "")
                done = run("watch", "--brand", "历蜀记", "--lang", "zh", file)
                self.assertIn("历蜀记", done.stdout.decode())
                self.assertEqual(done.stderr.decode(), f"tmsweep: {file}: 按 {said} 读取\n" if said else "")
                self.assertEqual(run("check", "历蜀纪", "--class", "43", "--marks", file, *DATE).returncode, 1)
        traditional = self.write("names.txt", "國酒\n百衣百順\n".encode("big5"))
        self.assertEqual([r[0] for r in self.rows(traditional, "--encoding", "big5")[0]], ["國酒", "百衣百順"])

    def test_a_few_broken_bytes_do_not_make_it_another_encoding(self):
        lines = ["历蜀记".encode(), b"\xe5\x8e", "国酒".encode(), b"\xc0\xfa", "abc".encode()]
        rows, errors = self.rows(self.write("names.txt", b"\n".join(lines * 20)), code=3)
        self.assertEqual(len(rows), 100)
        self.assertNotIn("read as", errors)
        self.assertEqual(errors.count("invalid UTF-8"), 40)
        # Broken bytes beyond what the encoding is told from.
        rows, errors = self.rows(self.write("long.txt", "历蜀记\n".encode() * 9000 + b"\xc0\xfa\xca\xf1\n"), code=3)
        self.assertEqual(len(rows), 9001)
        self.assertIn("long.txt:9001:1: invalid UTF-8", errors)

    def test_bytes_of_no_character_are_not_checked(self):
        rows, errors = self.rows(self.write("names.txt", "历蜀记\n".encode("gbk") + b"\xc0\xfa\xff\n"), "--encoding", "gb18030", code=3)
        self.assertEqual(len(rows), 2)
        self.assertIn("names.txt:2:1: bytes that are no GB18030", errors)


class Hostile(InputTest):
    def test_what_was_read_before_broken_json_is_checked(self):
        file = self.write("a.json", "[\n \"国酒\",\n \"历蜀记\"\n \"甲\"]")
        rows, errors = self.rows(file, code=3)
        self.assertEqual([r[0] for r in rows[:2]], ["国酒", "历蜀记"])
        self.assertIn("a.json:4:4: not valid JSON: unexpected string literal", errors)
        self.assertEqual(len(errors.splitlines()), 1)

    def test_nothing_acts_on_a_terminal(self):
        for text in HOSTILE:
            for file, content, args in (("a.csv", f"name,class\n甲,{text}\n", ()), ("b.csv", f"{text},x\n甲,1\n", ("--column", "zz")),
                                        ("c.json", json.dumps([{"name": "甲", "class": text}]), ()), ("d.jsonl", f"{{\"x\":\"{text}\"}}\n", ())):
                with self.subTest(text=text, file=file):
                    done = run("check", "--file", self.write(file, content), *args, *DATE)
                    self.assertEqual(done.returncode, 3)
                    for out in (done.stdout.decode("utf-8"), done.stderr.decode("utf-8")):
                        self.assertNotRegex(out, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u200b]")

    def test_memory_stays_bounded(self):
        # More than 64 MiB each; the program itself needs less than 400 MiB, most of it its own file.
        parts = {"deep.json": (b"[" * (1 << 20), 70, 3), "blank.json": (b"[\"\xe7\x94\xb2\"," + b" " * (1 << 20), 70, 3),
                 "text.json": (b"[\"", 1, 3), "quote.csv": (b"name,goods\n\"", 1, 3)}
        for name, (block, times, code) in parts.items():
            with self.subTest(name=name):
                file = self.folder / name
                with file.open("wb") as out:
                    for _ in range(times):
                        out.write(block)
                    if times == 1:
                        for _ in range(80):
                            out.write(b"x" * (1 << 20))
                done = subprocess.run([PROGRAM, "check", "--file", str(file), "--jobs", "1", *DATE], capture_output=True, env=environment(), check=False,
                                      preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (200 << 20, 200 << 20)))
                self.assertEqual(done.returncode, code, done.stderr[-300:])


if __name__ == "__main__":
    main()
