#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the program tells of itself: completions in real shells, manual pages without a warning, help that fits."""
import json
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import tempfile
import time
import unicodedata
import unittest

from program import PROGRAM, Folder, environment, main, run

BUILD = pathlib.Path(PROGRAM).parent
WIDE = 80


def said(*args, **options):
    """Standard output of a run that ends well."""
    done = run(*args, **options)
    if done.returncode != 0:
        raise AssertionError(f"{args}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def columns(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def commands():
    """Names of all commands, as the overview lists them."""
    text = said("help", "--lang", "en")
    return re.findall(r"^  ([a-z]+(?: [a-z]+)?)  +\S", text[:text.index("\nExamples:")], re.M)


def topics():
    text = said("help", "--lang", "en")
    return re.findall(r"^  ([a-z-]+)  +\S", text[text.index("Topics:"):], re.M)


def shell(*command):
    """What a shell prints; it must find nothing to complain of."""
    # fish makes folders in its home, wherever that is.
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(command, capture_output=True, text=True, env=environment({"LC_ALL": "C.UTF-8", "HOME": home, "XDG_DATA_HOME": home}), timeout=120,
                              check=False, stdin=subprocess.DEVNULL)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"{command[0]}: exit {done.returncode}: {done.stderr}")
    return done.stdout


class Help(unittest.TestCase):
    def test_every_page_fits_in_both_languages(self):
        pages = [("help",)] + [("help", *c.split()) for c in commands() + topics() + ["db"]]
        self.assertGreater(len(pages), 20)
        for page in pages:
            for lang in ("zh", "en"):
                with self.subTest(page=page, lang=lang):
                    for line in said(*page, "--lang", lang).splitlines():
                        if not line.startswith("  tmsweep "):  # an example is one line
                            self.assertLessEqual(columns(line), WIDE, line)

    def test_pages_of_commands_have_examples(self):
        for command in commands():
            with self.subTest(command=command):
                text = said(*command.split(), "--help", "--lang", "en")
                self.assertEqual(text, said("help", *command.split(), "--lang", "en"))
                self.assertRegex(text[text.index("Examples:"):], rf"  tmsweep {command}")

    def test_language(self):
        for args, env, word in ((("check", "--help"), {"LC_ALL": "C.UTF-8"}, "用法"), (("check", "--help", "--lang", "en"), {}, "Usage"),
                                (("check", "--lang=en", "-h"), {}, "Usage"), (("check", "--help"), {"LC_ALL": "en_US.UTF-8"}, "Usage"),
                                (("--help", "--lang", "en"), {}, "Usage"), (("--lang", "en", "--help"), {}, "Usage"),
                                (("db", "--lang", "en", "--help"), {}, "Usage"), (("help", "files"), {"LC_ALL": "en_US.UTF-8"}, "data folder")):
            with self.subTest(args=args, env=env):
                self.assertIn(word, said(*args, env=env))

    def test_examples_can_be_typed(self):
        """The options of every example are options of its command."""
        for command in commands():
            text = said("help", *command.split(), "--lang", "en")
            for line in re.findall(r"^  tmsweep (.+)$", text[text.index("Examples:"):], re.M):
                with self.subTest(line=line):
                    first = next(c for c in sorted(commands(), key=len, reverse=True) if line.startswith(c))
                    known = said("help", *first.split(), "--lang", "en")
                    for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", line):
                        self.assertRegex(known, rf"(?m)^  .*{option}\b")


class DidYouMean(unittest.TestCase):
    def test_nearest_words(self):
        for args, near in ((("chek",), "check"), (("db", "impotr"), "import"), (("check", "甲", "--fromat", "json"), "--format"),
                           (("check", "甲", "--fail-on", "hihg"), "high"), (("check", "甲", "--format", "jsno"), "json"),
                           (("explain", "foriegn-state"), "foreign-state"), (("help", "exit-cods"), "exit-codes"),
                           (("help", "wacth"), "watch"), (("completions", "bsah"), "bash"), (("man", "chekc"), "check")):
            with self.subTest(args=args):
                done = run(*args)
                self.assertEqual(done.returncode, 2)
                self.assertIn(f"did you mean '{near}'?", done.stderr.decode())
                self.assertEqual(done.stderr.count(b"\n"), 1)
                self.assertEqual(done.stdout, b"")


