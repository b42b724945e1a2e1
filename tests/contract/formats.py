#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hostile names in every place and every format: each output is read by an independent parser, carries the findings of
json in their order, and holds no character that acts on a terminal, a spreadsheet, a browser or a runner.

Needs Debian's python3-jsonschema and python3-markdown-it."""
import json
import os
import subprocess
import unittest

import hostile
import parsers
from hostile import faults
from program import PROGRAM, Folder, environment, main, run

AT = ("--as-of", "2026-11-23", "--fail-on", "never")
FORMATS = ["text", *parsers.READ]


def starts(whole, name):
    """Whether a message begins with this name."""
    return whole == name or whole.startswith((name + "：", name + ": ", name + " ("))


class Formats(Folder):
    def outputs(self, *args, stdin=b"", lang="zh", codes=(0, 3)):
        """The text of every format for the same run, each proved clean."""
        out = {}
        for fmt in FORMATS:
            done = run("check", *AT, "--lang", lang, "--format", fmt, *args, stdin=stdin)
            with self.subTest(fmt=fmt):
                self.assertIn(done.returncode, codes, done.stderr[:300])
                self.assertEqual(faults(done.stdout, parsers.NEEDS.get(fmt, "")), [])
                self.assertEqual(faults(done.stderr), [])
            out[fmt] = done.stdout.decode("utf-8")
        return out

    def agree(self, *args, **more):
        """All formats parse and carry what json carries. Returns that."""
        out = self.outputs(*args, **more)
        want, errors = parsers.read_json(out["json"])
        for fmt, read in parsers.READ.items():
            with self.subTest(fmt=fmt):
                got, unchecked = read(out[fmt])
                self.assertEqual(unchecked, errors, "names that could not be checked")
                self.assertEqual([f[1] for f in got], [f[1] for f in want], "rules in order")
                for (name, _, matched), (wanted, rule, part) in zip(got, want):
                    if fmt in ("github", "checkstyle"):
                        self.assertTrue(starts(name, wanted), f"{rule}: {name[:200]!r} does not begin with {wanted!r}")
                    else:
                        self.assertEqual(name, wanted, rule)
                    self.assertIn(matched, (None, part), rule)
        return want, errors

    def test_lines_of_a_file(self):
        lines = [name.replace(b"\n", b" ") for _, name in hostile.corpus()]
        file = self.write("names.txt", b"\n".join(["平常".encode(), *lines]) + b"\n")
        for lang in ("zh", "en"):
            findings, errors = self.agree("--file", file, lang=lang)
            self.assertGreater(len(findings), 60)
            self.assertGreaterEqual(errors, 12)

    def test_json_lines_on_standard_input(self):
        lines = [json.dumps({"name": text, "goods": text[:100], "class": 30}) for _, text in hostile.texts()]
        self.agree("--file", "-", stdin=("\n".join(lines) + "\n").encode())

    def test_arguments(self):
        texts = [text for _, text in hostile.texts() if "\0" not in text and len(text) < 10_000]
        _, errors = self.agree("--", *texts, codes=(0, 2))
        self.assertGreaterEqual(errors, 3)  # empty, blank, too long

    def test_broken_arguments(self):
        names = [name for _, name in hostile.corpus() if b"\0" not in name and len(name) < 10_000]
        self.agree("--", *names, codes=(2,))
        for fmt in FORMATS:  # alone: nothing that could be taken for a report
            done = run("check", *AT, "--format", fmt, "--", b"\xff\x1b[31m")
            self.assertEqual((done.returncode, done.stdout, faults(done.stderr)), (2, b"", []), fmt)

    def test_each_name_alone(self):
        """One report a run, where json is no run object; in two formats, for the time it takes."""
        for what, text in hostile.texts():
            if "\0" in text or len(text) > 10_000:
                continue
            for fmt in ("text", "json"):
                with self.subTest(what=what, fmt=fmt):
                    done = run("check", *AT, "--format", fmt, "--", text)
                    self.assertIn(done.returncode, (0, 2))
                    self.assertEqual(faults(done.stdout) + faults(done.stderr), [])

    def test_goods(self):
        for what, name in hostile.corpus():
            if b"\0" in name or len(name) > 10_000:
                continue
            with self.subTest(what=what):
                done = run("check", *AT, "--format", "csv", "法国红酒", "--goods", name)
                self.assertIn(done.returncode, (0, 2))
                self.assertEqual(faults(done.stdout, parsers.NEEDS["csv"]) + faults(done.stderr), [])
                if done.stdout:
                    parsers.read_csv(done.stdout.decode("utf-8"))
        goods = [a for _, text in hostile.texts() if "\0" not in text and text.strip() and 0 < len(text) < 200 for a in ("--goods", text)]
        self.agree("法国红酒", "历蜀记", *goods)

    def test_names_of_files(self):
        names = [b"a\xff\x1b[31m.txt", "::error::,a=b:c%0A.txt".encode(), "<b>&\"'.txt".encode(), "名\u202e单\r.txt".encode(),
                 "=CMD().txt".encode(), "|[x](y)@z.txt".encode(), b"a b:c?#%41.txt"]
        files = []
        for name in names:
            path = os.fsencode(self.folder) + b"/" + name
            with open(path, "wb") as file:
                file.write("法国红酒\n\n历蜀记\n".encode() + b"\xff\n")
            files += [b"--file", path]
        findings, errors = self.agree(*files)
        self.assertEqual(errors, len(names))
        self.assertGreaterEqual(len(findings), len(names))
        for fmt in FORMATS:  # relative, and one that is not there
            done = run("check", *AT, "--format", fmt, "--file", names[1], "--file", b"no\xff\x1b[31m::error::", cwd=os.fsencode(self.folder))
            self.assertEqual(done.returncode, 3)
            self.assertEqual(faults(done.stdout, parsers.NEEDS.get(fmt, "")) + faults(done.stderr), [], fmt)

    def test_earlier_marks(self):
        rows = ["name,class"] + ['"' + text.replace('"', '""').replace("\n", " ") + '",30' for _, text in hostile.texts() if 0 < len(text) < 200]
        self.check_marks("\n".join(rows).encode(), "法国红酒", "<script>alert('法国')</script>", "=CMD|'/C calc'!A0 法国", "[法国](x)")
        # Broken bytes among the earlier marks: refused or passed over, and said cleanly.
        bad = self.write("bad.csv", b"name,class\n" + b"\n".join(n.replace(b"\n", b" ") for _, n in hostile.corpus()))
        for command in (("check", *AT, "法国"), ("similar", "法国")):
            done = run(*command, "--marks", bad)
            self.assertIn(done.returncode, (0, 1, 3))
            self.assertEqual(faults(done.stdout) + faults(done.stderr), [], command)

    def check_marks(self, marks, *names):
        file = self.write("marks.csv", marks)
        if run("check", *AT, names[0], "--marks", file).returncode == 3:
            self.skipTest("the list of marks is refused as a whole")
        self.agree("--marks", file, "--all-classes", "--", *names)

    def test_similar_and_watch(self):
        texts = [text for _, text in hostile.texts() if "\0" not in text and 0 < len(text) < 300]
        marks = self.write("marks.csv", "name,class\n" + "".join('"' + t.replace('"', '""').replace("\n", " ") + '",30\n' for t in texts))
        names = self.write("names.txt", b"\n".join(name.replace(b"\n", b" ") for _, name in hostile.corpus()))
        for fmt in ("text", "tsv", "json", "jsonl"):
            for command in (("watch", "--brand", "法国最好", "--brand", "=CMD法国", "--min-risk", "low", names),
                            ("similar", "法国最好", "--marks", marks), ("similar", "--", "\x1b[31m<b>红牛</b>\u202e")):
                with self.subTest(fmt=fmt, command=command[0]):
                    place = command.index("--") if "--" in command else len(command)
                    done = run(*command[:place], "--format", fmt, *command[place:])
                    self.assertIn(done.returncode, (0, 1, 3))
                    self.assertEqual(faults(done.stdout, parsers.NEEDS.get(fmt, "")) + faults(done.stderr), [])
                    self.check_table(fmt, done.stdout.decode("utf-8"))

    def check_table(self, fmt, text):
        if fmt == "tsv" and text:
            header, *rows = [line.split("\t") for line in text[:-1].split("\n")]
            for row in rows:
                self.assertEqual(len(row), len(header))
                for cell in row:
                    self.assertNotRegex(cell, parsers.FORMULA)
        elif fmt == "json" and text:
            json.loads(text)
        elif fmt == "jsonl":
            for line in text.split("\n")[:-1]:
                json.loads(line)

    def test_classes(self):
        for what, name in hostile.corpus():
            if b"\0" in name or len(name) > 10_000:
                continue
            for more in ((), ("--json",)):
                with self.subTest(what=what, more=more):
                    done = run("classes", *more, "--", name)
                    self.assertIn(done.returncode, (0, 1, 2))
                    self.assertEqual(faults(done.stdout) + faults(done.stderr), [])
                    if more and done.stdout:
                        json.loads(done.stdout)


