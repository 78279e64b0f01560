#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An independent client (kazoo) of the chaos test.

chaos.py HOSTS write SEED       changes znodes below /chaos at random and expires its own sessions, until stdin ends; prints what
                                it did
chaos.py HOSTS walk             prints every znode below /chaos, and the values of those that the test follows
chaos.py HOSTS set PATH VALUE   sets one value
"""
import collections
import logging
import random
import sys
import threading
import time

from kazoo.client import KazooClient
from kazoo.exceptions import KazooException, NodeExistsError, NoNodeError, NotEmptyError
from kazoo.handlers.threading import KazooTimeoutError
from kazoo.retry import KazooRetry
from kazoo.security import OPEN_ACL_UNSAFE, READ_ACL_UNSAFE, make_acl

logging.disable(logging.CRITICAL)

DIRECTORIES = [f"/chaos/d{i}" for i in range(5)] + ["/chaos/d0/deep", "/chaos/d0/deep/deeper"]
NAMES = ["n%d" % i for i in range(18)] + ["grün 配置", "N 1"]
SESSION_SECONDS = 4.0


def connect(hosts, **arguments):
    client = KazooClient(hosts=hosts, timeout=SESSION_SECONDS, randomize_hosts=True, connection_retry=KazooRetry(
        max_tries=-1, delay=0.05, backoff=1, max_delay=0.2), **arguments)
    client.start(timeout=120)
    return client


def patiently(work):
    """A busy machine, or an election, costs connections."""
    for attempt in range(60):
        try:
            return work()
        except (KazooException, KazooTimeoutError, TimeoutError):
            if attempt == 59:
                raise
            time.sleep(1)


def expire(client, hosts):
    """The session is taken over by another connection, and closed there."""
    if client.client_id:
        other = connect(hosts, client_id=client.client_id)
        other.stop()
        other.close()


class Writer:
    def __init__(self, hosts, seed):
        self.random = random.Random(seed)
        self.client = connect(hosts)
        self.hosts = hosts
        self.done = collections.Counter()

    def path(self):
        return self.random.choice(DIRECTORIES) + "/" + self.random.choice(NAMES)

    def value(self):
        return self.random.randbytes(self.random.randrange(300))

    def step(self):
        kind = self.random.choices(["create", "ephemeral", "sequential", "set", "delete", "acl", "clear", "burst", "expire"],
                                   [30, 8, 4, 30, 22, 2, 0.5, 0.5, 0.1])[0]
        getattr(self, kind)()
        self.done[kind] += 1

    def create(self):
        self.client.create_async(self.path(), self.value()).get(timeout=5)

    def ephemeral(self):
        self.client.create_async(self.path(), self.value(), ephemeral=True).get(timeout=5)

    def sequential(self):
        self.client.create_async(self.random.choice(DIRECTORIES) + "/s-", self.value(), sequence=True).get(timeout=5)

    def set(self):
        path = self.random.choice(DIRECTORIES) if self.random.random() < 0.1 else self.path()
        self.client.set_async(path, self.value()).get(timeout=5)

    def delete(self):
        self.client.delete_async(self.path()).get(timeout=5)

    def acl(self):
        acl = self.random.choice([OPEN_ACL_UNSAFE, OPEN_ACL_UNSAFE + READ_ACL_UNSAFE, [make_acl("world", "anyone", all=True)]])
        self.client.set_acls_async(self.path(), acl).get(timeout=5)

    def clear(self):
        """A directory goes with all below it, and is made anew."""
        top = self.random.choice(DIRECTORIES)
        try:
            self.remove(top)
        finally:
            make_directories(self.client)

    def remove(self, path):
        for name in self.client.get_children_async(path).get(timeout=5):
            self.remove(path + "/" + name)
        self.client.delete_async(path).get(timeout=5)

    def burst(self):
        """One transaction of many changes."""
        transaction = self.client.transaction()
        directory = self.random.choice(DIRECTORIES)
        for _ in range(50):
            transaction.create(directory + "/s-", b"burst", sequence=True)
        transaction.commit_async().get(timeout=5)
        for name in self.client.get_children_async(directory).get(timeout=5):
            if name.startswith("s-") and self.random.random() < 0.9:
                self.client.delete_async(directory + "/" + name)

    def expire(self):
        expire(self.client, self.hosts)

    def run(self, stop):
        while not stop.is_set():
            try:
                self.step()
            except (NoNodeError, NodeExistsError, NotEmptyError):
                self.done["refused"] += 1
            except (KazooException, KazooTimeoutError, TimeoutError):
                self.done["failed"] += 1
                time.sleep(0.05)


def make_directories(client):
    for path in ["/chaos"] + DIRECTORIES:
        try:
            client.create_async(path, b"").get(timeout=5)
        except NodeExistsError:
            pass


def write(hosts, seed):
    stop = threading.Event()
    writers = [Writer(hosts, seed + i) for i in range(3)]
    patiently(lambda: make_directories(writers[0].client))
    print("ready", flush=True)
    threads = [threading.Thread(target=writer.run, args=(stop,)) for writer in writers]
    for thread in threads:
        thread.start()
    sys.stdin.read()
    stop.set()
    for thread in threads:
        thread.join()
    done = sum((writer.done for writer in writers), collections.Counter())
    patiently(lambda: make_directories(writers[0].client))
    print(" ".join(f"{kind}={count}" for kind, count in sorted(done.items())), flush=True)
    for writer in writers:
        writer.client.stop()


def walk(client):
    client.sync("/chaos")
    lines = []

    def visit(path):
        value, stat = client.get(path)
        if path != "/chaos":
            lines.append(f"{path} czxid={stat.czxid} mzxid={stat.mzxid} pzxid={stat.pzxid} version={stat.version} "
                         f"cversion={stat.cversion} aversion={stat.aversion} owner={stat.ephemeralOwner} "
                         f"length={stat.dataLength} children={stat.numChildren} mtime={stat.mtime}")
        for name in client.get_children(path):
            visit("/chaos/" + name if path == "/chaos" else path + "/" + name)

    visit("/chaos")
    for path in DIRECTORIES + [f"{directory}/{name}" for directory in DIRECTORIES for name in NAMES]:
        try:
            value, stat = client.get(path)
            lines.append(f"value {path} {value.hex()} czxid={stat.czxid} mzxid={stat.mzxid} version={stat.version}")
        except NoNodeError:
            lines.append(f"value {path} absent")
    return sorted(lines)


def main():
    hosts, verb = sys.argv[1:3]
    if verb == "write":
        write(hosts, int(sys.argv[3]))
        return
    client = connect(hosts)
    if verb == "walk":
        print("\n".join(patiently(lambda: walk(client))))
    else:
        patiently(lambda: client.set(sys.argv[3], sys.argv[4].encode()))
    client.stop()


if __name__ == "__main__":
    main()
