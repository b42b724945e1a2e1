#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The static tarball: what is in it, the same bytes again, and a program that runs in a root that holds nothing else."""
import os
import shutil
import tarfile

import package


class Tarball(package.PackageTest):
    @classmethod
    def setUpClass(cls):
        cls.file = cls.built("tarball")

    def test_content(self):
        name = f"tmsweep-{package.version()}-linux-x86_64"
        self.assertEqual(self.file.name, f"{name}.tar.gz")
        with tarfile.open(self.file) as tar:
            members = tar.getmembers()
        names = [m.name for m in members]
        self.assertEqual(names, sorted(names))
        for wanted in ("bin/tmsweep", "LICENSE", "NOTICE", "README.md", "share/doc/tmsweep/report.schema.json",
                       "share/man/man1/tmsweep.1"):
            self.assertIn(f"{name}/{wanted}", names)
        for member in members:
            self.assertEqual((member.uid, member.gid, member.uname, member.gname), (0, 0, "", ""), member.name)
            executable = member.isdir() or member.name.startswith(f"{name}/bin/")
            self.assertEqual(member.mode, 0o755 if executable else 0o644, member.name)
        self.assertEqual(len({m.mtime for m in members}), 1)

    def test_same_bytes_again(self):
        first = self.file.read_bytes()
        self.assertEqual(first, self.built("tarball").read_bytes())

    def test_empty_root(self):
        folder = self.folder()
        with tarfile.open(self.file) as tar:
            tar.extractall(folder)
        program = next(folder.glob("*/bin/tmsweep"))
        self.assertNotEqual(package.call("ldd", program).returncode, 0, "ldd finds libraries")
        root = self.folder()
        shutil.copy(program, root / "tmsweep")
        inside = ["chroot", root] if os.geteuid() == 0 else ["unshare", "--map-root-user", "chroot", root]
        out = self.must(*inside, "/tmsweep", "check", "历蜀记", "--goods", "火锅店", "--lang", "en")
        self.assertIn("no mine found", out)
        # ICU's data is inside: full-width and circled characters are folded.
        out = package.call(*inside, "/tmsweep", "check", "国酒①", "--goods", "白酒", "--format", "json").stdout
        self.assertIn('"normalized":"国酒1"', out.replace(": ", ":"))
        self.assertEqual([p.name for p in root.iterdir()], ["tmsweep"])


if __name__ == "__main__":
    package.main()
