#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The GitHub action, the GitLab template and the pre-commit hook: their steps are run as those services run them, with the
program and with a stand-in that writes down how it was called. --pre-commit also runs pre-commit itself."""
import json
import os
import re
import shutil
import stat
import unittest
import xml.etree.ElementTree as ET

import package
import yaml

PRE_COMMIT = "--pre-commit" in package._rest
ACTION = package.ROOT / "packaging/action/action.yml"
TEMPLATE = package.ROOT / "packaging/gitlab/tmsweep.gitlab-ci.yml"
HOOKS = package.ROOT / ".pre-commit-hooks.yaml"
NASTY = "$(touch hacked) `touch hacked` \"; touch hacked; '${IFS}&&touch hacked #"
STAND_IN = """#!/usr/bin/env python3
import json, os, sys
if sys.argv[1:] == ["--version"]:
    print("tmsweep 0")
    sys.exit(0)
open(os.environ["CALLED"], "w").write(json.dumps(sys.argv[1:]))
for word in sys.argv:
    if word.startswith("--output=sarif:") and os.environ["CODE"] in "01":
        open(word.split(":", 1)[1], "w").write("{}")
sys.exit(int(os.environ["CODE"]))
"""


def loaded(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


class Action:
    """A run of the action's steps in a folder, as GitHub's runner does it."""

    def __init__(self, folder, inputs, env=None):
        self.folder, self.extra = folder, env or {}
        self.action = loaded(ACTION)
        self.inputs = {key: str(value.get("default", "")) for key, value in self.action["inputs"].items()}
        self.inputs.update(inputs)
        self.outputs, self.uploaded, self.log, self.code = {}, None, "", 0
        for step in self.action["runs"]["steps"]:
            self.step(step)

    def lookup(self, name):
        parts = name.split(".")
        if parts[0] == "inputs":
            return self.inputs[parts[1]]
        assert parts[0] == "steps" and parts[2] == "outputs", name
        return self.outputs.get(parts[1], {}).get(parts[3], "")

    def filled(self, text):
        return re.sub(r"\$\{\{\s*([a-z.-]+)\s*\}\}", lambda m: self.lookup(m.group(1)), text)

    def wanted(self, condition):
        """Steps without always() are left out once one has failed."""
        if condition is None:
            return self.code == 0
        text = condition.strip().removeprefix("${{").removesuffix("}}")
        alive = "always()" in text or self.code == 0
        text = text.replace("always()", "True").replace("&&", "and")
        return alive and eval(re.sub(r"\b(?:inputs|steps)\.[\w.-]+", lambda m: repr(self.lookup(m.group(0))), text))

    def step(self, step):
        if not self.wanted(step.get("if")):
            return
        if "uses" in step:
            self.uploaded = {key: self.filled(value) for key, value in step["with"].items()}
            return
        assert step["shell"] == "bash" and "${{" not in step["run"], "inputs must not become part of a script"
        output, script = self.folder / ".output", self.folder / ".script"
        output.write_text("")
        script.write_text(step["run"])
        env = {key: self.filled(value) for key, value in step["env"].items()}
        run = package.call("bash", "--noprofile", "--norc", "-eo", "pipefail", script, cwd=self.folder,
                           env={"GITHUB_ACTION_PATH": str(ACTION.parent), "GITHUB_OUTPUT": str(output), **self.extra, **env})
        self.log += run.stdout + run.stderr
        if "id" in step:
            self.outputs[step["id"]] = dict(line.split("=", 1) for line in output.read_text().splitlines())
        self.code = self.code or run.returncode


class Pipeline(package.PackageTest):
    def setUp(self):
        self.here = self.folder()

    def names(self, name="names.txt", text="历蜀记\n国酒\n"):
        (self.here / name).write_text(text, encoding="utf-8")
        return name

    def stand_in(self, code):
        """A program in place of tmsweep, and the environment that tells it what to do."""
        tools = self.folder()
        program = tools / "tmsweep"
        program.write_text(STAND_IN)
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return {"CALLED": str(tools / "called"), "CODE": str(code), "PATH": f"{tools}:{os.environ['PATH']}"}

    def called(self, env):
        with open(env["CALLED"], encoding="utf-8") as file:
            return json.load(file)


class GitHub(Pipeline):
    def test_shape(self):
        action = loaded(ACTION)
        self.assertEqual(action["runs"]["using"], "composite")
        steps = action["runs"]["steps"]
        used = [step["uses"] for step in steps if "uses" in step]
        self.assertEqual(used, ["github/codeql-action/upload-sarif@v4"])
        for step in steps:
            self.assertNotIn("${{", step.get("run", ""))
            for name in re.findall(r"inputs\.([a-z-]+)", json.dumps(step)):
                self.assertIn(name, action["inputs"])

    def test_exit_codes_and_upload(self):
        for code, upload in ((0, True), (1, True), (2, False), (3, False)):
            with self.subTest(code=code):
                run = Action(self.here, {"files": self.names()}, self.stand_in(code))
                self.assertEqual(run.code, code, run.log)
                self.assertEqual(run.outputs["check"]["exit-code"], str(code))
                expected = {"sarif_file": "tmsweep.sarif", "category": "tmsweep"} if upload else None
                self.assertEqual(run.uploaded, expected)
        self.assertIsNone(Action(self.here, {"files": "names.txt", "upload": "false"}, self.stand_in(1)).uploaded)

    def test_arguments(self):
        env = self.stand_in(0)
        Action(self.here, {"files": "a.txt\n  \n-b c.csv\r\n", "goods": f"火锅店\n{NASTY}", "class": "29,30", "fail-on": "medium",
                           "format": "json", "args": f"--lang=en\n--marks={NASTY}", "sarif": "out file.sarif"}, env)
        self.assertEqual(self.called(env), [
            "check", "--file=a.txt", "--file=-b c.csv", "--goods=火锅店", f"--goods={NASTY}", "--class=29,30", "--fail-on=medium",
            "--format=json", "--lang=en", f"--marks={NASTY}", "--output=sarif:out file.sarif"])

    def test_hostile_inputs(self):
        for inputs in ({"files": NASTY}, {"files": "x", "args": NASTY}, {"files": "x", "class": NASTY}, {"files": "x", "category": NASTY},
                       {"files": "x", "sarif": f"{NASTY}\nexit-code=0"}, {"files": "x", "path": NASTY}, {"files": "x", "format": NASTY}):
            with self.subTest(inputs=inputs):
                run = Action(self.here, inputs, self.stand_in(0))
                self.assertFalse((self.here / "hacked").exists(), run.log)
        self.assertEqual(Action(self.here, {"files": "\n"}, self.stand_in(0)).code, 2)
        self.assertEqual(Action(self.here, {"files": "x", "args": "name"}, self.stand_in(0)).code, 2)
        self.assertEqual(Action(self.here, {"files": "x", "path": "/nonexistent"}, self.stand_in(0)).code, 3)

    def test_where_the_program_comes_from(self):
        nowhere = {"PATH": "/usr/bin:/bin"}
        run = Action(self.here, {"files": "x"}, nowhere)
        self.assertEqual(run.code, 3)
        self.assertIn("not installed", run.log)
        source = self.folder()
        shutil.copytree(ACTION.parent, source / "packaging/action")
        (source / "build/release").mkdir(parents=True)
        env = self.stand_in(0)
        shutil.copy(shutil.which("tmsweep", path=env["PATH"]), source / "build/release")
        run_script = source / "packaging/run"
        run_script.write_text("#!/bin/sh\nexit 0\n")
        run_script.chmod(0o755)
        env.update(nowhere, GITHUB_ACTION_PATH=str(source / "packaging/action"))
        run = Action(self.here, {"files": "x", "build": "true"}, env)
        self.assertEqual(run.code, 0, run.log)
        self.assertIn("--file=x", self.called(env))

    def test_stale_file_is_not_uploaded(self):
        (self.here / "tmsweep.sarif").write_text("{}")
        run = Action(self.here, {"files": "x"}, self.stand_in(3))
        self.assertIsNone(run.uploaded)

    def test_program(self):
        run = Action(self.here, {"files": self.names(), "goods": "白酒", "path": str(package.PROGRAM)})
        self.assertEqual(run.code, 1, run.log)
        self.assertIn("::", run.log)
        sarif = json.loads((self.here / run.uploaded["sarif_file"]).read_text(encoding="utf-8"))
        self.assertEqual(sarif["version"], "2.1.0")
        results = sarif["runs"][0]["results"]
        place = results[0]["locations"][0]["physicalLocation"]
        self.assertEqual((place["artifactLocation"]["uri"], place["region"]["startLine"]), ("names.txt", 2))


class GitLab(Pipeline):
    def run_job(self, variables, env=None, shell="sh"):
        job = loaded(TEMPLATE)["tmsweep"]
        script = "\n".join(job["before_script"] + job["script"])
        return package.call(shell, "-c", script, cwd=self.here, env={**job["variables"], **(env or {}), **variables})

    def test_shape(self):
        job = loaded(TEMPLATE)["tmsweep"]
        artifacts = job["artifacts"]
        self.assertEqual((artifacts["when"], artifacts["reports"]), ("always", {"junit": "tmsweep.junit.xml"}))
        self.assertIn("tmsweep.sarif", artifacts["paths"])
        for shell in ("dash", "bash"):
            self.must("shellcheck", "-s", shell, "-e", "SC2086", "-", input="\n".join(job["before_script"] + job["script"])) if (
                shutil.which("shellcheck")) else None

    def test_arguments(self):
        for code in (0, 1, 3):
            env = self.stand_in(code)
            run = self.run_job({"TMSWEEP_FILES": "a.txt *.csv", "TMSWEEP_OPTIONS": "--goods=火锅店 --lang=en"}, env)
            self.assertEqual(run.returncode, code, run.stderr)
            self.assertEqual(self.called(env), ["check", "--file=a.txt", "--file=*.csv", "--goods=火锅店", "--lang=en", "--format=text",
                                                "--output=junit:tmsweep.junit.xml", "--output=sarif:tmsweep.sarif"])
        for variables in ({}, {"TMSWEEP_FILES": "a", "TMSWEEP_OPTIONS": "name"}):
            self.assertEqual(self.run_job(variables, self.stand_in(0)).returncode, 2)
        self.run_job({"TMSWEEP_FILES": NASTY, "TMSWEEP_OPTIONS": f"--x={NASTY}"}, self.stand_in(0))
        self.assertFalse((self.here / "hacked").exists())

    def test_program_from_a_tarball(self):
        file = self.built("tarball")
        self.names()
        digest = self.must("sha256sum", file).split()[0]
        variables = {"TMSWEEP_FILES": "names.txt", "TMSWEEP_OPTIONS": "--goods=白酒", "TMSWEEP_PACKAGE_URL": f"file://{file}"}
        run = self.run_job({**variables, "TMSWEEP_PACKAGE_SHA256": digest})
        self.addCleanup(shutil.rmtree, "/tmp/tmsweep", ignore_errors=True)
        self.assertEqual(run.returncode, 1, run.stdout + run.stderr)
        suite = ET.parse(self.here / "tmsweep.junit.xml").getroot()
        self.assertGreaterEqual(len(suite.findall(".//testcase")), 2)
        self.assertGreaterEqual(len(suite.findall(".//failure")), 1)
        self.assertIn("国酒", run.stdout)
        self.assertEqual(json.loads((self.here / "tmsweep.sarif").read_text(encoding="utf-8"))["version"], "2.1.0")
        self.assertNotEqual(self.run_job({**variables, "TMSWEEP_PACKAGE_SHA256": "0" * 64}).returncode, 0)


class Hook(Pipeline):
    def test_shape(self):
        hook, = loaded(HOOKS)
        self.assertEqual((hook["id"], hook["language"]), ("tmsweep", "system"))
        # Names of files must never be taken as names to check.
        self.assertTrue(hook["entry"].endswith(" --file"))
        for name, taken in (("brand-names.txt", True), ("a/tmsweep_names.csv", True), ("trademarknames.jsonl", True), ("names.py", False),
                            ("filenames.txt", False)):
            self.assertEqual(bool(re.search(hook["files"], name)), taken, name)

    def test_entry(self):
        hook, = loaded(HOOKS)
        words = hook["entry"].split()
        self.assertEqual(words.pop(0), "tmsweep")
        good, bad = self.names("good.txt", "历蜀记\n"), self.names("bad.txt", "国酒\n")
        for files, codes in (([good], {0}), ([bad], {1}), ([good, bad], {1}), (["--goods", "白酒", good], {2, 3})):
            self.assertIn(package.call(package.PROGRAM, *words, *files, cwd=self.here).returncode, codes, files)

    @unittest.skipUnless(PRE_COMMIT, "only with --pre-commit")
    def test_pre_commit(self):
        """pre-commit clones the hook from a repository, here one with the hook's file alone."""
        hooks, user = self.folder(), self.here
        env = {"HOME": str(self.folder()), "PATH": f"{package.BUILD}:{os.environ['PATH']}", "GIT_CONFIG_GLOBAL": "/dev/null"}
        env.update({f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")})
        shutil.copy(HOOKS, hooks)

        def git(where, *words):
            return self.must("git", "-C", where, *words, env=env).strip()

        for where in (hooks, user):
            git(where, "init", "-q")
        git(hooks, "add", "-A")
        git(hooks, "commit", "-qm", "hook")
        self.names("brand-names.txt", "国酒\n")
        config = {"repos": [{"repo": str(hooks), "rev": git(hooks, "rev-parse", "HEAD"), "hooks": [{"id": "tmsweep"}]}]}
        (user / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
        git(user, "add", "-A")
        run = package.call("pre-commit", "run", cwd=user, env=env)
        self.assertEqual(run.returncode, 1, run.stdout + run.stderr)
        self.assertIn("国酒", run.stdout)
        self.names("brand-names.txt", "历蜀记\n")
        git(user, "add", "-A")
        self.assertIn("Passed", self.must("pre-commit", "run", cwd=user, env=env))


class Scripts(package.PackageTest):
    def test_shellcheck(self):
        """Every shell script of the packages."""
        if not shutil.which("shellcheck"):
            self.skipTest("no shellcheck")
        scripts = []
        for path in sorted((package.ROOT / "packaging").rglob("*")):
            if path.is_file() and path.read_bytes().startswith((b"#!/usr/bin/env bash", b"# shellcheck shell")):
                scripts.append(path)
        self.assertGreater(len(scripts), 8)
        self.must("shellcheck", "-x", *scripts, cwd=package.ROOT)


if __name__ == "__main__":
    if PRE_COMMIT:
        package._rest.remove("--pre-commit")
    package.main()
