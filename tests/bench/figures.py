#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures ZooDock beside bare peers, in one run, and prints ratios of medians for docs/performance.md.

Needs a Docker engine with the image zoodock/zookeeper:3.8, docker-compose 1.x and Xvfb. Everything it makes carries the
label org.zoodock.test and is removed again. Nothing here passes or fails by a time: the machine is shared; it fails only
where a figure could not be taken.
"""

import argparse
import contextlib
import json
import os
import shlex
import socket
import subprocess
import sys
import tempfile
import threading
import time

from bothways import BothWays
from common import Rows, display, ratio, spread

IMAGE = "zoodock/zookeeper:3.8"
RUN = f"bench-{os.getpid()}"
# The label's value: begins with that of the whole run, by which ./check clears up.
LABEL = ".".join(filter(None, [os.environ.get("ZOODOCK_TEST_RUN"), RUN]))


def sh(*argv, **kwargs):
    return subprocess.run(argv, check=True, stdout=subprocess.PIPE, text=True, **kwargs).stdout


def srvr(port, timeout=0.5):
    """The Mode of the server on 127.0.0.1:port, or '' (not serving, refused, silent)."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout) as sock:
            sock.settimeout(timeout)
            sock.sendall(b"srvr")
            answer = b""
            while chunk := sock.recv(4096):
                answer += chunk
    except OSError:
        return ""
    for line in answer.decode("utf-8", "replace").splitlines():
        if line.startswith("Mode: "):
            return line[6:]
    return ""


def wait_for_all(ports, limit=60):
    """Until every server answers with a mode: what `zoodock up` waits for, too."""
    deadline = time.monotonic() + limit
    missing = list(ports)
    while missing and time.monotonic() < deadline:
        missing = [port for port in missing if not srvr(port)]
        time.sleep(0.02)
    if missing:
        raise RuntimeError("not serving within %d s" % limit)