class Sarif(Folder):
    def log(self, *args, lang="zh"):
        done = run("check", *AT, "--lang", lang, "--format", "sarif", *args)
        log = json.loads(done.stdout)
        self.assertEqual(parsers.sarif_faults(log), [])
        return done, log["runs"][0]

    def test_every_rule_has_its_page(self):
        for lang in ("zh", "en"):
            _, found = self.log("历蜀记", lang=lang)
            self.assertEqual(found["results"], [])
            listed = run("explain", "--list", "--lang", lang).stdout.decode().splitlines()
            rules = found["tool"]["driver"]["rules"]
            # Own words of the user's configuration are no rule of the law and have no page.
            self.assertEqual([r["id"] for r in rules], [name for name in (line.split()[0] for line in listed) if name != "own-term"])
            for rule in rules:
                self.assertTrue(rule["shortDescription"]["text"] and rule["fullDescription"]["text"])
                self.assertIn(rule["id"], rule["help"]["text"])
                self.assertTrue(any(rule["properties"]["articles"].values()), rule["id"])
                articles = rule["properties"]["articles"]["2019"]
                if not articles or any(":" in a for a in articles):
                    self.assertNotIn("helpUri", rule)
            self.assertTrue(all(r["helpUri"].startswith("https://www.cnipa.gov.cn/") for r in rules if r["id"] in ("place-name", "earlier-mark")))

    def test_regions(self):
        """A region is where the matched text stands in the file."""
        lines = ["历蜀记", "𠮷法国红酒", "我的最好"]
        file = self.write("names.txt", "\n".join(lines))
        done, found = self.log("--file", file)
        self.assertEqual(done.returncode, 0)
        self.assertTrue(found["results"])
        for result in found["results"]:
            place = result["locations"][0]["physicalLocation"]
            self.assertTrue(place["artifactLocation"]["uri"].endswith("/names.txt"))
            region = place["region"]
            if "startColumn" in region:
                line = lines[region["startLine"] - 1]
                self.assertEqual(line[region["startColumn"] - 1:region["endColumn"] - 1], result["properties"]["matched"])

    def test_exit_codes_stay(self):
        for fmt in FORMATS:
            with self.subTest(fmt=fmt):
                self.assertEqual(run("check", "中国", "--format", fmt).returncode, 1)
                self.assertEqual(run("check", "中国", "--format", fmt, "--fail-on", "never").returncode, 0)
                self.assertEqual(run("check", "--file", "-", "--format", fmt, stdin=b"\xff\n").returncode, 3)
                self.assertEqual(run("check", "--file", "/nonexistent", "--format", fmt).returncode, 3)

    def test_a_run_that_is_not_whole_says_so(self):
        for args in (("--file", "/nonexistent"), ("--file", "/dev/null")):
            done = run("check", "--format", "sarif", *args)
            self.assertEqual(done.returncode, 3)
            invocation = json.loads(done.stdout)["runs"][0]["invocations"][0]
            self.assertFalse(invocation["executionSuccessful"])
            self.assertTrue(invocation["toolExecutionNotifications"])
        for fmt, says in (("junit", b'errors="1"'), ("checkstyle", b'severity="error"'), ("github", b"::error "), ("csv", b"not-checked"),
                          ("tsv", b"not-checked"), ("markdown", b"/nonexistent")):
            self.assertIn(says, run("check", "--format", fmt, "--file", "/nonexistent").stdout, fmt)

    def test_same_bytes_with_any_number_of_threads(self):
        file = self.write("names.txt", b"".join(f"名{i}\n最好{i}\n".encode() + (b"\xff\n" if i % 50 == 0 else b"") for i in range(1500)))
        for fmt in FORMATS:
            one, four = (run("check", *AT, "--format", fmt, "--jobs", jobs, "--file", file).stdout for jobs in (1, 4))
            self.assertEqual(one, four, fmt)