class Bash(Folder):
    def setUp(self):
        super().setUp()
        self.script = self.write("tmsweep.bash", said("completions", "bash"))

    def complete(self, *words):
        """What bash offers for the last word; the signs of COMP_WORDBREAKS stand alone, as bash has them."""
        text = shell("bash", "--norc", "-c", 'cd "$1"; source "$2"; shift 2; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tmsweep; printf "%s\\n" "${COMPREPLY[@]}"',
                     "bash", str(self.folder), str(self.script), "tmsweep", *words)
        return [w for w in text.splitlines() if w]

    def test_syntax(self):
        shell("bash", "-n", str(self.script))

    def test_it_is_registered(self):
        self.assertIn("-F _tmsweep tmsweep", shell("bash", "--norc", "-c", 'source "$1"; complete -p tmsweep', "bash", str(self.script)))

    def test_words(self):
        self.write("names.csv", "甲\n")
        first = {c.split()[0] for c in commands()}
        for words, expected in ((("",), first | {"--help", "--version"}), (("ch",), {"check"}), (("db", "re"), {"remove", "reindex"}),
                                (("check", "--fo"), {"--format"}), (("check", "甲", "--format", "json"), {"json", "jsonl"}),
                                (("check", "--fail-on", "=", "h"), {"high"}), (("check", "--fail-on", "="), {"high", "medium", "low", "never"}),
                                (("check", "--file", "na"), {"names.csv"}), (("check", "--goods", ""), set()), (("check", "na"), set()),
                                (("db", "import", "na"), {"names.csv"}), (("explain", "foreign-s"), {"foreign-state"}),
                                (("completions", ""), {"bash", "zsh", "fish"}), (("help", "exit"), {"exit-codes"}), (("nonsense", ""), set())):
            with self.subTest(words=words):
                self.assertEqual(set(self.complete(*words)), expected)

    def test_every_option_is_offered(self):
        for command in commands():
            with self.subTest(command=command):
                text = said("help", *command.split(), "--lang", "en")
                options = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", text, re.M))
                self.assertEqual(set(self.complete(*command.split(), "--")), options)


