// SPDX-License-Identifier: Apache-2.0
// The interface of the npm package; the module is found through NODE_PATH or an installed package.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import test from "node:test";

const require = createRequire(import.meta.url);
const { check, checkAll, TmsweepError, program, version } = require(process.env.TMSWEEP_PACKAGE ?? "tmsweep");

async function all(iterable) {
  const out = [];
  for await (const report of iterable) out.push(report);
  return out;
}

const rejected = (exitCode, part) => (error) => {
  assert.ok(error instanceof TmsweepError, String(error));
  assert.equal(error.exitCode, exitCode);
  assert.ok(error.message.includes(part), error.message);
  return true;
};

test("one name", async () => {
  const report = await check("国酒", { goods: "白酒", lang: "en" });
  assert.equal(report.schema, "tmsweep.report/1");
  assert.equal(report.verdict, "high");
  assert.deepEqual(report.goods, ["白酒"]);
  assert.equal((await check("历蜀记", { classes: [43] })).verdict, "none");
});

test("options reach the program", async () => {
  const report = await check("国酒", { classes: 33, asOf: "2027-01-01", trace: true, allClasses: true, lang: "en" });
  assert.equal(report.law_edition, "2026");
  assert.deepEqual(report.classes, [33]);
  assert.equal((await check("国酒", { noConfig: true, maxAge: 36500, jobs: 1 })).verdict, "high");
  await assert.rejects(check("国酒", { config: "/nonexistent.toml", lang: "en" }), rejected(2, "nonexistent"));
  await assert.rejects(check("国酒", { baseline: "/nonexistent.json", lang: "en" }), TmsweepError);
  await assert.rejects(check("国酒", { lang: "fr" }), rejected(2, "fr"));
  await assert.rejects(check("国酒", { db: "/nonexistent.db" }), rejected(3, "nonexistent"));
});

test("hostile names are names", async () => {
  const names = ["--help", "-", "@file", "a\nb", "a\0b", "\r\n", "\u2028", "\x1b[31m红\x1b[0m", "=CMD()", "\"", "$(id)", "国".repeat(500)];
  const reports = await all(checkAll(names, { lang: "en" }));
  assert.deepEqual(reports.map((r) => r.name), names);
});

test("a name that cannot be checked", async () => {
  await assert.rejects(check("", { lang: "en" }), rejected(3, "empty"));
  await assert.rejects(check(7), rejected(2, "string"));
  await assert.rejects(check("x", { classes: [46] }), rejected(2, "classes"));
  await assert.rejects(check("x", { colour: "red" }), rejected(2, "colour"));
  await assert.rejects(check("x", { marks: "a\0b" }), rejected(2, "NUL"));
  await assert.rejects(all(checkAll("国酒")), rejected(2, "iterable"));
  const reports = await all(checkAll(["国酒", "", "历蜀记"], { lang: "en" }));
  assert.deepEqual(reports.map((r) => r.verdict === null), [false, true, false]);
});

test("a program that is not there, or gives nothing", async () => {
  await assert.rejects(check("x", { program: "/nonexistent/tmsweep" }), rejected(3, "could not be run"));
  await assert.rejects(check("x", { program: "/bin/false" }), TmsweepError);
  await assert.rejects(check("x", { program: "/bin/true" }), TmsweepError);
  async function* waiting() {
    yield "国酒";
    await new Promise((resolve) => setTimeout(resolve, 60_000).unref());
  }
  await assert.rejects(all(checkAll(waiting(), { lang: "fr" })), rejected(2, "fr"));
});

test("a stream of names, in order, each with goods of its own", async () => {
  async function* names() {
    for (let i = 0; i < 5000; i += 1) yield { name: `历蜀记${i}`, goods: "火锅店" };
  }
  let expected = 0;
  for await (const report of checkAll(names())) {
    assert.equal(report.name, `历蜀记${expected}`);
    expected += 1;
  }
  assert.equal(expected, 5000);
});

test("an end before all is read, and a fault among the names", async () => {
  function* endless() {
    for (let i = 0; ; i += 1) yield `名${i}`;
  }
  for await (const report of checkAll(endless())) {
    assert.equal(report.name, "名0");
    break;
  }
  await assert.rejects(all(checkAll(["国酒", 5])), rejected(2, "string"));
});

test("a signal ends it", async () => {
  const stop = new AbortController();
  async function* slow() {
    yield "国酒";
    stop.abort(new Error("enough"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    yield "历蜀记";
  }
  await assert.rejects(all(checkAll(slow(), { signal: stop.signal })), /enough/);
});

test("what else is told", () => {
  assert.match(version, /^\d+\.\d+\.\d+/);
  assert.ok(program.endsWith("bin/tmsweep"));
});
