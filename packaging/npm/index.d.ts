// SPDX-License-Identifier: Apache-2.0
import type { Report } from "./report";

export * from "./report";

/** A name, with goods and classes of its own in place of those of the options. */
export interface Name {
  name: string;
  goods?: string | readonly string[];
  classes?: number | readonly number[];
}

/** Options of `tmsweep check`; settings and databases of the user count as they do on the command line. */
export interface Options {
  /** Goods or services in everyday words, as in "火锅店". */
  goods?: string | readonly string[];
  /** Nice classes, 1 to 45. */
  classes?: number | readonly number[];
  /** The law in force on this day, YYYY-MM-DD; today by default. */
  asOf?: string;
  /** Language of the sentences. */
  lang?: "zh" | "en";
  /** File with a list of earlier marks. */
  marks?: string;
  /** File of a database of imported marks. */
  userDb?: string;
  /** File of another database of rules. */
  db?: string;
  /** Configuration file to read, and no other. */
  config?: string;
  /** Read no configuration file. */
  noConfig?: boolean;
  /** File with findings that are accepted. */
  baseline?: string;
  /** Fail when the database is older than so many days. */
  maxAge?: number;
  /** Earlier marks of other classes too, as notes. */
  allClasses?: boolean;
  /** Show the steps of normalization. */
  trace?: boolean;
  /** Threads; as many as processors by default. */
  jobs?: number;
  /** Another tmsweep than the one of this package. */
  program?: string;
  /** Working directory of the program. */
  cwd?: string;
  /** Environment of the program. */
  env?: Record<string, string | undefined>;
  /** Ends the program; the call throws the signal's reason. */
  signal?: AbortSignal;
}

/** The program could not do its work; exitCode is 2 for wrong use, 3 when the check could not be carried out. */
export class TmsweepError extends Error {
  readonly name: "TmsweepError";
  readonly exitCode: number;
  /** With check(): the report that says why the name could not be checked. */
  readonly report?: Report;
}

/** Checks one name. Throws a TmsweepError when it could not be checked. */
export function check(name: string | Name, options?: Options): Promise<Report>;

/**
 * Checks names as they come, and gives their reports in the same order. A name that could not be read has a report with
 * the verdict null and an error. Leaving the loop ends the program.
 */
export function checkAll(
  names: Iterable<string | Name> | AsyncIterable<string | Name>,
  options?: Options,
): AsyncIterableIterator<Report>;

/** Path of the program. */
export const program: string;
export const version: string;
