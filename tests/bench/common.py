# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripts that take figures share: the rows of docs/performance.md, and a display for the windows."""

import contextlib
import os
import re
import statistics
import subprocess
import sys
import time

HEAD = ("what", "ZooDock", "peer", "ratio", "aim", "taken")


def spread(values, digits=0):
    words = [f"{round(value, digits) + 0.0:,.{digits}f}" for value in (statistics.median(values), min(values), max(values))]
    return f"{words[0]} ({words[1]}–{words[2]})"  # + 0.0: no "-0"


def ratio(first, second):
    return f"{statistics.median(first) / statistics.median(second):.2f}"


def processor_times():
    """Idle and all ticks of all processors since the start of the machine."""
    with open("/proc/stat") as file:
        ticks = list(map(int, file.readline().split()[1:9]))
    return ticks[3] + ticks[4], sum(ticks)


def busy_percent(seconds):
    """How much of all processors was in use, in these seconds."""
    idle, everything = processor_times()
    time.sleep(seconds)
    idle_now, everything_now = processor_times()
    return 100 * (1 - (idle_now - idle) / max(everything_now - everything, 1))


# How far a ratio may be from its aim before it counts as missed: a shared machine has its days, a defect is worse.
SLACK = 1.3


def missed(quotient, aim):
    """Whether a row's ratio is beyond its aim and the slack; absolute times are never: they are this machine's."""
    wanted = re.match(r"([≤≥]) ([0-9.]+)$", aim)
    got = re.match(r"[0-9.]+(?= |$)", quotient)
    if not wanted or not got:
        return False
    bound = float(wanted[2])
    return float(got[0]) > bound * SLACK if wanted[1] == "≤" else float(got[0]) < bound / SLACK


class Rows:
    """Rows of the table, told as they come. `begin()` before the runs of each part: it looks how busy the machine is."""

    def __init__(self):
        self.rows = []
        self.busy = 0

    def begin(self):
        self.busy = busy_percent(3)

    def add(self, what, ours, runs, peer="–", quotient="–", aim="–"):
        row = (what, ours, peer, quotient, aim, f"{runs} run{'s' if runs != 1 else ''}, {self.busy:.0f} %")
        self.rows.append(row)
        print(" | ".join(row), file=sys.stderr, flush=True)

    def print(self):
        print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
        for row in self.rows:
            print("| " + " | ".join(row) + " |", flush=True)

    def result(self, judge):
        """The exit code of a script: 1 if it is to judge and a ratio has missed its aim."""
        beyond = [row[0] for row in self.rows if missed(row[3], row[4])]
        for what in beyond:
            print(f"aim missed by more than {SLACK:.1f} times: {what}", file=sys.stderr)
        return 1 if judge and beyond else 0


@contextlib.contextmanager
def display():
    """An Xvfb of our own, for us and our children."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x1024x24", "-nolisten", "tcp"],
                              pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        os.environ["DISPLAY"] = ":" + pipe.readline().strip()
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    try:
        yield
    finally:
        server.terminate()
        server.wait(10)
