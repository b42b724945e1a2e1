# SPDX-License-Identifier: Apache-2.0
"""What the tests of the packages share: the build to pack, a folder of their own, commands that must succeed."""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

_parser = argparse.ArgumentParser()
_parser.add_argument("--build", required=True, help="folder of a finished release build")
_parser.add_argument("--out", help="folder that keeps the packages")
_known, _rest = _parser.parse_known_args()
BUILD = pathlib.Path(_known.build).resolve()
PROGRAM = BUILD / "tmsweep"


def version():
    cache = (BUILD / "CMakeCache.txt").read_text(encoding="utf-8")
    return next(line.split("=", 1)[1] for line in cache.splitlines() if line.startswith("CMAKE_PROJECT_VERSION:"))


def environment(extra=None):
    """Without settings and databases of the user's."""
    kept = {key: os.environ[key] for key in ("PATH", "SOURCE_DATE_EPOCH") if key in os.environ}
    return {**kept, "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent", **(extra or {})}


def call(*command, env=None, **options):
    """The ended process, with text of what it wrote."""
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, env=environment(env), timeout=900,
                          check=False, **options)


class PackageTest(unittest.TestCase):
    def must(self, *command, **options):
        """What a command wrote that must succeed."""
        run = call(*command, **options)
        self.assertEqual(run.returncode, 0, f"{command}\n{run.stdout}{run.stderr}")
        return run.stdout

    def folder(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        return pathlib.Path(temporary.name)

    @classmethod
    def built(cls, kind, *options):
        """The file that packaging/KIND/build writes, anew each time."""
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        out = _known.out or temporary.name
        run = call(ROOT / "packaging" / kind / "build", "--build", BUILD, "--out", out, *options, env={"HOME": temporary.name})
        if run.returncode != 0:
            raise AssertionError(f"packaging/{kind}/build: {run.stdout}{run.stderr}")
        return pathlib.Path(run.stdout.splitlines()[-1])


def main():
    unittest.main(argv=[sys.argv[0], *_rest])
