#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The npm package: its interface under node; with --npm also packed, installed offline into an empty folder, run with npx,
and its types checked by TypeScript against reports of the program."""
import json
import os
import shutil
import unittest

import package

NPM = "--npm" in package._rest
NODE_TEST = package.ROOT / "tests/packages/npm.mjs"
CONSUMER = """
import { check, checkAll, TmsweepError, type Finding, type Options, type Report } from "tmsweep";

const options: Options = { goods: ["火锅店"], classes: 43, lang: "en", trace: true };
async function use(): Promise<string[]> {
  const report: Report = await check({ name: "历蜀记", classes: [43] }, options);
  const first: Finding | undefined = report.findings[0];
  if (first !== undefined && first.earlier_mark !== null) console.log(first.earlier_mark.name, first.articles["2026"]);
  const out: string[] = [];
  for await (const { name, verdict } of checkAll(["a", "b"])) out.push(`${name} ${verdict ?? "not checked"}`);
  try { await check("x"); } catch (e) { if (e instanceof TmsweepError) console.log(e.exitCode.toFixed(), e.report?.error); }
  return out;
}
// @ts-expect-error: no such option
const wrong: Options = { colour: "red" };
// @ts-expect-error: a verdict is none of these
const never: Report["verdict"] = "registrable";
"""


class Npm(package.PackageTest):
    def test_interface(self):
        folder = self.built("npm", "--unpacked")
        meta = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        self.assertEqual(meta["version"], package.version())
        self.assertFalse({"dependencies", "scripts"} & meta.keys())
        for name in meta["files"]:
            self.assertTrue((folder / name).exists(), name)
        self.must("node", "--test", NODE_TEST, env={"TMSWEEP_PACKAGE": str(folder)})


@unittest.skipUnless(NPM, "only with --npm")
class Installed(package.PackageTest):
    @classmethod
    def setUpClass(cls):
        cls.file = cls.built("npm")

    def setUp(self):
        self.project = self.folder()
        home = self.folder()
        self.env = {"HOME": str(home), "npm_config_cache": str(home / "cache"), "npm_config_offline": "true",
                    "npm_config_update_notifier": "false"}
        (self.project / "package.json").write_text('{"name": "user", "version": "1.0.0", "private": true}')
        self.must("npm", "install", "--no-audit", "--no-fund", self.file, cwd=self.project, env=self.env)

    def test_program(self):
        out = self.must("npx", "--no-install", "tmsweep", "--version", cwd=self.project, env=self.env)
        self.assertIn(package.version(), out)
        run = package.call("npx", "--no-install", "tmsweep", "check", "国酒", "--goods", "白酒", cwd=self.project, env=self.env)
        self.assertEqual(run.returncode, 1)  # the exit code of the program passes through npx

    def test_both_kinds_of_module(self):
        (self.project / "user.mjs").write_text(
            'import { check } from "tmsweep";\nimport tmsweep from "tmsweep";\n'
            'console.log((await check("国酒", { goods: "白酒" })).verdict, tmsweep.version);\n', encoding="utf-8")
        (self.project / "user.cjs").write_text(
            'require("tmsweep").check("国酒", { goods: "白酒" }).then((r) => console.log(r.verdict, require("tmsweep").version));\n',
            encoding="utf-8")
        for file in ("user.mjs", "user.cjs"):
            self.assertEqual(self.must("node", file, cwd=self.project, env=self.env), f"high {package.version()}\n")
        shutil.copy(NODE_TEST, self.project)
        self.must("node", "--test", "npm.mjs", cwd=self.project, env=self.env)

    @unittest.skipUnless(shutil.which(os.environ.get("TSC", "tsc")), "no TypeScript")
    def test_types(self):
        """Types are held against a consumer, and against reports that the program writes (no property too many)."""
        run = package.call(package.PROGRAM, "check", "国酒", "康帅博", "百衣百顺", "", "历蜀记", "--class", "30,33", "--trace", "--format", "jsonl")
        reports = run.stdout.splitlines()
        self.assertGreater(len(reports), 3)
        real = "".join(f"const report{i}: Report = {line};\n" for i, line in enumerate(reports))
        (self.project / "user.mts").write_text(CONSUMER + real, encoding="utf-8")
        (self.project / "user.cts").write_text(CONSUMER + real, encoding="utf-8")
        self.must(os.environ.get("TSC", "tsc"), "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022",
                  "--module", "nodenext", "--moduleResolution", "nodenext", "--lib", "es2022,dom", "user.mts",
                  "user.cts", cwd=self.project, env=self.env)


if __name__ == "__main__":
    if NPM:
        package._rest.remove("--npm")
    package.main()
