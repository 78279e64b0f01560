#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""writer.py HOSTS write: creates one znode after the other until stdin ends; prints the path of each that was
acknowledged. writer.py HOSTS list: prints the paths that are there. An independent client (kazoo)."""
import sys
import threading
import time

from kazoo.client import KazooClient
from kazoo.exceptions import KazooException
from kazoo.handlers.threading import KazooTimeoutError
from kazoo.retry import KazooRetry

ROOT = "/writer"


def connect(hosts):
    client = KazooClient(hosts=hosts, timeout=10.0,
                         connection_retry=KazooRetry(max_tries=-1, delay=0.05, backoff=1, max_delay=0.2))
    client.start(timeout=60)
    client.ensure_path(ROOT)
    return client


def write(client):
    stop = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
    while not stop.is_set():
        try:
            # Without a retry of its own: what is not acknowledged is not claimed.
            print(client.create_async(ROOT + "/n-", b"x", sequence=True).get(timeout=5), flush=True)
        except (KazooException, KazooTimeoutError):
            time.sleep(0.02)


def main():
    client = connect(sys.argv[1])
    if sys.argv[2] == "write":
        write(client)
    else:
        client.sync(ROOT)
        for name in sorted(client.get_children(ROOT)):
            print(ROOT + "/" + name)
    client.stop()


main()
