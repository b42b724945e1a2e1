# SPDX-License-Identifier: Apache-2.0
"""Each output format of `check` read by a parser that is not ours, into the findings that it carries.

A document is (findings, errors): [(name, rule, matched)] in order, names and matched text as people see them, and the
number of names that could not be checked. A parser raises when the output is not what the format demands."""
import csv
import io
import json
import pathlib
import re
import xml.etree.ElementTree as ET

import jsonschema
import markdown_it
from hostile import shown

HERE = pathlib.Path(__file__).resolve().parent
SARIF = jsonschema.Draft4Validator(json.loads((HERE / "sarif-2.1.0.schema.json").read_text(encoding="utf-8")),
                                   format_checker=jsonschema.FormatChecker())
NOT_CHECKED = "not-checked"


def require(condition, why):
    if not condition:
        raise ValueError(why)


def reports(document):
    return document["reports"] if document["schema"] == "tmsweep.run/1" else [document]


def of_reports(items):
    return ([(shown(r["name"]), f["rule"], shown(f["matched"])) for r in items for f in r["findings"]],
            sum(r["verdict"] is None for r in items))


def read_json(text):
    return of_reports(reports(json.loads(text)))


def read_jsonl(text):
    return of_reports([json.loads(line) for line in text.split("\n")[:-1]])


def sarif_faults(log):
    """What the published schema, and what the specification beside it, say against this log."""
    out = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in SARIF.iter_errors(log)]
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        if len({r["id"] for r in rules}) != len(rules):
            out.append("a rule stands twice")
        for result in run["results"]:
            if "ruleIndex" in result and rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                out.append(f"ruleIndex of {result['ruleId']} is that of another rule")
            text = result["message"]["text"]
            if "](" in text or re.search(r"\{\d+\}", text.replace("{{", "").replace("}}", "")):
                out.append(f"a link or a placeholder: {text[:80]!r}")
    return out


def read_sarif(text):
    log = json.loads(text)
    faults = sarif_faults(log)
    require(not faults, "; ".join(faults))
    run = log["runs"][0]
    notifications = run["invocations"][0]["toolExecutionNotifications"]
    require(run["invocations"][0]["executionSuccessful"] == (not notifications), "executionSuccessful does not follow the notifications")
    for message in [r["message"]["text"] for r in [*run["results"], *notifications]]:
        require(message == shown(message), "a message with a character that acts")
    return ([(shown(r["properties"]["name"]), r["ruleId"], shown(r["properties"]["matched"])) for r in run["results"]],
            sum("locations" in n for n in notifications))


COMMAND = re.compile(r"::(error|warning|notice) ((?:(?:file|line|endLine|col|endColumn|title)=[^,:\r\n]*)(?:,(?:file|line|endLine|col|endColumn|title)=[^,:\r\n]*)*)::([^\r\n]*)")


def unescaped(text):
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def read_github(text):
    findings, errors = [], 0
    require(text.endswith("\n"), "the last line has no end")
    lines = text[:-1].split("\n")
    for number, line in enumerate(lines):
        found = COMMAND.fullmatch(line)
        require(found, f"no workflow command: {line[:120]!r}")
        require(not re.search("%(?!0D|0A|3A|2C|25)", found.group(2) + found.group(3)), f"a bare %: {line[:120]!r}")
        title = unescaped(dict(p.split("=", 1) for p in found.group(2).split(","))["title"])
        data = unescaped(found.group(3))
        if number == len(lines) - 1:
            require(title == "tmsweep" and found.group(1) == "notice", "no summary at the end")
        elif title in ("未检查", "not checked"):
            require(found.group(1) == "error", "a name that could not be checked is an error")
            errors += 1
        else:
            # The message begins with the name; the matched text has no field of its own.
            findings.append((data, title.split(" ")[-1], None))
    return findings, errors


