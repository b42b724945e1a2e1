#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The copyright file of the Debian package (DEP-5) from NOTICE, whose licence texts it repeats.

usage: copyright.py ROOT > copyright"""
import pathlib
import re
import sys

HEAD = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: tmsweep
Comment: The program is one static file; what data and libraries of others it
 holds, and under which terms, is quoted below from the file NOTICE.
"""


def paragraph(text):
    """Lines of a field of several lines: each begins with a space, and an empty one is a full stop."""
    return "\n".join(f" {line.rstrip()}" if line.strip() else " ." for line in text.strip("\n").splitlines())


def main():
    notice = (pathlib.Path(sys.argv[1]) / "NOTICE").read_text(encoding="utf-8")
    holder = re.search(r"^Copyright .*$", notice, re.M)
    print(HEAD)
    print("Files: *")
    print(f"Copyright: {holder.group(0).removeprefix('Copyright').strip() if holder else 'the tmsweep contributors'}")
    print("License: Apache-2.0 and others\n")
    print("License: Apache-2.0 and others")
    print(" The program and the data compiled by the project are under the Apache License,")
    print(" Version 2.0; on Debian systems its text is in")
    print(" /usr/share/common-licenses/Apache-2.0.")
    print(" .")
    print(" Of the libraries in the program, glibc is under the GNU Lesser General Public")
    print(" License, version 2.1 or later (/usr/share/common-licenses/LGPL-2.1), and")
    print(" libstdc++ under the GNU General Public License, version 3, with the GCC Runtime")
    print(" Library Exception (/usr/share/common-licenses/GPL-3).")
    print(" .")
    print(paragraph(notice))


if __name__ == "__main__":
    main()
