# SPDX-License-Identifier: GPL-3.0-or-later
"""The part "both" of figures.py: what one does on the command line shows in an open window, and the other way round."""

import json
import os
import signal
import subprocess
import threading
import time

from common import spread

LIMIT = 30  # seconds; what has not come by then does not come
SERVING = {"leader", "follower", "observer", "standalone"}
AWAKE = {"starting", "looking", "unconfirmed", "unreachable"}  # it runs, whether it answers or not
NO_CLUSTER = 3  # the exit code of `zoodock status`


def tell(pid, what):
    """A signal to a server, which is another user's process."""
    try:
        os.kill(pid, what)
    except PermissionError:
        subprocess.run(["sudo", "-n", "kill", f"-{int(what)}", str(pid)], check=True)


class Window:
    """bench_both on a cluster: what it knows and what it has painted, with the times."""

    def __init__(self, tool, cluster, env):
        self.process = subprocess.Popen([tool, cluster], env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.told = []
        self.news = threading.Condition()
        threading.Thread(target=self.listen, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(20)

    def listen(self):
        for line in self.process.stdout:
            words = line.split()
            if len(words) == 5:
                how, kind, name, at, state = words
                with self.news:
                    self.told.append((how, f"{kind} {name}", int(at), state))
                    self.news.notify_all()

    def do(self, *words):
        self.process.stdin.write(" ".join(words) + "\n")
        self.process.stdin.flush()

    def first(self, how, what, agrees, since):
        """When it first knew, or had painted, a state with which `agrees` is content; nanoseconds."""
        found = lambda: next((at for told in self.told for at in [told[2]]
                              if told[:2] == (how, what) and at >= since and agrees(told[3])), None)
        with self.news:
            if not self.news.wait_for(lambda: found() is not None, LIMIT):
                raise RuntimeError(f"the window never had {how} it: {what}")
            return found()

    def painted(self):
        """What stands there now."""
        with self.news:
            return {what: state for how, what, _, state in self.told if how == "painted"}

    def follower(self):
        """Once everybody serves: a member that follows."""
        whole = lambda: [int(what.split()[1]) for what, state in self.painted().items() if state == "follower"] \
            if all(state in SERVING for what, state in self.painted().items() if what.startswith("member ")) else []
        deadline = time.monotonic() + 2 * LIMIT
        while len(whole()) < 2:
            if time.monotonic() > deadline:
                raise RuntimeError(f"the cluster is not whole: {self.painted()}")
            time.sleep(0.1)
        time.sleep(3)  # asked at the pace of a settled cluster again
        return whole()[0]


class BothWays:
    """Every method that measures gives milliseconds."""

    # What a verb makes of a member that followed, or was as the verb before had left it.
    VERBS = {"kill": lambda state: state == "stopped", "start": lambda state: state in SERVING | AWAKE,
             "pause": lambda state: state == "paused", "unpause": lambda state: state in SERVING | AWAKE,
             "stop": lambda state: state == "stopped"}

    def __init__(self, bench):
        self.bench = bench
        self.cluster = "bench-both"
        self.times = {}

    def note(self, what, milliseconds):
        self.times.setdefault(what, []).append(milliseconds)

    # --- from the command line to the window ------------------------------------------------------------------------

    def run_verb(self, window, verb, member):
        begun = time.monotonic_ns()
        self.bench.zoodock(verb, self.cluster, str(member))
        ended = time.monotonic_ns()
        return (window.first("painted", f"member {member}", self.VERBS[verb], begun) - ended) / 1e6

    def run_up(self, window, name):
        """From when its file is there: the window need not wait for the members."""
        file = os.path.join(self.bench.env["XDG_DATA_HOME"], "zoodock", "clusters", f"{name}.json")
        with subprocess.Popen([self.bench.tool("zoodock"), "up", name, "--members", "1"], env=self.bench.env,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            begun = time.monotonic_ns()
            while not os.path.exists(file) and process.poll() is None:
                time.sleep(0.001)
            written = time.monotonic_ns()
            at = window.first("painted", f"row {name}", lambda state: state == "there", begun)
        if process.returncode != 0:
            raise RuntimeError(f"zoodock up ended with {process.returncode}")
        return (at - written) / 1e6

    def run_rm(self, window, name):
        begun = time.monotonic_ns()
        self.bench.zoodock("rm", name, "--volumes")
        ended = time.monotonic_ns()
        return (window.first("painted", f"row {name}", lambda state: state == "gone", begun) - ended) / 1e6

    def freeze(self, window, member):
        """Past docker, which would tell the window."""
        listed = subprocess.run(["docker", "top", f"{self.cluster}-zoo{member}", "-eo", "pid,comm"], check=True,
                                stdout=subprocess.PIPE, text=True).stdout
        pid = next(int(line.split()[0]) for line in listed.splitlines() if line.split()[1:] == ["java"])
        begun = time.monotonic_ns()
        tell(pid, signal.SIGSTOP)
        try:
            return (window.first("painted", f"member {member}", lambda state: state == "unreachable", begun) - begun) / 1e6
        finally:
            tell(pid, signal.SIGCONT)

    # --- from the window to the command line ------------------------------------------------------------------------

    def status_agrees(self, name, agrees):
        """When the first `zoodock status` ended that said so: one process after the other, from now on."""
        deadline = time.monotonic() + LIMIT
        while time.monotonic() < deadline:
            done = subprocess.run([self.bench.tool("zoodock"), "status", name, "--json"], env=self.bench.env,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            if done.returncode not in (0, NO_CLUSTER):
                raise RuntimeError(f"zoodock status ended with {done.returncode}")
            if agrees(json.loads(done.stdout) if done.returncode == 0 else None):
                return time.monotonic_ns()
        raise RuntimeError("zoodock status never agreed with the window")

    def press(self, window, verb, member):
        state_of = lambda status: next(each["state"] for each in status["members"] if each["id"] == member)
        begun = time.monotonic_ns()
        window.do(verb, str(member))
        known = window.first("known", f"member {member}", self.VERBS[verb], begun)
        return (self.status_agrees(self.cluster, lambda status: status and self.VERBS[verb](state_of(status))) - known) / 1e6

    def make_or_remove(self, window, verb, name):
        begun = time.monotonic_ns()
        window.do(verb, name)
        wanted = "there" if verb == "create" else "gone"
        known = window.first("known", f"row {name}", lambda state: state == wanted, begun)
        return (self.status_agrees(name, lambda status: bool(status) == (verb == "create")) - known) / 1e6

    def wait_until_made(self, name):
        self.status_agrees(name, lambda status: status and status["quorum"]["established"])
        self.bench.zoodock("up", name, "--members", "1")  # it waits for the window's task

    # --- all of it ----------------------------------------------------------------------------------------------------

    def take_members(self, window):
        for _ in range(self.bench.runs):
            member = window.follower()
            for verb in ("kill", "start", "pause", "unpause", "stop"):
                self.note(verb, self.run_verb(window, verb, member))
                if verb in ("start", "unpause"):
                    member = window.follower()
            self.bench.zoodock("start", self.cluster)
            member = window.follower()
            self.note("freeze", self.freeze(window, member))
            member = window.follower()
            for verb in ("kill", "start"):
                self.note(f"window {verb}", self.press(window, verb, member))
                time.sleep(1)  # its task ends

    def take_clusters(self, window):
        """The sidebar's rows alone: the window may show another cluster meanwhile."""
        for _ in range(self.bench.runs):
            name = f"{self.cluster}-cli"
            self.note("up", self.run_up(window, name))
            self.note("rm", self.run_rm(window, name))
            name = f"{self.cluster}-gui"
            self.note("window create", self.make_or_remove(window, "create", name))
            self.wait_until_made(name)
            self.note("window remove", self.make_or_remove(window, "remove", name))

    def take(self):
        self.bench.zoodock("up", self.cluster)
        with Window(self.bench.tool("bench_both"), self.cluster, self.bench.env) as window:
            self.take_members(window)
            self.take_clusters(window)
        self.bench.zoodock("rm", self.cluster, "--volumes")
        for verb in self.VERBS:
            self.add(verb, f"`zoodock {verb}` of a member ended: painted in the open window after, ms")
        self.add("up", "`zoodock up` wrote the cluster's file: painted after, ms")
        self.add("rm", "`zoodock rm` ended: painted after, ms")
        self.add("window kill", "a member killed in the window: `zoodock status` says so after, ms")
        self.add("window start", "started there: `zoodock status` says so after, ms")
        self.add("window create", "a cluster created there: `zoodock status` knows it after, ms")
        self.add("window remove", "removed there: `zoodock status` knows it no more after, ms")
        self.add("freeze", "a server's JVM stopped by SIGSTOP: painted as unreachable after, ms", aim="–")

    def add(self, what, words, aim="≤ 1,000"):
        self.bench.rows.add(words, spread(self.times[what]), len(self.times[what]), aim=aim)