def read_junit(text):
    root = ET.fromstring(text.encode("utf-8"))
    findings, errors = [], 0
    require(root.tag == "testsuites", "no testsuites")
    for suite in root:
        cases = suite.findall("testcase")
        for count, tag in (("tests", None), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            true = len(cases) if tag is None else sum(c.find(tag) is not None for c in cases)
            require(int(suite.get(count)) == true, f"{count} says {suite.get(count)}, there are {true}")
        require({p.get("name") for p in suite.iter("property")} >= {"verdict", "database"}, "properties are missing")
        for case in cases:
            rule = case.get("classname").removeprefix("tmsweep.")
            require(case.get("name") and rule, "a test case without a name")
            if rule == NOT_CHECKED:
                require(case.find("error") is not None, "not checked, and no error")
                errors += 1
            elif rule != "no-mine-found":
                findings.append((suite.get("name"), rule, None))
    return findings, errors


def read_checkstyle(text):
    root = ET.fromstring(text.encode("utf-8"))
    findings, errors = [], 0
    require(root.tag == "checkstyle", "no checkstyle")
    for error in root.iter("error"):
        require(error.get("severity") in ("error", "warning", "info", "ignore"), "unknown severity")
        rule = error.get("source").removeprefix("tmsweep.")
        if rule == NOT_CHECKED:
            require(error.get("severity") == "error", "not checked, and no error")
            errors += 1
        else:
            findings.append((error.get("message"), rule, None))
    return findings, errors


FORMULA = re.compile("[ \u00a0\u3000]*[=+@＝＋－＠\\-]")


def table(rows):
    header, *body = rows
    require(len(set(header)) == len(header), "a column stands twice")
    findings, errors = [], 0
    for row in body:
        require(len(row) == len(header), f"{len(row)} cells under {len(header)} columns")
        for value in row:
            require(not FORMULA.match(value), f"a formula: {value[:80]!r}")
        cells = {k: re.sub("^'(?=[ \u00a0\u3000]*[=+@＝＋－＠\"\\-])", "", v) for k, v in zip(header, row)}
        require(cells["verdict"] in ("high", "medium", "low", "none", NOT_CHECKED), f"verdict {cells['verdict']!r}")
        require((cells["verdict"] == NOT_CHECKED) == bool(cells["error"]), "error and verdict do not agree")
        if cells["error"]:
            errors += 1
        elif cells["rule"]:
            findings.append((cells["name"], cells["rule"], cells["matched"]))
    return findings, errors


def read_csv(text):
    require(text.startswith("\ufeff") and "\ufeff" not in text[1:], "no byte order mark, or a second one")
    require("\n" not in text.replace("\r\n", "") and "\r" not in text.replace("\r\n", ""), "a line end that is not CR LF")
    return table(list(csv.reader(io.StringIO(text[1:], newline=""), strict=True)))


def read_tsv(text):
    require(text.endswith("\n"), "the last line has no end")
    rows = [line.split("\t") for line in text[:-1].split("\n")]
    # A reader that knows quotes must come to the same cells.
    again = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
    require([len(r) for r in rows] == [len(r) for r in again], "another number of cells")
    return table(rows)


def inline_text(token):
    """The text of an inline token; raises for whatever is not plain words or code."""
    out = []
    for child in token.children or []:
        require(child.type in ("text", "code_inline", "strong_open", "strong_close"), f"{child.type} from {token.content[:120]!r}")
        if child.type == "text":
            require("@" not in child.content and not re.search(r"#\d", child.content), f"a mention: {child.content[:80]!r}")
        out.append(child.content)
    return "".join(out)


def read_markdown(text):
    require(not re.search(r"(?<!\\)://", text) and not re.search(r"\bwww\.", text, re.I), "text that GFM makes a link of")
    tokens = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    findings, errors, name, cells, depth = [], 0, None, None, 0
    for i, token in enumerate(tokens):
        require(token.type not in ("html_block", "fence", "code_block", "hr", "blockquote_open", "ordered_list_open"), f"{token.type}: {token.content[:80]!r}")
        if token.type == "inline":
            said = inline_text(token)
            if tokens[i - 1].type == "heading_open" and tokens[i - 1].tag == "h2":
                verdict, _, name = f"{said} ".partition(" · ")  # the blank before an empty name is not kept
                name = name[:-1]
                errors += verdict in ("未能检查", "not checked")
            elif cells is not None:
                cells.append(said)
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            if len(cells) == 6 and cells[1] not in ("规则", "Rule"):
                findings.append((name, cells[1].split(" · ")[-1], cells[2].split(" → ")[0]))
            require(len(cells) in (2, 6), f"{len(cells)} cells: {cells}")
            cells = None
    return findings, errors


READ = {"json": read_json, "jsonl": read_jsonl, "sarif": read_sarif, "github": read_github, "junit": read_junit,
        "checkstyle": read_checkstyle, "csv": read_csv, "tsv": read_tsv, "markdown": read_markdown}
# Characters that act and that the format itself needs.
NEEDS = {"csv": "\r\ufeff", "tsv": "\t"}
