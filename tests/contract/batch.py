#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs over many names: several outputs, interruption, broken pipes, bounded memory, order, statistics."""
import json
import os
import pty
import re
import select
import signal
import subprocess
import threading
import time
import unittest

from program import PROGRAM, Folder, environment, main, run

NAMES = ["历蜀记", "国酒", "康帅博", "百衣百顺", "tmsweep"]
QUIET = ("--fail-on", "never", "--as-of", "2026-11-23")


def lines(count):
    return "".join(f"{NAMES[i % len(NAMES)]}{i}\n" for i in range(count)).encode()


class Outputs(Folder):
    def test_several_files_and_standard_output_say_the_same(self):
        names = self.write("names.txt", "\n".join(NAMES))
        done = run("check", "--file", names, "--format", "jsonl", "--output", self.folder / "r.json", "--output",
                   f"jsonl:{self.folder / 'r.other'}", *QUIET)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout, (self.folder / "r.other").read_bytes())
        self.assertEqual([json.loads(line) for line in done.stdout.splitlines()], json.loads((self.folder / "r.json").read_text())["reports"])

    def test_files_alone_leave_standard_output_empty(self):
        done = run("check", "国酒", "--output", self.folder / "r.json", "--output", self.folder / "r.txt")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (1, b"", b""))
        self.assertEqual(json.loads((self.folder / "r.json").read_text())["verdict"], "high")
        self.assertNotIn("\x1b", (self.folder / "r.txt").read_text())

    def test_a_file_takes_its_name_when_it_is_whole(self):
        old = self.write("r.jsonl", "before")
        process = subprocess.Popen([PROGRAM, "check", "--file", "-", "--output", str(old)], stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
        process.stdin.write(lines(2000))
        process.stdin.flush()
        time.sleep(0.5)
        self.assertEqual(old.read_text(), "before")
        process.communicate()
        self.assertEqual(len(old.read_text().splitlines()), 2000)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["r.jsonl"])

    def test_mistakes(self):
        for text, code, says in (("r.doc", 2, "known endings"), ("jsonl:", 2, "names no file"), ("/nonexistent/r.json", 3, "could not be written")):
            with self.subTest(text=text):
                done = run("check", "国酒", "--output", text)
                self.assertEqual(done.returncode, code)
                self.assertEqual(done.stdout, b"")
                self.assertEqual(len(done.stderr.decode().splitlines()), 1)
                self.assertIn(says, done.stderr.decode())

    def test_what_is_read_is_not_written_over(self):
        names, marks = self.write("names.txt", "国酒"), self.write("marks.csv", "name\n国酒\n")
        link = self.folder / "link.txt"
        link.symlink_to(names)
        for args in (("--file", names, "--output", names), ("--file", names, "--output", f"csv:{link}"), ("国酒", "--marks", marks, "--output", marks),
                     ("国酒", "--output", "csv:.tmsweep.toml"), ("国酒", "--output", "a.csv", "--output", "csv:./a.csv"),
                     ("国酒", "--format", "text", "--output", "csv:-")):
            with self.subTest(args=args):
                done = run("check", *args, cwd=self.folder)
                self.assertEqual((done.returncode, done.stdout), (2, b""))
                self.assertEqual(len(done.stderr.decode().splitlines()), 1)
        self.assertEqual((names.read_text(), marks.read_text()), ("国酒", "name\n国酒\n"))
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["link.txt", "marks.csv", "names.txt"])

    def test_files_that_are_missing_stand_in_the_report(self):
        names = self.write("names.txt", "国酒")
        for file, says in ((self.folder, "is a folder"), (self.folder / "absent", "is not there"), (self.write("empty", ""), "is empty")):
            with self.subTest(says=says):
                done = run("check", "--file", names, file, "--format", "json")
                document = json.loads(done.stdout)
                self.assertEqual((done.returncode, document["complete"], len(document["reports"])), (3, False, 1))
                self.assertIn(says, document["errors"][0])
                self.assertIn(says, run("check", "--file", names, file).stdout.decode().replace("\n  ", " "))
        self.assertTrue(json.loads(run("check", "--file", names, "--format", "json").stdout)["complete"])

    def test_full_disk(self):
        for target in (("--format", "jsonl"), ("--output", "jsonl:/dev/full")):
            with self.subTest(target=target), open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, "check", "国酒", *target], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
                self.assertEqual(done.returncode, 3)
                self.assertIn("could not be written", done.stderr.decode())