class Accepted(Folder):
    REASON = "核实 <b>|\u202e=x ::error:: [a](b) {0}"

    def test_accepted_findings_are_shown_and_do_not_count(self):
        reason = self.REASON.replace("\u202e", "\\u202e")
        self.write(".tmsweep.toml", f'[[suppress]]\nname = "法国红酒"\nrule = "foreign-state"\nreason = "{reason}"\nexpires = 2099-01-01\n')
        def out(fmt):
            done = run("check", *AT, "--format", fmt, "法国红酒", cwd=self.folder)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(faults(done.stdout, parsers.NEEDS.get(fmt, "")), [], fmt)
            return done.stdout.decode("utf-8")
        said = hostile.shown(self.REASON)
        accepted = json.loads(out("json"))["accepted"]
        self.assertEqual([a["finding"]["rule"] for a in accepted], ["foreign-state"])
        for fmt in ("sarif", "csv", "tsv", "checkstyle", "junit", "markdown"):
            findings, _ = parsers.READ[fmt](out(fmt))
            self.assertIn("foreign-state", [f[1] for f in findings], fmt)
        log = json.loads(out("sarif"))
        states = {r["ruleId"]: r["suppressions"] for r in log["runs"][0]["results"]}
        self.assertEqual([s["justification"] for s in states.pop("foreign-state")], [said])
        self.assertTrue(states and not any(states.values()))
        self.assertIn(f"{said} (2099-01-01)", out("tsv"))
        self.assertIn("<skipped ", out("junit"))
        self.assertNotIn("foreign-state", out("github"))


class Memory(Folder):
    def test_memory_does_not_grow_with_the_list(self):
        """Ten times the names, nearly the same memory, also when every second name cannot be checked."""
        def peak(names, fmt):
            file = self.write("names.txt", ("最好茶\n".encode() + b"\xff\xfe\n") * (names // 2))
            script = ("import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);"
                      "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
            done = subprocess.run(["python3", "-c", script, PROGRAM, "check", "--file", str(file), "--format", fmt, "--jobs", "2"],
                                  capture_output=True, env=environment(), check=True)
            return int(done.stdout)
        for fmt in parsers.READ:
            few, many = peak(4_000, fmt), peak(40_000, fmt)
            self.assertLess(many, few + 12_000, f"{fmt}: {few} kB for 4,000 names, {many} kB for 40,000")


if __name__ == "__main__":
    main()
