#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What newer data promise: the age stands in every report, only a signed bundle is installed, whatever ends an update leaves
one edition that works, what is damaged is never passed over, and the way back is open."""
import datetime
import hashlib
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import stat
import subprocess
import tempfile
import time
import unittest
import zipfile

import report
from program import PROGRAM, environment, main, run

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAY = datetime.timedelta(days=1)
EDITION = datetime.date.fromisoformat((ROOT / "data/EDITION").read_text(encoding="utf-8").strip())
NEWER = EDITION + 30 * DAY
SHARED = {}


def epoch(day):
    return str(int(datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.timezone.utc).timestamp()))


def change_rows(file, change):
    head, *rows = file.read_text(encoding="utf-8").splitlines()
    rows = sorted(set(change([r.split("\t") for r in rows])), key=lambda r: r.encode("utf-8"))
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


def change_terms(rows):
    kept = ["\t".join(r) for r in rows[2:]]
    changed = [*rows[1][:3], "high" if rows[1][3] != "high" else "medium", *rows[1][4:]]
    SHARED["removed"], SHARED["changed"] = rows[0][0], rows[1][0]
    return kept + ["\t".join(changed), "\t".join(["子丑寅卯辰", *rows[1][1:]])]


def make_data(folder):
    """A newer edition: a term less, one more, one other; a brand more; a rule with another title."""
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "docs/rules", folder / "docs/rules")
    (folder / "data/EDITION").write_text(f"{NEWER}\n", encoding="utf-8")
    change_rows(folder / "data/rules/vulgar.tsv", change_terms)
    change_rows(folder / "data/marks/known/food.tsv", lambda rows: ["\t".join(r) for r in rows] + ["癸壬辛庚\t\t\t\t30\tknown\tpublic-fact"])
    page = folder / "docs/rules/vulgar.md"
    page.write_text(page.read_text(encoding="utf-8").replace("### 标题\n", "### 标题\n新的", 1), encoding="utf-8")


def setUpModule():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tmsweep-update-"))
    unittest.addModuleCleanup(shutil.rmtree, folder)
    make_data(folder)
    for args in (("build", folder / "data", folder / "newer.db"), ("keygen", folder / "mine"), ("keygen", folder / "other"),
                 ("pack", folder / "newer.db", folder / "newer.zip", "--secret-key", folder / "mine.key"),
                 ("pack", "builtin", folder / "older.zip", "--secret-key", folder / "mine.key")):
        done = run("db", *args)
        assert done.returncode == 0, done.stderr.decode()
    SHARED.update({name: folder / name for name in ("newer.db", "newer.zip", "older.zip", "mine.key", "mine.pub", "other.key", "other.pub")})


class Update(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.bundles = self.folder / "share/tmsweep/bundle"
        self.env = {"XDG_DATA_HOME": str(self.folder / "share"), "XDG_CONFIG_HOME": str(self.folder / "config"), "LC_ALL": "en_US.UTF-8",
                    "SOURCE_DATE_EPOCH": epoch(NEWER + 2 * DAY)}

    def tmsweep(self, *args, **options):
        return run(*args, env=self.env, **options)

    def update(self, bundle="newer.zip", *args, key="mine.pub", **options):
        return self.tmsweep("db", "update", SHARED.get(bundle, bundle), "--key", SHARED[key], *args, **options)

    def assert_works(self, done):
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stderr, b"")

    def assert_refused(self, done, *words, code=3):
        errors = done.stderr.decode("utf-8")
        self.assertEqual((done.returncode, done.stdout, len(errors.splitlines())), (code, b"", 1), errors)
        for word in words:
            self.assertIn(word, errors)

    def edition(self):
        """The edition that a check uses, after a check of the report."""
        done = self.tmsweep("check", "历蜀记", "--format", "json", "--fail-on", "never")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        document = json.loads(done.stdout)
        self.assertEqual(report.run_faults(document), [])
        return datetime.date.fromisoformat(document["database"]["edition"])


class Age(Update):
    def test_every_report_tells_it(self):
        self.env["SOURCE_DATE_EPOCH"] = epoch(EDITION + 41 * DAY)
        document = json.loads(self.tmsweep("check", "历蜀记", "--format", "json").stdout)
        self.assertEqual(document["database"]["age_days"], 41)
        self.assertIn("database " + str(EDITION) + " (age in days: 41)", self.tmsweep("check", "历蜀记").stdout.decode())
        for args, stdin in ((("similar", "星巴克"), b""), (("watch", "--brand", "星巴克"), "星巴客\n".encode())):
            database = json.loads(self.tmsweep(*args, "--format", "json", stdin=stdin).stdout)["database"]
            self.assertEqual((database["edition"], database["age_days"]), (str(EDITION), 41))
            self.assertIn("(age in days: 41)", self.tmsweep(*args, stdin=stdin).stdout.decode())
        self.assertEqual(json.loads(self.tmsweep("classes", "火锅店", "--json").stdout)["database"]["age_days"], 41)
        self.assertRegex(self.tmsweep("db", "info").stdout.decode(), r"(?m)^age-days +41$")

    def test_old_data_are_said_to_be_old(self):
        for days, expected in ((365, False), (366, True)):
            self.env["SOURCE_DATE_EPOCH"] = epoch(EDITION + days * DAY)
            for args in (("check", "历蜀记"), ("similar", "星巴克")):
                self.assertEqual(f"{days} days old" in self.tmsweep(*args).stdout.decode().replace("\n   ", " "), expected, (days, args))

    def test_a_clock_before_the_edition_counts_as_0_and_is_remarked(self):
        self.env["SOURCE_DATE_EPOCH"] = epoch(EDITION - 400 * DAY)
        self.assertEqual(json.loads(self.tmsweep("check", "历蜀记", "--format", "json").stdout)["database"]["age_days"], 0)
        self.assertIn("the clock stands before the edition", self.tmsweep("db", "info").stdout.decode())

    def test_max_age_refuses_before_anything_is_checked(self):
        self.env["SOURCE_DATE_EPOCH"] = epoch(EDITION + 41 * DAY)
        for args, stdin in ((("check", "历蜀记"), b""), (("similar", "星巴克"), b""), (("watch", "--brand", "星巴克"), "星巴客\n".encode())):
            self.assert_refused(self.tmsweep(*args, "--max-age", "40", stdin=stdin), "41 days old", "db update")
            self.assertIn(self.tmsweep(*args, "--max-age", "41", stdin=stdin).returncode, (0, 1))
        for wrong in ("-1", "x", "1.5", "999999999999"):
            self.assert_refused(self.tmsweep("check", "历蜀记", "--max-age", wrong), "--max-age", code=2)


class Install(Update):
    def test_a_newer_bundle_is_used_until_it_is_taken_back(self):
        self.assert_works(self.update())
        self.assertEqual(self.edition(), NEWER)
        self.assert_works(self.tmsweep("db", "verify"))
        info = self.tmsweep("db", "info").stdout.decode()
        self.assertRegex(info, rf"(?m)^edition +{NEWER}$")
        self.assertIn(str(self.bundles), info)
        found = json.loads(self.tmsweep("check", "子丑寅卯辰", "--format", "json").stdout)["findings"]
        self.assertIn("vulgar", [f["rule"] for f in found])
        self.assertIn("癸壬辛庚", self.tmsweep("similar", "癸壬辛庚", "--class", "30").stdout.decode())
        self.assertEqual(self.tmsweep("explain", "vulgar", "--lang", "zh").stdout.decode()[:2], "新的")
        self.assert_refused(self.update(), "no newer than", "--allow-older")
        self.assert_refused(self.update("older.zip"), "no newer than")
        self.assert_works(self.update("older.zip", "--allow-older"))
        self.assertEqual(self.edition(), EDITION)
        self.assert_works(self.tmsweep("db", "rollback"))
        self.assertEqual(self.edition(), NEWER)
        self.assert_works(self.tmsweep("db", "rollback"))
        self.assertEqual(self.edition(), EDITION)
        self.assertIn("built-in", self.tmsweep("db", "info").stdout.decode())
        self.assert_refused(self.tmsweep("db", "rollback"), "nothing to go back from")

    def test_only_the_two_last_generations_are_kept(self):
        for _ in range(2):
            self.assert_works(self.update("newer.zip", "--allow-older"))
            self.assert_works(self.update("older.zip", "--allow-older"))
        left = sorted(p.name for p in self.bundles.iterdir() if p.is_dir())
        named = (self.bundles / "current").read_text(encoding="utf-8").split()
        self.assertEqual(left, sorted(named))
        self.assertEqual(len(left), 2)

    def test_db_names_another_database_all_the_same(self):
        self.assert_works(self.tmsweep("check", "历蜀记", "--db", SHARED["newer.db"], "--fail-on", "never"))
        self.assert_works(self.update())
        done = self.tmsweep("check", "子丑寅卯辰", "--format", "json", "--db", SHARED["newer.db"])
        self.assertEqual(json.loads(done.stdout)["database"]["edition"], str(NEWER))

    def test_marks_of_the_user_are_compared_with_the_new_data(self):
        register = self.folder / "register.csv"
        register.write_text("商标名称,国际分类,申请/注册号\n澄屿岚,30,1234567\n", encoding="utf-8")
        self.assert_works(self.tmsweep("db", "import", register))
        for step in (self.update, lambda: self.tmsweep("db", "rollback")):
            self.assert_works(step())
            done = self.tmsweep("check", "澄屿岚", "--class", "30", "--format", "json")
            self.assertEqual(done.returncode, 1, done.stderr.decode())
            self.assertIn("earlier-mark", [f["rule"] for f in json.loads(done.stdout)["findings"]])


class Trust(Update):
    def test_a_key_must_be_named_or_lie_in_the_folder(self):
        self.assert_refused(self.tmsweep("db", "update", SHARED["newer.zip"]), "no key", "--key FILE", str(self.folder / "config/tmsweep/keys"))
        keys = self.folder / "config/tmsweep/keys"
        keys.mkdir(parents=True)
        shutil.copy(SHARED["other.pub"], keys)
        self.assert_refused(self.tmsweep("db", "update", SHARED["newer.zip"]), "not signed by a key you trust")
        shutil.copy(SHARED["mine.pub"], keys)
        self.assert_refused(self.update(key="other.pub"), "not signed by a key you trust")
        self.assert_works(self.tmsweep("db", "update", SHARED["newer.zip"]))
        (keys / "broken.pub").write_text("no key\n", encoding="utf-8")
        self.assert_refused(self.tmsweep("db", "update", SHARED["newer.zip"], "--allow-older"), "broken.pub", "holds no public key")

    def test_what_is_no_bundle_is_refused_and_changes_nothing(self):
        whole = SHARED["newer.zip"].read_bytes()
        files = {"empty.zip": b"", "text.zip": b"text", "cut.zip": whole[:len(whole) // 2], "no-directory.zip": whole[:-22],
                 "database.zip": SHARED["newer.db"].read_bytes()[:100_000]}
        for name, data in files.items():
            file = self.folder / name
            file.write_bytes(data)
            self.assert_refused(self.update(file), name, "nothing was installed")
        self.assert_refused(self.update(self.folder), "no such file")
        self.assert_refused(self.update(self.folder / "absent.zip"), "no such file")
        self.assertEqual(self.edition(), EDITION)

    def test_a_name_that_leaves_the_folder_is_refused(self):
        with zipfile.ZipFile(SHARED["newer.zip"]) as source:
            members = {n: source.read(n) for n in source.namelist()}
        for evil in ("../../evil", "/tmp/evil", "a/b", "\x1b[31mred", "C:\\evil"):
            file = self.folder / "evil.zip"
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
                for name in ("SHA256SUMS", "SHA256SUMS.sig"):
                    out.writestr(name, members[name])
                out.writestr(evil, b"x")
            done = self.update(file)
            self.assert_refused(done, "does not belong into a bundle")
            self.assertNotIn(b"\x1b", done.stderr)

    def test_a_changed_byte_is_refused_or_does_no_harm(self):
        whole = SHARED["newer.zip"].read_bytes()
        chance = random.Random(4)
        small = whole.index(b"PK\x03\x04", whole.index(b"PK\x03\x04", 4) + 4)  # the two small files
        positions = [*range(0, small, 5), *(chance.randrange(small, len(whole)) for _ in range(6)), *range(len(whole) - 200, len(whole), 9)]
        file = self.folder / "changed.zip"
        for at in positions:
            with self.subTest(at=at):
                file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1:])
                done = self.update(file)
                if done.returncode == 0:  # a byte that says nothing of the content, as a date does
                    (name,) = (self.bundles / "current").read_text(encoding="utf-8").split()
                    installed = (self.bundles / name / "bundle.db").read_bytes()
                    self.assertEqual(hashlib.sha256(installed).digest(), hashlib.sha256(SHARED["newer.db"].read_bytes()).digest())
                    self.assert_works(self.tmsweep("db", "rollback"))
                else:
                    self.assert_refused(done, "nothing was installed")
        self.assertEqual(self.edition(), EDITION)

    def test_a_signed_database_of_another_kind_is_refused(self):
        other = self.folder / "other.db"
        data = bytearray(SHARED["newer.db"].read_bytes())
        data[63] = 7  # the schema version in the header of SQLite
        other.write_bytes(data)
        self.assert_refused(self.tmsweep("db", "pack", other, self.folder / "x.zip", "--secret-key", SHARED["mine.key"]), "schema version 7")
        self.assertFalse((self.folder / "x.zip").exists())


class Accidents(Update):
    def both_work(self):
        self.assertIn(self.edition(), (EDITION, NEWER))
        self.assert_works(self.tmsweep("db", "verify"))

    def test_a_kill_leaves_the_old_or_the_new_data(self):
        start = time.monotonic()
        self.assert_works(self.update())
        whole = time.monotonic() - start
        seen = set()
        for i in range(20):
            command = [PROGRAM, "db", "update", SHARED["older.zip" if i % 2 else "newer.zip"], "--key", SHARED["mine.pub"], "--allow-older"]
            with subprocess.Popen(command, env=environment(self.env), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                time.sleep(whole * (i + 0.5) / 20)
                process.send_signal(signal.SIGKILL)
                process.wait()
            self.assertIn(self.edition(), (EDITION, NEWER))
            seen.add(process.returncode)
        self.assertIn(-signal.SIGKILL, seen)
        self.both_work()
        self.assert_works(self.update("newer.zip", "--allow-older"))
        self.assertEqual([p.name for p in self.bundles.iterdir() if p.name.startswith("new-")], [])

    def test_a_full_disk_leaves_the_old_data(self):
        def limit(size):
            def apply():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            return apply
        largest = SHARED["newer.db"].stat().st_size
        for size in (0, 10, 100_000, largest // 2, largest - 1):
            with self.subTest(size=size):
                self.assert_refused(self.update(preexec_fn=limit(size)), str(self.bundles))
                self.assertEqual(self.edition(), EDITION)
        self.assert_works(self.update())

    @unittest.skipUnless(hasattr(os, "geteuid") and os.geteuid() == 0, "mounting needs root")
    def test_a_small_file_system_leaves_the_old_data(self):
        share = self.folder / "share"
        share.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=60m", "none", share], capture_output=True, check=False).returncode != 0:
            self.skipTest("no tmpfs can be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", share], check=False)
        self.assert_refused(self.update(), "No space left")
        self.both_work()
        self.assertEqual([p.name for p in self.bundles.iterdir() if p.is_dir()], [])

    def test_damaged_data_are_never_passed_over(self):
        self.assert_works(self.update())
        (name,) = (self.bundles / "current").read_text(encoding="utf-8").split()
        image = self.bundles / name / "bundle.image"
        whole = image.read_bytes()
        damages = {"cut": lambda: image.write_bytes(whole[:len(whole) // 2]), "short": lambda: image.write_bytes(b"x"),
                   "empty": lambda: image.write_bytes(b""), "gone": image.unlink,
                   "other format": lambda: image.write_bytes(whole[:8] + b"\x63" + whole[9:]),
                   "name": lambda: (self.bundles / "current").write_bytes(b"../../x\n"),
                   "absent": lambda: (self.bundles / "current").write_bytes(b"0123456789abcdef\n")}
        for what, damage in damages.items():
            with self.subTest(what=what):
                damage()
                for args in (("check", "历蜀记"), ("similar", "历蜀记"), ("explain", "vulgar"), ("classes", "火锅店")):
                    self.assert_refused(self.tmsweep(*args), "tmsweep db rollback")
                self.assertEqual(self.tmsweep("check", "历蜀记", "--db", SHARED["newer.db"]).returncode, 0)
                image.write_bytes(whole)
                (self.bundles / "current").write_text(name + "\n", encoding="utf-8")
        image.write_bytes(whole[:-50_000] + bytes(1000) + whole[-49_000:])
        self.assertEqual(self.tmsweep("db", "verify").returncode, 3)
        image.unlink()
        self.assert_works(self.tmsweep("db", "rollback"))
        self.assertEqual(self.edition(), EDITION)

    def test_an_update_mends_what_is_damaged(self):
        self.assert_works(self.update())
        for damaged in ("current", "image"):
            with self.subTest(damaged=damaged):
                (name, *_) = (self.bundles / "current").read_text(encoding="utf-8").split()
                (self.bundles / "current" if damaged == "current" else self.bundles / name / "bundle.image").write_bytes(b"x")
                self.assert_works(self.update())
                self.assertEqual(self.edition(), NEWER)
        # The generation before is the damaged one: going back passes it by.
        self.assert_works(self.tmsweep("db", "rollback"))
        self.assertEqual(self.edition(), EDITION)


class Making(Update):
    def test_a_key_is_kept_to_its_owner_and_never_overwritten(self):
        self.assert_works(self.tmsweep("db", "keygen", self.folder / "k"))
        secret = self.folder / "k.key"
        self.assertEqual(stat.S_IMODE(secret.stat().st_mode), 0o600)
        before = secret.read_bytes()
        self.assert_refused(self.tmsweep("db", "keygen", self.folder / "k"), "k.key")
        self.assertEqual(secret.read_bytes(), before)
        secret.chmod(0o640)
        done = self.tmsweep("db", "pack", SHARED["newer.db"], self.folder / "x.zip", "--secret-key", secret)
        self.assert_refused(done, "others may read it", "chmod 600")
        for wrong in (SHARED["mine.pub"], self.folder / "absent.key"):
            done = self.tmsweep("db", "pack", SHARED["newer.db"], self.folder / "x.zip", "--secret-key", wrong)
            self.assertEqual((done.returncode, done.stdout), (3, b""))

    def test_the_same_database_and_key_give_the_same_bytes(self):
        again = self.folder / "again.zip"
        self.assert_works(self.tmsweep("db", "pack", SHARED["newer.db"], again, "--secret-key", SHARED["mine.key"]))
        self.assertEqual(again.read_bytes(), SHARED["newer.zip"].read_bytes())
        with zipfile.ZipFile(again) as bundle:
            self.assertEqual(bundle.namelist(), ["SHA256SUMS", "SHA256SUMS.sig", "bundle.db"])
            self.assertEqual({i.date_time for i in bundle.infolist()}, {(1980, 1, 1, 0, 0, 0)})
            digest = hashlib.sha256(SHARED["newer.db"].read_bytes()).hexdigest()
            self.assertEqual(bundle.read("SHA256SUMS").decode(), f"{digest}  bundle.db\n")


class Diff(Update):
    def diff(self, *args):
        done = self.tmsweep("db", "diff", *args, "--format", "json")
        self.assert_works(done)
        return json.loads(done.stdout)

    def test_rules_terms_and_marks_that_differ_are_listed(self):
        forth = self.diff("builtin", SHARED["newer.zip"])
        self.assertEqual((forth["old"]["edition"], forth["new"]["edition"]), (str(EDITION), str(NEWER)))
        self.assertEqual([(d["change"], d["name"]) for d in forth["rules"]["list"]], [("changed", "vulgar")])
        terms = {d["name"]: d["change"] for d in forth["terms"]["list"]}
        self.assertEqual((terms["子丑寅卯辰"], terms[SHARED["changed"]], terms[SHARED["removed"]]), ("added", "changed", "removed"))
        self.assertEqual([forth["terms"][c] for c in ("added", "removed", "changed")], [1, 1, 1])
        self.assertEqual({(d["change"], d["name"]) for d in forth["marks"]["list"]}, {("added", "癸壬辛庚")})
        back = self.diff(SHARED["newer.db"], "builtin")
        self.assertEqual([back["terms"][c] for c in ("added", "removed", "changed")], [1, 1, 1])
        self.assertEqual(back["marks"]["removed"], forth["marks"]["added"])
        text = self.tmsweep("db", "diff", "builtin", SHARED["newer.db"]).stdout.decode()
        self.assertIn("terms: 1 added, 1 removed, 1 changed", text)
        self.assertIn("  + 子丑寅卯辰  [vulgar]", text)
        short = self.tmsweep("db", "diff", "builtin", SHARED["newer.db"], "--limit", "1").stdout.decode()
        self.assertIn("2 more; --limit 0 lists all", short)

    def test_an_edition_beside_itself_differs_in_nothing(self):
        same = self.diff("builtin", SHARED["older.zip"])
        self.assertEqual([same[k]["list"] for k in ("rules", "terms", "marks")], [[], [], []])
        for wrong in (self.folder / "absent.db", self.folder):
            self.assertEqual(self.tmsweep("db", "diff", "builtin", wrong).returncode, 3)


if __name__ == "__main__":
    main()
