#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry of one image with three small layers, for pulls without the world outside: prints its port.

With an argument: the seconds for which each layer is held back.
"""
import gzip
import hashlib
import http.server
import io
import json
import os
import sys
import tarfile
import time

hold = float(sys.argv[1]) if len(sys.argv) > 1 else 0.0
blobs = {}


def keep(data):
    digest = 'sha256:' + hashlib.sha256(data).hexdigest()
    blobs[digest] = data
    return digest


def layer(number):
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode='w') as tar:
        info = tarfile.TarInfo('file%d' % number)
        content = os.urandom(200_000)
        info.size = len(content)
        tar.addfile(info, io.BytesIO(content))
    return raw.getvalue()


raws = [layer(number) for number in range(3)]
packed = [gzip.compress(raw) for raw in raws]
config = json.dumps({
    'architecture': 'amd64', 'os': 'linux', 'config': {},
    'rootfs': {'type': 'layers', 'diff_ids': ['sha256:' + hashlib.sha256(raw).hexdigest() for raw in raws]},
}).encode()
manifest = json.dumps({
    'schemaVersion': 2, 'mediaType': 'application/vnd.docker.distribution.manifest.v2+json',
    'config': {'mediaType': 'application/vnd.docker.container.image.v1+json', 'size': len(config), 'digest': keep(config)},
    'layers': [{'mediaType': 'application/vnd.docker.image.rootfs.diff.tar.gzip', 'size': len(data), 'digest': keep(data)}
               for data in packed],
}).encode()
manifests = {keep(manifest), '1'}


class Registry(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        kind, name = ([''] * 2 + self.path.split('/'))[-2:]
        status, body, content = 200, b'{}', 'application/json'
        if kind == 'manifests' and name in manifests:
            body, content = manifest, 'application/vnd.docker.distribution.manifest.v2+json'
        elif kind == 'blobs' and name in blobs:
            body, content = blobs[name], 'application/octet-stream'
            if body in packed:
                time.sleep(hold)
        elif self.path != '/v2/':
            status = 404
            body = b'{"errors": [{"code": "MANIFEST_UNKNOWN", "message": "manifest unknown", "detail": {}}]}'
        self.send_response(status)
        self.send_header('Content-Type', content)
        self.send_header('Content-Length', str(len(body)))
        self.send_header('Docker-Content-Digest', 'sha256:' + hashlib.sha256(body).hexdigest())
        self.end_headers()
        if self.command == 'GET':
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Registry)
print(server.server_port, flush=True)
server.serve_forever()
