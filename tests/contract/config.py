#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the configuration promises: where it is found, who wins, one line for each mistake, and what it may not do; suppressions
and baselines change the exit code and stay in the report."""
import json
import os
import pathlib
import unittest

import report
from program import Folder, environment, main, run

DATE = ["--as-of", "2026-11-23"]


class Configured(Folder):
    """A home with a project in it."""

    def setUp(self):
        super().setUp()
        self.home = self.folder / "home"
        self.project = self.home / "work" / "project"
        self.project.mkdir(parents=True)

    def user(self, text):
        file = self.home / ".config" / "tmsweep" / "config.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def own(self, text, folder=None):
        file = (folder or self.project) / ".tmsweep.toml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def go(self, *args, folder=None, env=None, stdin=b""):
        return run(*args, cwd=folder or self.project, env={"HOME": str(self.home), **(env or {})}, stdin=stdin)

    def shown(self, *args, **options):
        done = self.go("config", "show", "--json", *args, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def option(self, key, *args, **options):
        o = self.shown(*args, **options)["options"][key]
        return o["value"], o["level"], o["where"]

    def checked(self, *args, code=None, **options):
        done = self.go("check", *args, "--format", "json", *DATE, **options)
        if code is not None:
            self.assertEqual(done.returncode, code, done.stderr.decode())
        data = json.loads(done.stdout)
        self.assertEqual(report.run_faults(data), [])
        return data


class Found(Configured):
    def test_upwards_from_the_working_directory(self):
        self.own('lang = "en"\n')
        deep = self.project / "a" / "b" / "c"
        deep.mkdir(parents=True)
        self.assertEqual(self.option("lang", folder=deep), ("en", "project", "../../../.tmsweep.toml:1"))
        self.own('\nlang = "zh"\n', self.project / "a")
        self.assertEqual(self.option("lang", folder=deep), ("zh", "project", "../../.tmsweep.toml:2"))

    def test_not_above_home(self):
        self.own('lang = "en"\n', self.folder)
        self.assertEqual(self.option("lang")[1], "default")
        self.own('lang = "en"\n', self.home)
        self.assertEqual(self.option("lang")[1], "project")

    def test_xdg_and_home(self):
        self.user('lang = "en"\n')
        self.assertEqual(self.option("lang")[1], "user")
        xdg = self.folder / "xdg"
        (xdg / "tmsweep").mkdir(parents=True)
        (xdg / "tmsweep" / "config.toml").write_text('lang = "zh"\n')
        self.assertEqual(self.option("lang", env={"XDG_CONFIG_HOME": str(xdg)})[0], "zh")

    def test_paths_are_told(self):
        user = self.user("")
        done = self.go("config", "path")
        self.assertEqual(done.stdout.decode(), f"{user}\tread\n.tmsweep.toml\tnot there\n")
        self.own("")
        self.assertIn(b".tmsweep.toml\tread\n", self.go("config", "path").stdout)
        given = self.write("given.toml", "")
        self.assertEqual(self.go("config", "path", "--config", given).stdout.decode(), f"{given}\tread\n")

    @unittest.skipUnless(os.geteuid() == 0, "needs another user")
    def test_a_planted_file_is_not_read(self):
        os.chmod(self.project, 0o777)
        file = self.own('[rules]\nforeign-state = "off"\n')
        os.chown(file, 12345, 12345)
        done = self.go("check", "美国", *DATE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"belongs to someone else", done.stderr)

    def test_what_is_no_file(self):
        (self.project / ".tmsweep.toml").mkdir()
        done = self.go("check", "甲")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"no regular file", done.stderr)
        (self.project / ".tmsweep.toml").rmdir()
        os.mkfifo(self.project / ".tmsweep.toml")
        self.assertEqual(self.go("check", "甲").returncode, 2)


class Precedence(Configured):
    def test_the_stronger_wins(self):
        self.assertEqual(self.option("fail-on"), ("high", "default", None))
        user = self.user('fail-on = "low"\n')
        self.assertEqual(self.option("fail-on"), ("low", "user", f"{user}:1"))
        self.own('fail-on = "medium"\n')
        self.assertEqual(self.option("fail-on"), ("medium", "project", ".tmsweep.toml:1"))
        env = {"TMSWEEP_FAIL_ON": "never"}
        self.assertEqual(self.option("fail-on", env=env), ("never", "environment", "TMSWEEP_FAIL_ON"))
        self.assertEqual(self.go("check", "美国", *DATE, env=env).returncode, 0)
        self.assertEqual(self.go("check", "美国", "--fail-on", "low", *DATE, env=env).returncode, 1)
        self.assertEqual(self.option("lang", "--lang", "en"), ("en", "flag", "--lang"))

    def test_config_and_no_config(self):
        self.user('fail-on = "never"\n')
        self.own('fail-on = "never"\n')
        given = self.write("given.toml", 'lang = "en"\n')
        self.assertEqual(self.go("check", "美国", *DATE).returncode, 0)
        self.assertEqual(self.go("check", "美国", "--no-config", *DATE).returncode, 1)
        self.assertEqual(self.go("check", "美国", "--config", given, *DATE).returncode, 1)
        self.assertEqual(self.go("check", "美国", *DATE, env={"TMSWEEP_CONFIG": str(given)}).returncode, 1)
        self.assertEqual(self.go("check", "美国", "--config", self.folder / "absent").returncode, 2)

    def test_options_of_a_file_are_used(self):
        self.own('lang = "en"\nformat = "json"\ngoods = ["茶"]\nclass = [30, 43]\nas-of = 2027-01-02\n')
        data = json.loads(self.go("check", "历蜀记").stdout)
        self.assertEqual((data["goods"], data["classes"], data["as_of"]), (["茶"], [30, 43], "2027-01-02"))
        data = json.loads(self.go("check", "历蜀记", "--goods", "酒", "--class", "33").stdout)
        self.assertEqual((data["goods"], data["classes"]), (["酒"], [33]))
        data = json.loads(self.go("check", "历蜀记", env={"TMSWEEP_CLASS": "25,35", "TMSWEEP_GOODS": "鞋;帽"}).stdout)
        self.assertEqual((data["goods"], data["classes"]), (["鞋", "帽"], [25, 35]))
        self.assertIn(b"Own banned word", self.go("explain", "own-term").stdout)

    def test_own_marks(self):
        (self.project / "own.csv").write_text("name,class\n历蜀记,43\n", encoding="utf-8")
        self.own('marks = ["own.csv"]\n')
        sub = self.project / "sub"
        sub.mkdir()
        for folder in (self.project, sub):
            self.assertEqual(self.go("check", "历蜀记", "--class", "43", *DATE, folder=folder).returncode, 1)
        other = self.write("other.csv", "name,class\n另一个,43\n")
        self.assertEqual(self.go("check", "历蜀记", "--class", "43", "--marks", other, *DATE).returncode, 0)
        both = ("--marks", other, "--marks", "own.csv")
        self.assertEqual(self.go("check", "历蜀记", "--class", "43", *both, *DATE).returncode, 1)


class Mistakes(Configured):
    def test_one_line_each(self):
        for text, says in (('formt = "json"', ".tmsweep.toml:1: unknown key 'formt', did you mean 'format'?"),
                           ('\n[rules]\nplace-nam = "off"', ".tmsweep.toml:3: unknown rule 'place-nam', did you mean 'place-name'?"),
                           ('format = "sarrif"', ".tmsweep.toml:1: 'format': 'sarrif' is none of"),
                           ("x = [", ".tmsweep.toml:1: no valid TOML"), ('marks = ["/etc/passwd"]', "leaves the folder"),
                           ('marks = ["../x"]', "leaves the folder"), ('user-db = "x"', "TMSWEEP_USER_DB"),
                           ('output = "x"', "unknown key"), (b"\0", "no valid TOML"), (b"\xff", "no valid TOML"),
                           (b"\xef\xbb\xbf\x1b", "no valid TOML"), ('"a\\u001b[31m" = 1', "unknown key"),
                           ("[" + "a." * 100000 + "a]", "200 dots"), ("a = " + "[" * 100000, "no valid TOML"),
                           ("#" * (5 << 20), "4 MiB"), ('[[terms]]\ntext = "x"', "has no 'risk'")):
            with self.subTest(text=text[:40]):
                self.own(text)
                for args in (("check", "甲"), ("config", "show"), ("similar", "甲")):
                    done = self.go(*args)
                    self.assertEqual(done.returncode, 2, done.stderr[:200])
                    self.assertEqual(done.stdout, b"")
                    self.assertIn(says, done.stderr.decode())
                    self.assertEqual(done.stderr.count(b"\n"), 1)
                    self.assertNotIn(b"\x1b", done.stderr)
        self.assertEqual(self.go("check", "--help").returncode, 0)
        self.assertEqual(self.go("check", "甲", "--no-config").returncode, 0)

    def test_variables(self):
        done = self.go("check", "甲", env={"TMSWEEP_FORMAT": "jsn"})
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"TMSWEEP_FORMAT: 'jsn' is none of", done.stderr)
        for name, warned in (("TMSWEEP_FORMT", b"did you mean TMSWEEP_FORMAT?"), ("TMSWEEP_BUILD", b""), ("TMSWEEP_VERSION", b"")):
            done = self.go("check", "甲", env={name: "x"})
            self.assertEqual(done.returncode, 0)
            self.assertIn(warned, done.stderr)
            self.assertEqual(done.stderr == b"", warned == b"")
        self.assertEqual(self.go("check", "甲", env={"TMSWEEP_FORMAT": ""}).returncode, 0)

    def test_flags(self):
        for args, says in ((("--disable", "place-nam"), "did you mean 'place-name'"), (("--grade", "place-name"), "RULE=RISK"),
                           (("--grade", "place-name=off"), "RULE=RISK"), (("--grade", "x=low"), "unknown rule"),
                           (("--disable", "\x1b[31m"), "unknown rule")):
            done = self.go("check", "甲", *args)
            self.assertEqual(done.returncode, 2)
            self.assertIn(says, done.stderr.decode())
            self.assertNotIn(b"\x1b", done.stderr)
        for args in (("config",), ("config", "shw"), ("config", "show", "x"), ("baseline",), ("baseline", "crate", "f", "甲"),
                     ("baseline", "create"), ("baseline", "create", "f")):
            self.assertEqual(self.go(*args).returncode, 2, args)


class Policy(Configured):
    def test_rules_off_and_graded(self):
        self.own('[rules]\nforeign-state = "off"\n')
        data = self.checked("美国", code=0)
        self.assertNotIn("foreign-state", [f["rule"] for f in data["findings"]])
        self.assertTrue(any("foreign-state" in c for c in data["coverage"]))
        data = self.checked("美国", "--grade", "foreign-state=low", "--lang", "en", code=0)
        self.assertEqual([f["risk"] for f in data["findings"] if f["rule"] == "foreign-state"], ["low"])
        self.assertTrue(any("foreign-state = low" in c for c in data["coverage"]))
        self.checked("美国", "--no-config", "--disable", "foreign-state", code=0)

    def test_own_terms(self):
        self.own('[[terms]]\ntext = "微信"\nrisk = "high"\nmessage = {zh = "平台规定", en = "platform"}\n')
        data = self.checked("小ＷＥＩ微·信铺", "--lang", "zh", code=1)
        own = [f for f in data["findings"] if f["rule"] == "own-term"]
        self.assertEqual([(f["matched"], f["article"], f["ground"], f["effect"]) for f in own], [("微·信", "-", "use", "use-risk")])
        self.assertIn("平台规定", own[0]["why"])
        self.assertEqual(own[0]["source"], "own list: .tmsweep.toml:1")
        self.checked("小威信铺", code=0)

    def test_suppressions(self):
        self.own('[[suppress]]\nname = "蒙古"\nrule = "foreign-state"\nreason = "\u202e合同"\nexpires = 2026-11-23\n')
        data = self.checked("蒙古", code=0)
        self.assertEqual(data["verdict"], "none")
        self.assertEqual([(a["by"], a["expires"], a["finding"]["rule"]) for a in data["accepted"]],
                         [("suppression", "2026-11-23", "foreign-state")])
        text = self.go("check", "蒙古", "--lang", "zh", *DATE)
        self.assertEqual((text.returncode, text.stderr), (0, b""))
        self.assertIn("已豁免", text.stdout.decode())
        self.assertNotIn("\u202e", text.stdout.decode())
        late = self.go("check", "蒙古", "--as-of", "2026-11-24")
        self.assertEqual(late.returncode, 1)
        self.assertIn(b".tmsweep.toml:1: ", late.stderr)
        self.assertIn(b"expired on 2026-11-23", late.stderr)
        self.assertEqual(self.go("check", "甲", *DATE).stderr, b"")
        names = self.write("names.txt", "甲\n")
        self.assertIn(b"was not needed", self.go("check", "--file", names, *DATE).stderr)
        names.write_bytes("甲\n".encode() + b"\xff\n")
        self.assertNotIn(b"was not needed", self.go("check", "--file", names, *DATE).stderr)

    def test_many_terms_on_many_threads(self):
        terms = "".join(f'[[terms]]\ntext = "微{chr(0x4e00 + i)}{chr(0x5000 + i)}"\nrisk = "low"\n' for i in range(3000))
        self.own(terms + '[[suppress]]\nname = "名7"\nrule = "own-term"\nreason = "r"\nexpires = 2030-01-01\n')
        names = self.write("names.txt", "".join(f"名{i}微{chr(0x4e00 + i)}{chr(0x5000 + i)}\n" for i in range(300)))
        done = self.go("check", "--file", names, "--format", "jsonl", "--jobs", "4", *DATE)
        found = [sum(f["rule"] == "own-term" for f in json.loads(line)["findings"]) for line in done.stdout.splitlines()]
        self.assertEqual(found, [1] * 300)


class Baselines(Configured):
    def test_only_what_is_new_counts(self):
        names = self.write("names.txt", "美国\n中国\n历蜀记\n")
        self.assertEqual(self.go("check", "--file", names, *DATE).returncode, 1)
        done = self.go("baseline", "create", "b.json", "--file", names, *DATE)
        self.assertEqual(done.returncode, 0, done.stderr)
        file = self.project / "b.json"
        data = json.loads(file.read_bytes())
        self.assertEqual(data["schema"], "tmsweep.baseline/1")
        keys = [(e["name"].encode(), e["rule"], e["fingerprint"]) for e in data["entries"]]
        self.assertEqual(keys, sorted(keys))
        self.assertEqual(len(file.read_bytes().splitlines()), len(keys) + 2)
        known = self.go("check", "--file", names, "--baseline", "b.json", "--format", "jsonl", *DATE)
        self.assertEqual(known.returncode, 0)
        for line in known.stdout.splitlines():
            self.assertEqual(report.report_faults(json.loads(line)), [])
        names.write_text("美国\n中国\n英国\n", encoding="utf-8")
        self.assertEqual(self.go("check", "--file", names, "--baseline", "b.json", *DATE).returncode, 1)
        self.assertEqual(self.go("baseline", "create", "b.json", "--file", names, *DATE).returncode, 2)
        self.assertEqual(self.go("baseline", "update", "b.json", "--file", names, *DATE).returncode, 0)
        self.assertEqual(self.go("check", "--file", names, env={"TMSWEEP_BASELINE": "b.json"}).returncode, 0)
        self.assertEqual(list(self.project.glob("*.part")), [])

    def test_a_risk_that_rose_is_new(self):
        self.go("baseline", "create", "b.json", "美国", "--grade", "foreign-state=low", *DATE)
        self.assertEqual(self.go("check", "美国", "--baseline", "b.json", *DATE).returncode, 1)

    def test_damage(self):
        self.go("baseline", "create", "b.json", "美国", *DATE)
        whole = (self.project / "b.json").read_bytes()
        for bad in (b"", whole[:-10], whole.replace(b"tmsweep.baseline/1", b"tmsweep.baseline/9"), b"\xff", b"[" * 100000,
                    whole.replace(b'"fingerprint":"', b'"fingerprint":"\x1b')):
            (self.project / "b.json").write_bytes(bad)
            for args in (("check", "甲", "--baseline", "b.json"), ("baseline", "update", "b.json", "甲")):
                done = self.go(*args)
                self.assertEqual(done.returncode, 3)
                self.assertEqual(done.stderr.count(b"\n"), 1)
                self.assertNotIn(b"\x1b", done.stderr)
            self.assertEqual((self.project / "b.json").read_bytes(), bad)
        self.assertEqual(self.go("check", "甲", "--baseline", "absent.json").returncode, 3)

    def test_what_could_not_be_checked_is_not_accepted(self):
        names = self.write("names.txt", b"\xe7\x94\xb2\n\xff\n")
        self.assertEqual(self.go("baseline", "create", "b.json", "--file", names).returncode, 3)
        self.assertFalse((self.project / "b.json").exists())
        self.assertEqual(self.go("baseline", "create", "no/such/b.json", "甲").returncode, 3)


if __name__ == "__main__":
    main()
