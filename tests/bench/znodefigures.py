#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures ZooDock's work with many znodes beside bare peers, alternately in one run, and prints ratios of medians for
docs/performance.md.

Needs a Docker engine with the image zoodock/zookeeper:3.8, kazoo, Xvfb, and for ZooInspector a JDK and libzookeeper-java
(without these that row is left out, and said to be). The server that it starts carries the label org.zoodock.test and is
removed again. Nothing here passes or fails by a time: it fails only where a figure could not be taken.
"""

import argparse
import collections
import contextlib
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time

from common import Rows, display, ratio, spread

IMAGE = "zoodock/zookeeper:3.8"
RUN = f"znodefigures-{os.getpid()}"
# The label's value: begins with that of the whole run, by which ./check clears up.
LABEL = ".".join(filter(None, [os.environ.get("ZOODOCK_TEST_RUN"), RUN]))
JARS = ["zookeeper-contrib-zooinspector", "zookeeper", "zookeeper-jute", "guava", "slf4j-api", "slf4j-nop",
        "netty-buffer", "netty-codec", "netty-common", "netty-handler", "netty-resolver", "netty-transport", "commons-io"]
SEARCHED = "no znode holds this"
WINDOW = 256


def log(text):
    print(text, file=sys.stderr, flush=True)


def wait_for(port):
    """Until it says that it serves."""
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as sock:
            sock.sendall(b"srvr")
            if b"Mode: " in sock.makefile("rb").read():
                return
        time.sleep(0.1)
    raise RuntimeError("the server does not serve within a minute")


@contextlib.contextmanager
def server(heap):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    subprocess.run(["docker", "run", "--detach", "--name", RUN, "--label", f"org.zoodock.test={LABEL}",
                    "--publish", f"127.0.0.1:{port}:2181", "--env", f"JVMFLAGS=-Xmx{heap}", IMAGE],
                   check=True, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield f"127.0.0.1:{port}"
    finally:
        subprocess.run(["docker", "rm", "--force", "--volumes", RUN], check=True, stdout=subprocess.DEVNULL)


def kazoo_search(hosts, top):
    """What kazoo does of the same: each value, the children of what has any, a window of requests. Milliseconds."""
    from kazoo.client import KazooClient
    client = KazooClient(hosts, timeout=30)
    client.start(30)
    searched = SEARCHED.encode()
    begun = time.monotonic()
    waiting, open_requests, visited, matches = [top], collections.deque(), 0, 0
    while waiting or open_requests:
        while waiting and len(open_requests) < WINDOW:
            path = waiting.pop()
            open_requests.append((path, True, client.get_async(path)))
        path, is_value, reply = open_requests.popleft()
        if is_value:
            value, stat = reply.get()
            visited += 1
            matches += searched in value or SEARCHED in path.rpartition("/")[2]
            if stat.numChildren:
                open_requests.append((path, False, client.get_children_async(path)))
        else:
            waiting.extend(path + "/" + name for name in reply.get())
    took = (time.monotonic() - begun) * 1000
    client.stop()
    client.close()
    return took, visited


class Bench:
    def __init__(self, build, hosts, runs, inspector_runs):
        self.build = build
        self.hosts = hosts
        self.runs = runs
        self.inspector_runs = inspector_runs
        self.rows = Rows()

    def tool(self, name, *arguments):
        for folder in ("tests/bench", ""):
            path = os.path.join(self.build, folder, name)
            if os.path.exists(path):
                command = [path, self.hosts, *map(str, arguments)]
                return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        raise RuntimeError(f"{name} is not built")

    def fill(self, path, folders, in_each):
        log(f"filling {path}")
        self.tool("bench_znodework", "fill", path, folders, in_each)

    def inspector(self):
        """Its own tree view, in a frame, from expanding to the last row (InspectorTree.java)."""
        jars = [f"/usr/share/java/{jar}.jar" for jar in JARS]
        missing = [jar for jar in jars if not os.path.exists(jar)] or [tool for tool in ["javac"] if not shutil.which(tool)]
        if missing:
            log("left out: expand of 50,000 beside ZooInspector; there is no " + ", ".join(missing))
            return
        self.fill("/fifty", 0, 50_000)
        program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "InspectorTree.java")
        ours, theirs = [], []
        for _ in range(self.inspector_runs):
            ours += self.tool("bench_znodes", "/fifty", 1)["expand_ms"]
            theirs.append(int(subprocess.run(["java", "-cp", ":".join(jars), program, self.hosts, "fifty", "50000"], check=True,
                                             stdout=subprocess.PIPE, text=True).stdout))
        self.rows.add("expand 50,000 children, ms", spread(ours), len(ours), "ZooInspector 3.8 " + spread(theirs),
                      f"1 : {statistics.median(theirs) / statistics.median(ours):,.0f}")

    def gap(self, what, found, runs):
        self.rows.add(f"longest wait of the event loop while {what}, ms (of it busy)",
                      f"{found['longest_wait_ms']:.0f} ({found['longest_busy_ms']:.0f})", runs, aim="≤ 50")

    def expand(self):
        for path, count in (("/hundred", 100_000), ("/million", 1_000_000)):
            self.fill(path, 0, count)
            found = self.tool("bench_znodes", path, self.runs)
            what = f"{count:,} children"
            self.rows.add(f"expand {what}, ms", spread(found["expand_ms"]), self.runs,
                          "bare `zoo_get_children2` " + spread(found["bare_ms"]), ratio(found["expand_ms"], found["bare_ms"]), "≤ 4")
            self.rows.add(f"longest wait of the event loop while {what} come, ms (of it busy)",
                          f"{spread(found['wait_ms'])} ({statistics.median(found['busy_ms']):.0f})", self.runs, aim="≤ 50")
        self.rows.add("bytes per row that is not expanded", f"{found['bytes_per_row']:.0f}", self.runs, "its name 15")

    def search(self):
        self.fill("/search", 100, 1000)
        ours, bare, kazoo, gaps = [], [], [], {"longest_wait_ms": 0, "longest_busy_ms": 0}
        for _ in range(self.runs):
            found = self.tool("bench_znodework", "search", "/search", 1)
            ours += found["ours_ms"]
            bare += found["bare_walk_ms"]
            gaps = {name: max(longest, found[name]) for name, longest in gaps.items()}
            took, visited = kazoo_search(self.hosts, "/search")
            kazoo.append(took)
            if visited != found["znodes"]:
                raise RuntimeError(f"kazoo visited {visited} znodes, we {found['znodes']}")
        what = f"search names and values of {found['znodes']:,} znodes in 100 folders, ms"
        self.rows.add(what, spread(ours), len(ours), "bare pipelined C walk " + spread(bare), f"{ratio(bare, ours)} of its rate", "≥ 0.9")
        self.rows.add("the same beside kazoo, ms", spread(ours), len(ours), "kazoo, pipelined " + spread(kazoo),
                      f"{ratio(kazoo, ours)} times its rate")
        self.gap("searching", gaps, len(ours))

    def remove(self):
        found = self.tool("bench_znodework", "remove", "/removed", self.runs, 100, 1000)
        walked = [sum(pair) for pair in zip(found["bare_walk_ms"], found["bare_multi_ms"])]
        self.rows.add(f"delete {found['znodes']:,} znodes, the deleting alone, ms", spread(found["change_ms"]), self.runs,
                      "bare `multi` loop of known paths " + spread(found["bare_multi_ms"]),
                      f"{ratio(found['bare_multi_ms'], found['change_ms'])} of its rate", "≥ 0.8")
        self.rows.add("the same with finding them, and reading values and ACLs for Undo, ms", spread(found["ours_ms"]), self.runs,
                      "bare walk of the paths alone, then the loop " + spread(walked), f"{ratio(walked, found['ours_ms'])} of its rate")
        self.gap("deleting", found, self.runs)

    def importing(self):
        found = self.tool("bench_znodework", "import", "/imported", self.runs, 100, 1000)
        self.rows.add(f"import {found['znodes']:,} znodes, ms", spread(found["ours_ms"]), self.runs,
                      "bare `multi` loop " + spread(found["bare_multi_ms"]),
                      f"{ratio(found['bare_multi_ms'], found['ours_ms'])} of its rate", "≥ 0.8")
        self.gap("importing", found, self.runs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--inspector-runs", type=int, default=5, help="it needs half a minute and more for each")
    parser.add_argument("--heap", default="3g", help="of the server: a million znodes need some 1.8 GB")
    parts = ["search", "remove", "importing", "inspector", "expand"]
    parser.add_argument("--only", nargs="*", choices=parts)
    parser.add_argument("--judge", action="store_true", help="fail where a ratio has missed its aim by far")
    options = parser.parse_args()
    with display(), server(options.heap) as hosts:
        bench = Bench(os.path.abspath(options.build), hosts, options.runs, options.inspector_runs)
        for part in options.only or parts:
            bench.rows.begin()
            getattr(bench, part)()
    bench.rows.print()
    return bench.rows.result(options.judge)


if __name__ == "__main__":
    sys.exit(main())