class Interruption(Folder):
    def test_interrupt_ends_with_a_true_partial_summary(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            with self.subTest(signal=number):
                report = self.folder / "r.json"
                process = subprocess.Popen([PROGRAM, "check", "--file", "-", "--format", "jsonl", "--output", str(report), "--lang", "en", *QUIET],
                                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
                process.stdin.write(lines(3000))
                process.stdin.flush()
                out = []
                reader = threading.Thread(target=lambda: out.append(process.stdout.read()))
                reader.start()
                time.sleep(1.0)
                process.send_signal(number)
                self.assertEqual(process.wait(timeout=60), code)
                reader.join()
                errors = process.stderr.read().decode()
                checked = int(re.search(r"interrupted: (\d+) names were checked", errors).group(1))
                self.assertEqual(len(out[0].splitlines()), checked)
                document = json.loads(report.read_text())
                self.assertEqual((len(document["reports"]), document["complete"]), (checked, False))
                process.stdin.close()
                process.stderr.close()
                process.stdout.close()

    def test_text_says_that_it_is_not_everything(self):
        process = subprocess.Popen([PROGRAM, "check", "--file", "-", "--lang", "en"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
        process.stdin.write("国酒\n历蜀记\n".encode())
        process.stdin.flush()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out = process.stdout.read().decode()
        self.assertEqual(process.wait(timeout=60), 130)
        self.assertIn("The run was interrupted", out)
        process.communicate()


    def test_watch_lists_what_was_found_until_then(self):
        process = subprocess.Popen([PROGRAM, "watch", "--brand", "历蜀记", "--lang", "en"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=environment())
        process.stdin.write("历属记\n好运来\n".encode())
        process.stdin.flush()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)
        self.assertIn("历属记", out.decode())
        self.assertIn("interrupted: 2 names were read", errors.decode())

    def test_a_device_that_never_ends_can_be_interrupted(self):
        process = subprocess.Popen([PROGRAM, "check", "--file", "/dev/zero", "--lang", "en"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   env=environment())
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        errors = process.communicate(timeout=60)[1].decode()
        self.assertEqual(process.returncode, 130)
        self.assertIn("interrupted: ", errors)


class Conversation(Folder):
    """A program that writes a name and waits for the answer before it writes the next."""

    def talk(self, *options):
        process = subprocess.Popen([PROGRAM, "check", "--file", "-", "--format", "jsonl", "--lang", "en", *options], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
        self.addCleanup(lambda: (process.stdin.close(), process.stdout.close(), process.stderr.close(), process.wait()))
        return process

    def ask(self, process, line):
        process.stdin.write(line)
        process.stdin.flush()
        readable, _, _ = select.select([process.stdout], [], [], 20)
        self.assertTrue(readable, "no answer while the pipe is open")
        return json.loads(process.stdout.readline())

    def test_each_name_is_answered_at_once(self):
        for options in ([], ["--jobs", "1"], ["--jobs", "2"]):
            for form in ("{}\n", '{{"name":"{}","id":"7"}}\n'):
                with self.subTest(options=options, form=form):
                    process = self.talk(*options)
                    for name in ("国酒", "coffee", "历蜀记"):
                        self.assertEqual(self.ask(process, form.format(name).encode())["name"], name)

    def test_a_given_encoding_need_not_show(self):
        process = self.talk("--encoding", "gb18030")
        for name in ("国酒", "历蜀记"):
            self.assertEqual(self.ask(process, f"{name}\n".encode("gb18030"))["name"], name)

    def test_the_encoding_may_show_late(self):
        process = self.talk()
        self.assertEqual(self.ask(process, b"abcd\n")["name"], "abcd")
        self.assertEqual(self.ask(process, "历蜀记火锅\n".encode("gb18030"))["name"], "历蜀记火锅")
        process.stdin.close()
        self.assertIn("read as GB18030", process.stderr.read().decode())


class Pipes(Folder):
    def test_a_closed_pipe_ends_quietly_and_files_are_finished(self):
        names = self.write("names.txt", lines(20_000))
        report = self.folder / "r.jsonl"
        done = subprocess.run(f"'{PROGRAM}' check --file '{names}' --quiet --format text --output '{report}' | head -n 1", shell=True,
                              capture_output=True, env=environment(), check=False)
        self.assertEqual(done.stderr, b"")
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertEqual(len(report.read_text().splitlines()), 20_000)


class Large(Folder):
    def test_order_and_sameness_whatever_the_jobs(self):
        names = self.write("names.txt", lines(3000))
        outs = [run("check", "--file", names, "--format", "jsonl", "--jobs", jobs, *QUIET).stdout for jobs in (1, 2, 7)]
        self.assertEqual([json.loads(line)["line"] for line in outs[0].splitlines()], list(range(1, 3001)))
        self.assertEqual(outs[0], outs[1])
        self.assertEqual(outs[0], outs[2])

    def test_memory_does_not_grow_with_the_list(self):
        peaks = []
        for count in (2_000, 60_000):
            names = self.write("names.txt", lines(count))
            program = (f"import resource, subprocess; subprocess.run([{PROGRAM!r}, 'check', '--file', {str(names)!r}, '-q', '--jobs', '2', '--output', "
                       f"{str(self.folder / 'r.jsonl')!r}], check=False); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
            done = subprocess.run(["python3", "-c", program], capture_output=True, env=environment(), check=True)
            peaks.append(int(done.stdout.split()[-1]))
        self.assertLess(peaks[1], peaks[0] + 32 * 1024, "KiB")


class Progress(Folder):
    def on_terminal(self, *args):
        """What the program writes to standard error when that is a terminal."""
        ours, theirs = pty.openpty()
        process = subprocess.Popen([PROGRAM, *map(str, args)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=theirs, env=environment())
        os.close(theirs)
        out = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:
                break
            if not piece:
                break
            out += piece
        os.close(ours)
        process.wait()
        return out.decode()

    def test_rate_and_time_left_on_a_terminal_only(self):
        names = self.write("names.txt", lines(40_000))
        shown = self.on_terminal("check", "--file", names, "--format", "jsonl", "--lang", "en", "--jobs", "1", *QUIET)
        self.assertRegex(shown, r"[\d,]+ names, [\d,]+ names/s, \d+ %, about \d+ s left")
        self.assertTrue(shown.endswith("\r\x1b[K"), repr(shown[-40:]))
        self.assertEqual(run("check", "--file", names, "--format", "jsonl", *QUIET).stderr, b"")

    def test_statistics(self):
        names = self.write("names.txt", "国酒\n历蜀记\n\xff\n".encode("latin-1", "ignore") + "国酒\n历蜀记\n".encode() + b"\xff\xfe\n")
        done = run("check", "--file", names, "--format", "jsonl", "--stats", "--lang", "en", "--fail-on", "never")
        errors = done.stderr.decode()
        counts = re.search(r"verdicts: high (\d+), medium (\d+), low (\d+), none (\d+), not checked (\d+)", errors)
        reports = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
        self.assertEqual([int(n) for n in counts.groups()], [reports.count(v) for v in ("high", "medium", "low", "none", None)])
        self.assertIn("by rule:", errors)
        self.assertIn("phases", errors)


if __name__ == "__main__":
    main()
