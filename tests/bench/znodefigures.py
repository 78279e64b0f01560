#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures ZooDock's work with many znodes beside bare peers, alternately in one run, and prints ratios of medians for
docs/performance.md.

Needs a Docker engine with the image zoodock/zookeeper:3.8, kazoo, and for ZooInspector a JDK, libzookeeper-java and Xvfb
(without them that row is left out, and said to be). The server that it starts carries the label org.zoodock.test and is
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

IMAGE = "zoodock/zookeeper:3.8"
RUN = f"znodefigures-{os.getpid()}"
# The label's value: begins with that of the whole run, by which ./check clears up.
LABEL = ".".join(filter(None, [os.environ.get("ZOODOCK_TEST_RUN"), RUN]))
JARS = ["zookeeper-contrib-zooinspector", "zookeeper", "zookeeper-jute", "guava", "slf4j-api", "slf4j-nop",
        "netty-buffer", "netty-codec", "netty-common", "netty-handler", "netty-resolver", "netty-transport", "commons-io"]
SEARCHED = "no znode holds this"
WINDOW = 256


def spread(values, digits=0):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def ratio(first, second):
    return f"{statistics.median(first) / statistics.median(second):.2f}"


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


@contextlib.contextmanager
def display():
    read, write = os.pipe()
    process = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24"], pass_fds=[write],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield ":" + number.readline().strip()
    finally:
        process.terminate()
        process.wait()


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
        self.rows = []

    def tool(self, name, *arguments):
        for folder in ("tests/bench", ""):
            path = os.path.join(self.build, folder, name)
            if os.path.exists(path):
                command = [path, self.hosts, *map(str, arguments)]
                return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        raise RuntimeError(f"{name} is not built")

    def row(self, what, ours, peer, quotient, aim):
        self.rows.append((what, ours, peer, quotient, aim))
        log(f"{what}: {ours} | {peer} | ratio {quotient} (aim {aim})")

    def fill(self, path, folders, in_each):
        log(f"filling {path}")
        self.tool("bench_znodework", "fill", path, folders, in_each)

    def inspector(self):
        """Its own tree view, in a frame, from expanding to the last row (InspectorTree.java)."""
        jars = [f"/usr/share/java/{jar}.jar" for jar in JARS]
        missing = [jar for jar in jars if not os.path.exists(jar)] or [tool for tool in ("javac", "Xvfb") if not shutil.which(tool)]
        if missing:
            log("left out: expand of 50,000 beside ZooInspector; there is no " + ", ".join(missing))
            return
        self.fill("/fifty", 0, 50_000)
        program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "InspectorTree.java")
        ours, theirs = [], []
        with display() as name:
            for _ in range(self.inspector_runs):
                ours += self.tool("bench_znodes", "/fifty", 1)["expand_ms"]
                theirs.append(int(subprocess.run(["java", "-cp", ":".join(jars), program, self.hosts, "fifty", "50000"], check=True,
                                                 env=dict(os.environ, DISPLAY=name), stdout=subprocess.PIPE, text=True).stdout))
        self.row(f"expand 50,000 children, ms ({len(ours)})", spread(ours), "ZooInspector 3.8 " + spread(theirs),
                 f"1 : {statistics.median(theirs) / statistics.median(ours):,.0f}", "–")

    def expand(self):
        for path, count in (("/hundred", 100_000), ("/million", 1_000_000)):
            self.fill(path, 0, count)
            found = self.tool("bench_znodes", path, self.runs)
            what = f"{count:,} children"
            self.row(f"expand {what}, ms ({self.runs})", spread(found["expand_ms"]),
                     "bare `zoo_get_children2` " + spread(found["bare_ms"]), ratio(found["expand_ms"], found["bare_ms"]), "≤ 4")
            self.row("busy at a stretch then in the window's thread, ms", f"{found['longest_gap_ms']:.1f}", "–", "–", "≤ 50")
        self.row("bytes per row that is not expanded", f"{found['bytes_per_row']:.0f}", "its name 15", "–", "–")

    def search(self):
        self.fill("/search", 100, 1000)
        ours, bare, kazoo, gap = [], [], [], 0
        for _ in range(self.runs):
            found = self.tool("bench_znodework", "search", "/search", 1)
            ours += found["ours_ms"]
            bare += found["bare_walk_ms"]
            gap = max(gap, found["longest_gap_ms"])
            took, visited = kazoo_search(self.hosts, "/search")
            kazoo.append(took)
            if visited != found["znodes"]:
                raise RuntimeError(f"kazoo visited {visited} znodes, we {found['znodes']}")
        what = f"search names and values of {found['znodes']:,} znodes in 100 folders, ms ({len(ours)})"
        self.row(what, spread(ours), "bare pipelined C walk " + spread(bare), f"{ratio(bare, ours)} of its rate", "≥ 0.9")
        self.row("the same", spread(ours), "kazoo, pipelined " + spread(kazoo), f"{ratio(kazoo, ours)} times its rate", "–")
        self.row("busy at a stretch then in the window's thread, ms", f"{gap:.0f}", "–", "–", "≤ 50")

    def remove(self):
        found = self.tool("bench_znodework", "remove", "/removed", self.runs, 100, 1000)
        walked = [sum(pair) for pair in zip(found["bare_walk_ms"], found["bare_multi_ms"])]
        self.row(f"delete {found['znodes']:,} znodes, the deleting alone, ms ({self.runs})", spread(found["change_ms"]),
                 "bare `multi` loop of known paths " + spread(found["bare_multi_ms"]),
                 f"{ratio(found['bare_multi_ms'], found['change_ms'])} of its rate", "≥ 0.8")
        self.row(f"the same with finding them, and reading values and ACLs for Undo, ms ({self.runs})", spread(found["ours_ms"]),
                 "bare walk of the paths alone, then the loop " + spread(walked), f"{ratio(walked, found['ours_ms'])} of its rate", "–")
        self.row("busy at a stretch then in the window's thread, ms", f"{found['longest_gap_ms']:.0f}", "–", "–", "≤ 50")

    def importing(self):
        found = self.tool("bench_znodework", "import", "/imported", self.runs, 100, 1000)
        self.row(f"import {found['znodes']:,} znodes, ms ({self.runs})", spread(found["ours_ms"]),
                 "bare `multi` loop " + spread(found["bare_multi_ms"]),
                 f"{ratio(found['bare_multi_ms'], found['ours_ms'])} of its rate", "≥ 0.8")
        self.row("busy at a stretch then in the window's thread, ms", f"{found['longest_gap_ms']:.0f}", "–", "–", "≤ 50")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--inspector-runs", type=int, default=5, help="it needs half a minute and more for each")
    parser.add_argument("--heap", default="3g", help="of the server: a million znodes need some 1.8 GB")
    parts = ["search", "remove", "importing", "inspector", "expand"]
    parser.add_argument("--only", nargs="*", choices=parts)
    options = parser.parse_args()
    with server(options.heap) as hosts:
        bench = Bench(os.path.abspath(options.build), hosts, options.runs, options.inspector_runs)
        for part in options.only or parts:
            getattr(bench, part)()
    print("\n| what | ZooDock | peer | ratio | aim |\n|---|---|---|---|---|")
    for row in bench.rows:
        print("| " + " | ".join(row) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