class Zsh(Folder):
    def setUp(self):
        super().setUp()
        self.script = self.write("_tmsweep", said("completions", "zsh", "--lang", "en"))

    def test_syntax(self):
        shell("zsh", "-n", str(self.script))

    def typed(self, line):
        """The screen of a zsh in which `line` was typed, ending with a tab."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.environ.update(TERM="xterm", HOME=str(self.folder), ZDOTDIR=str(self.folder), LC_ALL="C.UTF-8", COLUMNS="200")
            os.execvp("zsh", ["zsh", "-f", "-i"])
        try:
            os.write(terminal, f"PS1='READY'; fpath=({self.folder} $fpath); autoload -Uz compinit; compinit -D -u; unsetopt beep; echo s''et\n".encode())
            self.read(terminal, b"set\r\n")
            os.write(terminal, line.encode() + b"\t")
            out = self.read(terminal, None)
        finally:
            os.close(terminal)
            os.waitpid(pid, 0)
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", out.decode("utf-8", "replace"))

    @staticmethod
    def read(terminal, until):
        """What comes until the bytes `until`, or until nothing comes any more."""
        out = b""
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline:
            quiet = 90 if until or b"\r" not in out and len(out) < 3 else 3
            if not select.select([terminal], [], [], quiet)[0]:
                break
            out += os.read(terminal, 65536)
            if until and until in out:
                break
        return out

    def test_words(self):
        self.write("names.csv", "甲\n")
        for line, expected in (("tmsweep ch", "check"), ("tmsweep check --form", "--format"), ("tmsweep check --format=jsonl", "jsonl"),
                               ("tmsweep db rein", "reindex"), ("tmsweep db import na", "names.csv"), ("tmsweep explain foreign-s", "foreign-state"),
                               ("tmsweep check 甲 --file na", "names.csv")):
            with self.subTest(line=line):
                self.assertIn(expected, self.typed(line))


class Fish(Folder):
    def setUp(self):
        super().setUp()
        self.script = self.write("tmsweep.fish", said("completions", "fish", "--lang", "en"))

    def complete(self, line):
        text = shell("fish", "--no-config", "-c", f"cd {self.folder}; source {self.script}; complete -C {json.dumps(line)}")
        return {w.split("\t")[0] for w in text.splitlines()}

    def test_syntax(self):
        shell("fish", "--no-config", "-n", str(self.script))

    def test_words(self):
        self.write("names.csv", "甲\n")
        for line, expected in (("tmsweep ch", {"check"}), ("tmsweep ", {c.split()[0] for c in commands()}), ("tmsweep db rei", {"reindex"}),
                               ("tmsweep check --form", {"--format"}), ("tmsweep check --fail-on ", {"high", "medium", "low", "never"}),
                               ("tmsweep db import na", {"names.csv"}), ("tmsweep check --file na", {"names.csv"}), ("tmsweep check na", set()),
                               ("tmsweep check --goods na", set()), ("tmsweep explain foreign-s", {"foreign-state"}),
                               ("tmsweep completions ", {"bash", "zsh", "fish"})):
            with self.subTest(line=line):
                self.assertEqual(self.complete(line), expected)


class Manual(Folder):
    def setUp(self):
        super().setUp()
        said("man", "--out", self.folder)
        self.pages = sorted(self.folder.rglob("*.1"))

    def test_every_command_has_a_page_in_both_languages(self):
        names = {"tmsweep.1", "tmsweep-db.1"} | {f"tmsweep-{c.replace(' ', '-')}.1" for c in commands()}
        for place in ("man1", "zh_CN/man1"):
            self.assertLessEqual(names, {p.name for p in (self.folder / place).iterdir()})

    def test_pages_are_the_same_whenever_they_are_made(self):
        self.assertEqual((self.folder / "man1/tmsweep-check.1").read_text(encoding="utf-8"), said("man", "check", "--lang", "en"))
        self.assertEqual((self.folder / "zh_CN/man1/tmsweep.1").read_text(encoding="utf-8"), said("man", "--lang", "zh"))

    def test_mandoc_has_nothing_to_say(self):
        """Of Chinese it counts the eight bytes of its own escapes: lines of a name are too long for its style."""
        for place, level in (("man1", "all"), ("zh_CN/man1", "warning")):
            pages = [str(p) for p in self.pages if p.parent == self.folder / place]
            done = subprocess.run(["mandoc", "-Tlint", f"-W{level}", *pages], capture_output=True, text=True, check=False)
            self.assertEqual(done.stdout + done.stderr, "")
            self.assertEqual(done.returncode, 0)

    def test_man_has_nothing_to_say(self):
        for page in self.pages:
            with self.subTest(page=page.name):
                done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(page)], capture_output=True, check=False,
                                      env={**environment(), "MANROFFSEQ": "", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"})
                self.assertEqual(done.stderr.decode(), "")
                self.assertEqual(done.returncode, 0)

    def test_pages_can_be_read(self):
        """Nothing of the format is left in what a reader sees, and lines fit."""
        for page in self.pages:
            with self.subTest(page=page):
                text = subprocess.run(["man", "-E", "UTF-8", "-l", str(page)], capture_output=True, text=True, check=True,
                                      env={**environment(), "MANWIDTH": "80", "LC_ALL": "C.UTF-8"}).stdout
                text = re.sub(r".\x08|\x1b\[[0-9;]*m", "", text)
                self.assertIn("tmsweep", text)
                self.assertNotRegex(text, r"\\[a-zA-Z:]|^\.[A-Z]")
                for line in text.splitlines():
                    if "tmsweep" not in line:  # examples stand on one line
                        self.assertLessEqual(columns(line), WIDE, line)

    def test_whatis_finds_the_summary(self):
        for page in self.pages:
            if shutil.which("lexgrog"):
                self.assertRegex(shell("lexgrog", str(page)), rf'"{page.stem} - [^\\]+"')

    def test_every_option_is_told(self):
        for command in commands():
            with self.subTest(command=command):
                page = (self.folder / f"man1/tmsweep-{command.replace(' ', '-')}.1").read_text(encoding="utf-8").replace("\\-", "-")
                for option in re.findall(r"^  (?:-\w, )?(--[a-z-]+)", said("help", *command.split(), "--lang", "en"), re.M):
                    self.assertIn(option, page)


class Installed(Folder):
    def test_pages_and_completions_are_in_their_places(self):
        if not (BUILD / "CMakeCache.txt").exists():
            self.fail(f"{BUILD} is no build folder")
        shell("cmake", "--install", str(BUILD), "--prefix", str(self.folder))
        for file in ("bin/tmsweep", "share/man/man1/tmsweep.1", "share/man/man1/tmsweep-check.1", "share/man/zh_CN/man1/tmsweep.1",
                     "share/bash-completion/completions/tmsweep", "share/zsh/vendor-completions/_tmsweep",
                     "share/fish/vendor_completions.d/tmsweep.fish"):
            self.assertGreater((self.folder / file).stat().st_size, 0, file)


class Doctor(Folder):
    def examine(self, *args, code=0, env=None):
        home = {"XDG_DATA_HOME": str(self.folder), "PATH": f"{BUILD}:{os.environ['PATH']}"}
        done = run("doctor", "--json", *args, env={**home, **(env or {})})
        self.assertEqual(done.returncode, code, done.stdout.decode() + done.stderr.decode())
        report = json.loads(done.stdout)
        self.assertEqual(report["schema"], "tmsweep.doctor/1")
        return report, {c["id"]: c for c in report["checks"]}

    def test_nothing_is_wrong(self):
        report, checks = self.examine()
        self.assertEqual(report["health"], "fine")
        self.assertEqual(set(checks), {"database", "user-database", "configuration", "data-folder", "locale", "terminal", "path"})
        for part in ("program", "compiler", "icu", "unicode", "sqlite"):
            self.assertRegex(report["versions"][part], r"\d")
        self.assertIn(str(self.folder), checks["data-folder"]["what"])

    def test_text(self):
        for lang, words in (("zh", ("数据库", "没有发现问题", "Unicode")), ("en", ("database", "nothing is wrong", "SQLite"))):
            text = said("doctor", "--lang", lang, env={"XDG_DATA_HOME": str(self.folder), "PATH": f"{BUILD}:{os.environ['PATH']}"})
            for word in words:
                self.assertIn(word, text)

    def test_locale(self):
        _, checks = self.examine(code=1, env={"LC_ALL": "zh_CN.GB18030"})
        self.assertEqual(checks["locale"]["health"], "wrong")
        self.assertIn("UTF-8", checks["locale"]["remedy"])

    def test_configuration(self):
        good = self.write("good.toml", 'lang = "zh"\n')
        _, checks = self.examine("--config", good)
        self.assertIn("good.toml", checks["configuration"]["what"])
        _, checks = self.examine("--config", self.write("bad.toml", 'lnag = "zh"\n'), code=3)
        self.assertEqual(checks["configuration"]["health"], "broken")

    def test_another_program_comes_first(self):
        first = self.folder / "bin"
        first.mkdir()
        other = self.write("bin/tmsweep", "#!/bin/sh\n")
        other.chmod(0o755)
        _, checks = self.examine(code=1, env={"PATH": f"{first}:{BUILD}:{os.environ['PATH']}"})
        self.assertIn(str(other), checks["path"]["what"])

    def test_a_link_to_the_program_is_no_other(self):
        first = self.folder / "bin"
        first.mkdir()
        (first / "tmsweep").symlink_to(PROGRAM)
        self.examine(env={"PATH": f"{first}:{os.environ['PATH']}"})

    def test_data_folder_that_is_a_file(self):
        file = self.write("file", "x")
        _, checks = self.examine(code=1, env={"XDG_DATA_HOME": str(file)})
        self.assertEqual(checks["data-folder"]["health"], "wrong")

    def test_own_marks(self):
        self.assertEqual(run("db", "import", self.write("m.csv", "name,class\n康师傅,30\n"), env={"XDG_DATA_HOME": str(self.folder)}).returncode, 0)
        _, checks = self.examine()
        self.assertIn("marks.db", checks["user-database"]["what"])
        self.write("tmsweep/marks.pending", "")
        _, checks = self.examine(code=1)
        self.assertIn("reindex", checks["user-database"]["remedy"])
        (self.folder / "tmsweep/marks.pending").unlink()
        (index,) = (self.folder / "tmsweep").glob("*.index")
        index.write_bytes(b"x" * 100)
        _, checks = self.examine(code=3)
        self.assertEqual(checks["user-database"]["health"], "broken")
        self.write("tmsweep/marks.db", b"no database" * 100)
        self.examine(code=3)

    def test_broken_database(self):
        for text in (b"", b"no database" * 100):
            report, checks = self.examine("--db", self.write("broken.db", text), code=3)
            self.assertEqual(report["health"], "broken")
            self.assertNotEqual(checks["database"]["remedy"], "")

    def test_names_of_files_cannot_act_on_a_terminal(self):
        odd = self.folder / "\x1b[31m\u202e"
        done = run("doctor", env={"XDG_DATA_HOME": str(odd)})
        self.assertNotRegex(done.stdout.decode("utf-8"), "[\x1b\u202e]")


if __name__ == "__main__":
    for tool in ("bash", "zsh", "fish", "mandoc", "man"):
        if shutil.which(tool) is None:
            raise SystemExit(f"{tool} is not installed; packaging/install bash zsh fish mandoc man-db")
    main()
