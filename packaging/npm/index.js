// SPDX-License-Identifier: Apache-2.0
"use strict";
// The program is run once a call. Names go in as JSON Lines on its standard input, never as arguments: a name may begin
// with a hyphen or hold a line feed.
const { spawn } = require("node:child_process");
const path = require("node:path");

const program = path.join(__dirname, "bin", "tmsweep");
const { version } = require("./package.json");

class TmsweepError extends Error {
  constructor(message, exitCode, report, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "TmsweepError";
    this.exitCode = exitCode;
    if (report !== undefined) this.report = report;
  }
}

const misused = (message) => new TmsweepError(message, 2);

// Options of the command line, by those of this interface. Goods and classes travel with each name.
const TEXT = {
  asOf: "--as-of", lang: "--lang", marks: "--marks", userDb: "--user-db", db: "--db", jobs: "--jobs", config: "--config",
  baseline: "--baseline", maxAge: "--max-age",
};
const SWITCHES = { allClasses: "--all-classes", trace: "--trace", noConfig: "--no-config" };
const OTHERS = ["goods", "classes", "program", "cwd", "env", "signal"];

function list(value) {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function commandLine(options) {
  const args = ["check", "--file", "-", "--format", "jsonl", "--fail-on", "never"];
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (key in TEXT) {
      const text = String(value);
      if (text.includes("\0")) throw misused(`${key} holds a NUL`);
      args.push(`${TEXT[key]}=${text}`);
    } else if (key in SWITCHES) {
      if (value) args.push(SWITCHES[key]);
    } else if (!OTHERS.includes(key)) {
      throw misused(`unknown option ${JSON.stringify(key)}`);
    }
  }
  return args;
}

function row(item, options) {
  const entry = typeof item === "string" ? { name: item } : item;
  if (entry === null || typeof entry !== "object" || typeof entry.name !== "string") {
    throw misused("a name must be a string, or an object with a string \"name\"");
  }
  const goods = list(entry.goods ?? options.goods);
  const classes = list(entry.classes ?? options.classes);
  if (!goods.every((g) => typeof g === "string")) throw misused("goods must be strings");
  if (!classes.every((c) => Number.isInteger(c) && c >= 1 && c <= 45)) throw misused("classes must be whole numbers from 1 to 45");
  return JSON.stringify({
    name: entry.name,
    ...(goods.length > 0 ? { goods } : {}),
    ...(classes.length > 0 ? { class: classes } : {}),
  });
}

// Writes the names, no faster than they are read, and keeps in `state` how far it came and what was wrong with them.
async function feed(stdin, names, options, state) {
  let open = true;
  const gone = new Promise((resolve) => {
    const close = () => { open = false; resolve(); };
    stdin.on("error", close);
    stdin.on("close", close);
  });
  for await (const item of names) {
    const line = row(item, options);
    if (!open) return;
    state.written += 1;
    if (!stdin.write(line + "\n")) {
      await Promise.race([gone, new Promise((resolve) => stdin.once("drain", resolve))]);
    }
  }
  state.done = true;
  stdin.end();
}

async function* lines(stream) {
  stream.setEncoding("utf8");
  let rest = "";
  for await (const chunk of stream) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop();
    yield* parts;
  }
  if (rest !== "") yield rest;
}

async function* checkAll(names, options = {}) {
  if (options.signal?.aborted) throw options.signal.reason;
  if (typeof names === "string" || names === null || names === undefined) throw misused("names must be an iterable of names");
  const child = spawn(options.program ?? program, commandLine(options), {
    cwd: options.cwd, env: options.env, signal: options.signal, stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve({ error }));
    child.on("close", (code, killedBy) => resolve({ code, killedBy }));
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => { said = (said + text).slice(-4096); });
  const state = { written: 0, done: false, fault: undefined };
  feed(child.stdin, names, options, state).catch((error) => {
    state.fault = { error };
    child.kill();
  });
  let reports = 0;
  try {
    for await (const line of lines(child.stdout)) {
      reports += 1;
      yield JSON.parse(line);
    }
    const { error, code, killedBy } = await ended;
    if (options.signal?.aborted) throw options.signal.reason;
    if (error !== undefined) throw new TmsweepError(`the program could not be run: ${error.message}`, 3, undefined, error);
    if (state.fault !== undefined) throw state.fault.error;
    // A name that could not be read has a report of its own that says so, and makes the exit code 3.
    if (!state.done || killedBy !== null || code === 2 || reports < state.written) {
      throw new TmsweepError(said.trim() || `the program ended with ${killedBy ?? code}`, code || 3);
    }
  } finally {
    if (child.exitCode === null && child.signalCode === null) child.kill();
  }
}

async function check(name, options = {}) {
  for await (const report of checkAll([name], options)) {
    if (report.verdict === null) throw new TmsweepError(report.error, 3, report);
    return report;
  }
  throw new TmsweepError("the program gave no report", 3);
}

module.exports = { check, checkAll, TmsweepError, program, version };
