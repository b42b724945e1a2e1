# SPDX-License-Identifier: Apache-2.0
"""What holds for every report: the schema, and what a schema cannot say."""
import json
import pathlib
import re

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
RISKS = ["none", "low", "medium", "high"]
# A verdict never promises registration; the words may stand only inside a negation.
PROMISES = re.compile(r"(?<!不)(?<!不等于)(可以注册|可注册|能够注册|放心注册|安全可用)(?!吗)|\b(?:is|are) (?:safe|clear|registrable)\b")
NEGATED = re.compile(r"不等于可以注册|才可以注册|可以注册为|可以注册的|不是.{0,6}可以注册")
# What is left of a sentence when a blank was filled with nothing.
EMPTY_BLANK = re.compile(r"“”|（）|（，|，）|\(\)|\( |\{[a-z]+\}|: \)|, \)|指）|（指）")

with open(ROOT / "docs/report.schema.json", encoding="utf-8") as file:
    SCHEMA = json.load(file)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def promises(text):
    """Words of `text` that read as clearance."""
    return PROMISES.findall(NEGATED.sub("", text))


def finding_faults(report, finding):
    faults = []
    if finding["article"] != finding["articles"][report["law_edition"]]:
        faults.append(f"article {finding['article']} is not that of the edition {report['law_edition']}")
    start, length = finding["span"]["start"], finding["span"]["length"]
    if start + length > len(report["name"]):
        faults.append(f"span {start}+{length} leaves the name of {len(report['name'])} code points")
    elif report["name"][start:start + length] != finding["matched"]:
        faults.append(f"matched {finding['matched']!r} is not under the span {start}+{length}")
    if (finding["effect"] == "use-risk") != (finding["ground"] == "use"):
        faults.append(f"effect {finding['effect']} under ground {finding['ground']}")
    if (finding["rule"] == "earlier-mark") != (finding["earlier_mark"] is not None):
        faults.append("an earlier mark belongs to the rule earlier-mark and to no other")
    sentences = [finding["title"], finding["why"], *finding["exceptions"], *finding["fixes"]]
    for sentence in sentences:
        if EMPTY_BLANK.search(sentence):
            faults.append(f"a blank was filled with nothing: {sentence}")
        if promises(sentence):
            faults.append(f"promises registration: {sentence}")
    for case in finding["cases"]:
        if (finding["rule"], case["name"]) == ("", ""):
            faults.append("a case without a name")
    return [f"{finding['rule']}: {f}" for f in faults]


def report_faults(report):
    """Why this report breaks the contract; empty when it does not."""
    faults = [f"schema: {'/'.join(map(str, e.absolute_path))}: {e.message[:300]}"
              for e in VALIDATOR.iter_errors(report)]
    if faults:
        return faults
    if report["law_edition"] != ("2019" if report["as_of"] < "2027-01-01" else "2026"):
        faults.append(f"edition {report['law_edition']} on {report['as_of']}")
    for name in ("changes", "process", "coverage"):
        if len(set(report[name])) != len(report[name]):
            faults.append(f"{name} says the same twice: {report[name]}")
    if report["law_edition"] == "2026" and report["changes"]:
        faults.append("announces changes that have happened")
    if report["verdict"] is None:
        return faults
    risks = [RISKS.index(f["risk"]) for f in report["findings"]]
    if risks != sorted(risks, reverse=True):
        faults.append("findings are not in the order of their risk")
    if RISKS[max(risks, default=0)] != report["verdict"]:
        faults.append(f"verdict {report['verdict']} with findings {[f['risk'] for f in report['findings']]}")
    goods_known = bool(report["classes"])
    for finding in report["findings"]:
        faults += finding_faults(report, finding)
        if goods_known and finding["depends_on_goods"]:
            faults.append(f"{finding['rule']}: depends_on_goods although the classes are known")
    return faults


def run_faults(document):
    """The same for the object of --format json: a report, or a run."""
    if document.get("schema") != "tmsweep.run/1":
        return report_faults(document)
    faults = [e.message[:300] for e in VALIDATOR.iter_errors(document)] and ["schema: the run object"]
    for i, report in enumerate(document.get("reports", [])):
        faults += [f"report {i}: {f}" for f in report_faults(report)]
    return faults
