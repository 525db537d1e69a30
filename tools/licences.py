#!/usr/bin/env python3
"""Checks licences, banned crates and sources of all dependencies against deny.toml, where cargo-deny is not installed.

Reads the same file and answers the same three questions, from what the crates say about themselves in their manifests.
Exit status 1 when something may not come in, with a line for each.
"""

import json
import pathlib
import re
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[1]
REGISTRY = "registry+https://github.com/rust-lang/crates.io-index"


def allowed(expression, allow):
    """Whether an SPDX expression can be met with the allowed licences alone."""
    # Older manifests write a slash for OR.
    tokens = re.findall(r"\(|\)|[^\s()]+", expression.replace("/", " OR "))

    def one():
        token = tokens.pop(0)
        if token == "(":
            value = any_of()
            if not tokens or tokens.pop(0) != ")":
                raise ValueError(expression)
            return value
        if token in (")", "AND", "OR", "WITH"):
            raise ValueError(expression)
        if tokens[:1] == ["WITH"]:
            tokens.pop(0)
            token = f"{token} WITH {tokens.pop(0)}"
        return token in allow

    def all_of():
        value = one()
        while tokens[:1] == ["AND"]:
            tokens.pop(0)
            value = one() and value
        return value

    def any_of():
        value = all_of()
        while tokens[:1] == ["OR"]:
            tokens.pop(0)
            value = all_of() or value
        return value

    try:
        value = any_of()
        if tokens:
            raise ValueError(expression)
        return value
    except (IndexError, ValueError):
        return False


def self_check():
    allow = {"MIT", "ISC", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"}
    for expression, answer in {
        "MIT": True,
        "GPL-3.0-only": False,
        "MIT OR GPL-3.0-only": True,
        "MIT AND GPL-3.0-only": False,
        "MIT/GPL-2.0": True,
        "(MIT OR GPL-3.0-only) AND ISC": True,
        "(MIT OR ISC) AND GPL-3.0-only": False,
        "GPL-2.0-only OR MIT AND GPL-3.0-only": False,
        "Apache-2.0 WITH LLVM-exception": True,
        "MIT WITH LLVM-exception": False,
        "(MIT": False,
        "": False,
    }.items():
        if allowed(expression, allow) is not answer:
            sys.exit(f"tools/licences.py misreads the licence '{expression}'")


def main():
    self_check()
    rules = tomllib.loads((ROOT / "deny.toml").read_text(encoding="utf-8"))
    allow = set(rules["licenses"]["allow"])
    banned = {entry["crate"]: entry.get("reason", "") for entry in rules["bans"]["deny"]}
    command = ["cargo", "metadata", "--format-version", "1", "--locked"]
    packages = {}
    for target in rules["graph"]["targets"]:
        run = subprocess.run([*command, "--filter-platform", target], cwd=ROOT, check=True, stdout=subprocess.PIPE)
        metadata = json.loads(run.stdout)
        reached = {node["id"] for node in metadata["resolve"]["nodes"]}
        packages |= {package["id"]: package for package in metadata["packages"] if package["id"] in reached}

    faults, versions = [], {}
    for package in sorted(packages.values(), key=lambda package: (package["name"], package["version"])):
        name = f"{package['name']} {package['version']}"
        versions.setdefault(package["name"], []).append(package["version"])
        licence = package["license"]
        if not licence:
            faults.append(f"{name} names no licence")
        elif not allowed(licence, allow):
            faults.append(f"{name} is under '{licence}', which deny.toml does not allow")
        if package["name"] in banned:
            faults.append(f"{name} is banned: {banned[package['name']]}")
        if package["source"] not in (None, REGISTRY):
            faults.append(f"{name} comes from {package['source']}")
        for dependency in package["dependencies"]:
            if package["source"] is None and dependency["req"] == "*" and not dependency.get("path"):
                faults.append(f"{name} takes any version of {dependency['name']}")

    several = {name: found for name, found in versions.items() if len(found) > 1}
    for name, found in sorted(several.items()):
        print(f"warning: {name} is here in {len(found)} versions: {', '.join(found)}")
    for fault in faults:
        print(f"error: {fault}")
    print(f"{len(packages)} crates, {len(faults)} faults, {len(several)} in several versions")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
