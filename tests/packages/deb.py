#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Debian package: lintian has nothing to say, and in a fresh Debian it installs, runs, and leaves nothing behind.

Needs root, lintian, debootstrap and a Debian mirror ($DEBIAN_MIRROR)."""
import gzip
import os
import shutil

import package

MIRROR = os.environ.get("DEBIAN_MIRROR", "http://deb.debian.org/debian")


class Deb(package.PackageTest):
    @classmethod
    def setUpClass(cls):
        cls.file = cls.built("deb")

    def test_fields(self):
        fields = self.must("dpkg-deb", "--field", self.file)
        self.assertIn(f"Version: {package.version()}-", fields)
        self.assertNotIn("Depends:", fields)
        self.assertEqual(self.file.name, f"tmsweep_{package.version()}_amd64.deb")

    def test_lintian(self):
        run = package.call("lintian", "--allow-root", "--fail-on", "error,warning", self.file)
        self.assertEqual((run.returncode, run.stdout), (0, ""), run.stderr)

    def test_fresh_root_without_network(self):
        root = package.BUILD / "packages-root"
        shutil.rmtree(root, ignore_errors=True)
        self.addCleanup(shutil.rmtree, root, ignore_errors=True)
        self.must("debootstrap", "--variant=minbase", "bookworm", root, MIRROR, env={"HOME": "/root"})
        shutil.copy(self.file, root / "tmp/tmsweep.deb")

        def inside(*command):
            return self.must("unshare", "--net", "chroot", root, *command, env={"DEBIAN_FRONTEND": "noninteractive", "HOME": "/root"})

        before = set(inside("find", "/usr", "/etc", "/opt").splitlines())
        inside("apt-get", "install", "-y", "/tmp/tmsweep.deb")
        out = inside("tmsweep", "check", "历蜀记", "--goods", "火锅店", "--lang", "en")
        self.assertIn("no mine found", out)
        self.assertEqual(inside("dpkg", "--verify", "tmsweep"), "")
        self.check_files(root, set(inside("dpkg", "-L", "tmsweep").split()))
        inside("apt-get", "purge", "-y", "tmsweep")
        self.assertEqual(set(inside("find", "/usr", "/etc", "/opt").splitlines()) - before, set())

    def check_files(self, root, files):
        doc = "/usr/share/doc/tmsweep"
        for wanted in (f"{doc}/copyright", f"{doc}/changelog.Debian.gz", f"{doc}/changelog.gz",
                       "/usr/share/man/man1/tmsweep.1.gz"):
            self.assertIn(wanted, files)
        man = gzip.decompress((root / "usr/share/man/man1/tmsweep.1.gz").read_bytes()).decode("utf-8")
        self.assertIn("tmsweep", man)
        # Whatever the build installs for shells stands where Debian's shells look.
        installed = package.BUILD / "install_manifest.txt"
        listed = installed.read_text(encoding="utf-8") if installed.exists() else ""
        if "bash-completion" in listed:
            for wanted in ("bash-completion/completions/tmsweep", "zsh/vendor-completions/_tmsweep",
                           "fish/vendor_completions.d/tmsweep.fish"):
                self.assertIn(f"/usr/share/{wanted}", files)


if __name__ == "__main__":
    package.main()