class Bench:
    def __init__(self, build, runs):
        self.build = build
        self.runs = runs
        self.home = tempfile.TemporaryDirectory()
        self.env = dict(os.environ, XDG_DATA_HOME=self.home.name + "/data", XDG_CONFIG_HOME=self.home.name + "/config",
                        ZOODOCK_TEST_RUN=LABEL, LC_ALL="C.UTF-8")
        self.rows = Rows()

    def tool(self, name):
        for folder in ("", "tests/bench"):
            path = os.path.join(self.build, folder, name)
            if os.path.exists(path):
                return path
        raise RuntimeError(f"{name} is not built")

    def zoodock(self, *argv):
        return subprocess.run([self.tool("zoodock"), *argv], check=True, env=self.env, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True).stdout

    def client_ports(self, name):
        status = json.loads(self.zoodock("status", name, "--json"))
        return {member["id"]: member["clientPort"] for member in status["members"]}

    # --- creation -------------------------------------------------------------------------------------------------

    def peer_script(self, name):
        """The plan's own commands as a shell loop: network and volumes, then one `docker run` per member in parallel."""
        plan = json.loads(self.zoodock("plan", name, "--image", IMAGE, "--json"))
        serial, parallel = [], []
        for step in plan["steps"]:
            for argv in step["commands"]:
                line = " ".join(shlex.quote(word) for word in argv) + " >/dev/null"
                (parallel if step.get("kind") == "container" or "run" in argv else serial).append(line)
        ports = [word.split(":")[1] for step in plan["steps"] for argv in step["commands"]
                 for before, word in zip(argv, argv[1:]) if before in ("--publish", "-p") and word.endswith(":2181")]
        probe = """
for attempt in $(seq 2000); do
  leader=0 serving=0
  for port in %s; do
    answer=$( { exec 3<>/dev/tcp/127.0.0.1/$port && printf srvr >&3 && cat <&3; } 2>/dev/null )
    case "$answer" in *"Mode: leader"*) leader=1 ;; esac
    case "$answer" in *"Mode: "*) serving=$((serving + 1)) ;; esac
  done
  if [ $leader -eq 1 ] && [ $serving -ge 2 ]; then exit 0; fi # what ZooDock calls an established quorum
  sleep 0.02
done
exit 1
""" % " ".join(ports)
        return "\n".join(["set -e"] + serial + [line + " &" for line in parallel] + ["wait", "set +e", probe])

    def remove_labelled(self):
        label = f"label=org.zoodock.test={LABEL}"
        containers = sh("docker", "ps", "-aq", "--filter", label).split()
        if containers:
            sh("docker", "rm", "-fv", *containers)
        for kind in ("network", "volume"):
            names = sh("docker", kind, "ls", "-q", "--filter", label).split()
            if names:
                sh("docker", kind, "rm", *names)
        images = sh("docker", "images", "-q", "--filter", label).split()
        if images:
            sh("docker", "rmi", "-f", *images)

    def creation(self):
        ours, peer, preflight = [], [], []
        for index in range(self.runs):
            name = f"bench-create-{index}"
            figures = json.loads(subprocess.run([self.tool("bench_create"), name, IMAGE], check=True, env=self.env,
                                                stdout=subprocess.PIPE, text=True).stdout)
            ours.append(figures["quorumMs"])
            preflight.append(figures["preflightMs"])
            self.zoodock("rm", name, "--volumes")
            script = self.peer_script(f"bench-peer-{index}")
            begun = time.monotonic()
            subprocess.run(["bash", "-c", script], check=True)
            peer.append((time.monotonic() - begun) * 1000)
            self.remove_labelled()
        self.rows.add("create to quorum, 3 members, ms", spread(ours), len(ours), "shell loop " + spread(peer), ratio(ours, peer),
                      "≤ 1.05")
        self.rows.add("preflight before it, ms", spread(preflight), len(preflight))

    @staticmethod
    def plain_image():
        """The same image with the JVM as Debian starts it: the JDK's own class archive, no flags (as in decision 0001)."""
        name = f"zoodock/zookeeper-plain:{RUN}"
        recipe = f"""FROM {IMAGE}
LABEL org.zoodock.test={LABEL}
RUN java -XX:+UseG1GC -Xshare:dump > /dev/null && rm /opt/zookeeper/lib/zookeeper.jsa \\
    && printf 'ZOO_JVM_DEFAULTS=()\\n' >> /opt/zookeeper/bin/zkEnv.sh
"""
        with tempfile.TemporaryDirectory() as folder:
            with open(f"{folder}/Dockerfile", "w") as file:
                file.write(recipe)
            subprocess.run(["docker", "build", "-q", "--network", "none", "-t", name, folder], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, env=dict(os.environ, DOCKER_BUILDKIT="0"))
        return name

    def compose(self):
        """`zoodock up` with every default, the whole process, against docker-compose 1.x with plain JVM flags."""
        ours, peer = [], []
        plain = self.plain_image()
        for index in range(self.runs):
            name = f"bench-up-{index}"
            begun = time.monotonic()
            self.zoodock("up", name)
            ours.append((time.monotonic() - begun) * 1000)
            self.zoodock("rm", name, "--volumes")
            servers = " ".join(f"server.{i}=zoo{i}:2888:3888;2181" for i in (1, 2, 3))
            services = {f"zoo{i}": {"image": plain, "hostname": f"zoo{i}", "ports": [f"127.0.0.1:{2290 + i}:2181"],
                                    "labels": {"org.zoodock.test": LABEL},
                                    "environment": {"ZOO_MY_ID": str(i), "ZOO_SERVERS": servers}}
                        for i in (1, 2, 3)}
            with tempfile.TemporaryDirectory() as folder:
                with open(f"{folder}/docker-compose.yml", "w") as file:
                    json.dump({"version": "3.7", "services": services}, file)
                command = ["docker-compose", "-p", f"benchcompose{index}", "-f", f"{folder}/docker-compose.yml"]
                begun = time.monotonic()
                subprocess.run([*command, "up", "-d"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                wait_for_all([2291, 2292, 2293])
                peer.append((time.monotonic() - begun) * 1000)
                subprocess.run([*command, "down", "-v", "-t", "1"], check=True, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
        self.rows.add("`zoodock up`, whole process, ms", spread(ours), len(ours),
                      "docker-compose 1.29, plain JVM " + spread(peer), ratio(ours, peer), "≤ 0.6")

    # --- failover -------------------------------------------------------------------------------------------------

    def failover(self):
        name = "bench-failover"
        self.zoodock("up", name, "--image", IMAGE)
        ports = self.client_ports(name)
        window = subprocess.Popen([self.tool("bench_window"), "--leaders", name], env=self.env, text=True,
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        shown = []
        threading.Thread(target=lambda: shown.extend(line.split() for line in window.stdout), daemon=True).start()
        behind = []
        try:
            for _ in range(self.runs):
                while not any(srvr(port) == "leader" for port in ports.values()):
                    time.sleep(0.1)
                time.sleep(3)
                leader = next(i for i, port in ports.items() if srvr(port) == "leader")
                del shown[:]
                found = self.first_new_leader(ports, leader, lambda: sh("docker", "kill", f"{name}-zoo{leader}"))
                deadline = time.monotonic() + 20
                while not shown and time.monotonic() < deadline:
                    time.sleep(0.02)
                if not shown:
                    raise RuntimeError("the window never showed the new leader")
                behind.append((int(shown[0][2]) - found) / 1e6)
                self.zoodock("start", name)
                time.sleep(3)
        finally:
            window.stdin.close()
            window.wait(20)
        self.zoodock("rm", name, "--volumes")
        self.rows.add("new leader painted after a 20 ms prober saw it, ms", spread(behind), len(behind), aim="≤ 300")

    @staticmethod
    def first_new_leader(ports, old, kill):
        found = []
        stop = threading.Event()

        def probe(port):
            while not stop.is_set():
                if srvr(port, 0.2) == "leader":
                    found.append(time.monotonic_ns())
                    stop.set()
                time.sleep(0.02)

        threads = [threading.Thread(target=probe, args=(port,)) for i, port in ports.items() if i != old]
        kill()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        if not found:
            raise RuntimeError("no new leader")
        return min(found)

    # --- both ways ------------------------------------------------------------------------------------------------

    def both(self):
        BothWays(self).take()

    # --- idle -----------------------------------------------------------------------------------------------------

    @staticmethod
    def children(pid):
        with contextlib.suppress(OSError):
            with open(f"/proc/{pid}/task/{pid}/children") as file:
                for child in map(int, file.read().split()):
                    yield child
                    yield from Bench.children(child)

    @staticmethod
    def cpu_seconds(pid):
        """User and system time of a process and of its ended, waited-for children."""
        try:
            with open(f"/proc/{pid}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except OSError:
            return 0.0
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    @staticmethod
    def resident_mib(pid):
        with contextlib.suppress(OSError), open(f"/proc/{pid}/status") as file:
            return next((int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS")), 0.0)
        return 0.0  # it has ended meanwhile

    def idle(self, seconds):
        for index in range(5):
            self.zoodock("up", f"bench-idle-{index}", "--image", IMAGE)
        daemons = [int(pid) for pid in sh("pgrep", "-x", "dockerd").split()]
        window = subprocess.Popen([self.tool("zoodock")], env=self.env)
        try:
            time.sleep(10)
            pids = lambda: [window.pid, *self.children(window.pid)]
            ours, engine, own, memory = [], [], [], []
            for _ in range(self.runs):
                before, engine_before = sum(map(self.cpu_seconds, pids())), sum(map(self.cpu_seconds, daemons))
                time.sleep(seconds)
                ours.append((sum(map(self.cpu_seconds, pids())) - before) / seconds * 100)
                engine.append((sum(map(self.cpu_seconds, daemons)) - engine_before) / seconds * 100)
                own.append(self.resident_mib(window.pid))
                memory.append(sum(map(self.resident_mib, pids())))
        finally:
            window.terminate()
            window.wait(20)
        self.rows.add(f"idle CPU with 5 × 3 members, % of a core in {seconds} s", spread(ours, 2), len(ours),
                      "dockerd beside it " + spread(engine, 2), aim="≤ 1 %")
        self.rows.add("resident memory then, MiB", spread(own), len(own), "with its docker processes " + spread(memory))
        for index in range(5):
            self.zoodock("rm", f"bench-idle-{index}", "--volumes")

    # --- start ----------------------------------------------------------------------------------------------------

    def start(self):
        ours, peer = [], []
        for _ in range(self.runs):
            for tool, times in (("bench_window --start", ours), ("bench_empty", peer)):
                name, *arguments = tool.split()
                begun = time.monotonic()
                with subprocess.Popen([self.tool(name), *arguments], env=self.env, stdout=subprocess.PIPE) as process:
                    process.stdout.readline()
                    times.append((time.monotonic() - begun) * 1000)
        self.rows.add("start to first painted frame, ms", spread(ours), len(ours), "empty QMainWindow " + spread(peer),
                      ratio(ours, peer))

    # --- logs -----------------------------------------------------------------------------------------------------

    def logs(self):
        """A million lines that a container wrote, into the view; beside `docker logs` piped to wc."""
        lines = 1_000_000
        name = f"{RUN}-logs"
        text = "2026-11-22 08:57:39,932 [myid:2] - INFO  [QuorumPeer[myid=2](plain=0.0.0.0:2181):QuorumPeer@922] - line"
        sh("docker", "run", "--detach", "--name", name, "--label", f"org.zoodock.test={LABEL}", "--entrypoint", "sh", "--log-driver",
           "json-file", IMAGE, "-c", f"seq -f '{text} %.0f' {lines}")
        sh("docker", "wait", name)
        container = sh("docker", "inspect", "--format", "{{.Id}}", name).strip()
        ours, peer, gaps = [], [], []
        for _ in range(self.runs):
            begun = time.monotonic()
            counted = sh("sh", "-c", f"docker logs --timestamps {container} 2>&1 | wc -l")
            peer.append(lines / (time.monotonic() - begun) / 1000)
            if int(counted) != lines:
                raise RuntimeError(f"docker logs has {counted} lines")
            took, gap = map(int, sh(self.tool("bench_logs"), "--read", container, str(lines), env=self.env).split())
            ours.append(lines / took)
            gaps.append(gap)
        self.rows.add("1,000,000 log lines into the view, thousands a second", spread(ours), len(ours),
                      "`docker logs --timestamps` piped to `wc` " + spread(peer), ratio(ours, peer), "≥ 0.9")
        self.rows.add("longest wait of the event loop meanwhile, ms", spread(gaps), len(gaps))
        took, gaps = [], []
        for _ in range(self.runs):
            answer = sh(self.tool("bench_logs"), "--filter", env=self.env).split()
            took.append(int(answer[0]))
            gaps.append(int(answer[1]))
        self.rows.add("filter of 1,000,000 log lines by a text, ms", spread(took), len(took))
        self.rows.add("longest wait of the event loop while filtering, ms", spread(gaps), len(gaps))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--idle-seconds", type=int, default=20)
    parser.add_argument("--only", nargs="*", choices=["creation", "compose", "failover", "both", "idle", "start", "logs"])
    parser.add_argument("--judge", action="store_true", help="fail where a ratio has missed its aim by far")
    options = parser.parse_args()
    wanted = options.only or ["start", "creation", "compose", "failover", "both", "idle", "logs"]
    with display():
        bench = Bench(os.path.abspath(options.build), options.runs)
        try:
            for name in wanted:
                bench.rows.begin()
                if name == "idle":
                    bench.idle(options.idle_seconds)
                else:
                    getattr(bench, name)()
        finally:
            bench.remove_labelled()
            bench.rows.print()  # what there is, also where a part has failed
    return bench.rows.result(options.judge)


if __name__ == "__main__":
    sys.exit(main())
