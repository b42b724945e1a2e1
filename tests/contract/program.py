# SPDX-License-Identifier: Apache-2.0
"""The program under test, run without a database of the user's, and a folder for a test's files."""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

_parser = argparse.ArgumentParser()
_parser.add_argument("--program", required=True)
_known, _rest = _parser.parse_known_args()
PROGRAM = str(pathlib.Path(_known.program).resolve())
WINE = "TMSWEEP_TEST_WINE" in os.environ  # set by packaging/windows/test


def environment(extra=None):
    """Without a database of the user's."""
    return {"PATH": os.environ["PATH"], "LANG": "en_US.UTF-8", "LC_CTYPE": "C.UTF-8", "TERM": "dumb", "XDG_DATA_HOME": "/nonexistent", **(extra or {})}


def run(*args, stdin=b"", env=None, **options):
    """The ended process, with the bytes it wrote."""
    words = [a if isinstance(a, bytes) else str(a) for a in args]
    return subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, env=environment(env), timeout=300, check=False, **options)


class Folder(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def write(self, name, text):
        """The path of a new file with this text, or these bytes."""
        file = self.folder / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return file


def main():
    unittest.main(argv=[sys.argv[0], *_rest])
