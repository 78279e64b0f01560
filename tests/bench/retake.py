#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the figures of docs/performance.md anew, one part after another on an otherwise idle machine, and puts each part's rows
into the table as soon as they are there (--write), so that a run that is cut short has not been for nothing.

    tests/bench/retake.py --build build/release --write docs/performance.md

Before each part it waits until other work is done (--wait minutes at most, then it goes on all the same: the last column of the
table says how busy the machine was). --only takes some parts; --list says which there are and how many minutes each needs.
"""

import argparse
import os
import subprocess
import sys
import time

from common import HEAD, busy_percent

HERE = os.path.dirname(os.path.abspath(__file__))
QUIET = 10  # per cent of all processors


class Part:
    def __init__(self, script, name, minutes, *arguments):
        self.name = name
        self.minutes = minutes
        self.arguments = [f"{HERE}/{script}", "--only", name, *arguments]

    def command(self, build, runs):
        """`runs`: instead of the last argument, its own number of runs."""
        return [*self.arguments[:-1], runs or self.arguments[-1], "--build", build]


PARTS = [
    Part("figures.py", "creation", 1.5, "--runs", "7"),
    Part("figures.py", "compose", 2, "--runs", "7"),
    Part("figures.py", "failover", 1, "--runs", "5"),
    Part("figures.py", "both", 3, "--runs", "5"),
    Part("figures.py", "idle", 3, "--runs", "5"),
    Part("figures.py", "start", 0.2, "--runs", "9"),
    Part("figures.py", "logs", 3, "--runs", "5"),
    Part("znodefigures.py", "inspector", 4, "--inspector-runs", "5"),
    Part("znodefigures.py", "expand", 3, "--runs", "7"),
    Part("znodefigures.py", "search", 3, "--runs", "5"),
    Part("znodefigures.py", "remove", 3, "--runs", "5"),
    Part("znodefigures.py", "importing", 2, "--runs", "5"),
]


def wait_until_quiet(minutes):
    deadline = time.monotonic() + minutes * 60
    while busy_percent(5) > QUIET and time.monotonic() < deadline:
        time.sleep(5)


def rows_of(output):
    """Those of the table that a script printed, without its head."""
    lines = [line for line in output.splitlines() if line.startswith("| ")]
    return [line for line in lines if not line.startswith(f"| {HEAD[0]} |")]


def put(rows, path):
    """Each row in the place of the one with the same first cell; new ones stand behind the one before them."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    first = lambda line: line.split(" | ")[0]
    at = max(index for index, line in enumerate(lines) if line.startswith("| "))
    for row in rows:
        places = [index for index, line in enumerate(lines) if line.startswith("| ") and first(line) == first(row)]
        if places:
            at = places[0]
            lines[at] = row
        else:
            at += 1
            lines.insert(at, row)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--only", nargs="*", choices=[part.name for part in PARTS])
    parser.add_argument("--runs", help="instead of each part's own number, for a trial")
    parser.add_argument("--wait", type=float, default=10, help="minutes, before each part")
    parser.add_argument("--write", metavar="FILE", help="the Markdown file with the table")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    wanted = [part for part in PARTS if not options.only or part.name in options.only]
    if options.list:
        for part in wanted:
            print(f"{part.name}: {part.minutes:g} minutes: {' '.join(part.command(options.build, options.runs))}")
        print(f"all: {sum(part.minutes for part in wanted):g} minutes")
        return 0
    failed = []
    for part in wanted:
        wait_until_quiet(options.wait)
        begun = time.monotonic()
        done = subprocess.run([sys.executable, *part.command(options.build, options.runs)], stdout=subprocess.PIPE, text=True)
        rows = rows_of(done.stdout)
        if done.returncode != 0 or not rows:
            failed.append(part.name)
        print("\n".join(rows), flush=True)
        print(f"{part.name}: {(time.monotonic() - begun) / 60:.1f} minutes", file=sys.stderr, flush=True)
        if options.write:
            put(rows, options.write)
    if failed:
        print("not taken: " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
