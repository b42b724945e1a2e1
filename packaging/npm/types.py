#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""report.d.ts from docs/report.schema.json, so that the types of the npm package cannot differ from the schema.

usage: types.py SCHEMA > report.d.ts"""
import json
import sys


def type_name(key):
    return "".join(word.capitalize() for word in key.replace("_", "-").split("-"))


def comment(schema, indent):
    text = schema.get("description", "").replace("*/", "* /")
    return f"{indent}/** {text} */\n" if text else ""


def typed(schema, indent=""):
    """The TypeScript type of a schema."""
    if "$ref" in schema:
        return type_name(schema["$ref"].rsplit("/", 1)[1])
    if "const" in schema:
        return json.dumps(schema["const"], ensure_ascii=False)
    if "enum" in schema:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in schema["enum"])
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return " | ".join(typed(choice, indent) for choice in schema[key])
    kinds = schema.get("type")
    if isinstance(kinds, list):
        return " | ".join(typed({**schema, "type": kind}, indent) for kind in kinds)
    if kinds == "object":
        return members(schema, indent)
    if kinds == "array":
        inner = typed(schema.get("items", {}), indent)
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    return {"integer": "number", "number": "number", "string": "string", "boolean": "boolean", "null": "null"}.get(kinds, "unknown")


def members(schema, indent):
    properties = schema.get("properties")
    if properties is None:
        values = schema.get("additionalProperties")
        return f"Record<string, {typed(values, indent) if isinstance(values, dict) else 'unknown'}>"
    inner = indent + "  "
    lines = []
    for key, value in properties.items():
        optional = "" if key in schema.get("required", []) else "?"
        name = key if key.isidentifier() else json.dumps(key)
        lines.append(f"{comment(value, inner)}{inner}{name}{optional}: {typed(value, inner)};\n")
    return "{\n" + "".join(lines) + indent + "}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    print(f"// From report.schema.json: {schema['title']}.")
    for key, value in schema["$defs"].items():
        body = typed(value)
        head = f"interface {type_name(key)} {body}" if body.startswith("{") else f"type {type_name(key)} = {body};"
        print(f"\n{comment(value, '')}export {head}")


if __name__ == "__main__":
    main()
