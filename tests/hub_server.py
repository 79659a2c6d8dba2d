"""A Hub of a few models on this machine: the answers that huggingface_hub asks for."""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

COMMIT = "0123456789abcdef0123456789abcdef01234567"
PATIENCE = 60.0


@dataclass
class LocalHub:
    """What is served, and what was asked.

    Attributes
    ----------
    models
        Files by name, of each model.
    refusals
        Status and the Hub's own code of the error, of models that are not given out.
    gates
        Files of which only the first half comes until their gate is opened.
    breaks
        How often a file's connection breaks after the first half.
    failing
        The status of all answers to GET for a file.
    halfway
        Set once the first half of such a file is sent.
    asked
        Method and path of each question.
    """

    models: dict[str, dict[str, bytes]] = field(default_factory=dict)
    refusals: dict[str, tuple[int, str]] = field(default_factory=dict)
    gates: dict[str, threading.Event] = field(default_factory=dict)
    halfway: threading.Event = field(default_factory=threading.Event)
    breaks: dict[str, int] = field(default_factory=dict)
    failing: dict[str, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def add(self, name: str, folder: Path, **changes: bytes | None) -> None:
        """Serve a folder's files, some of them changed or left out (``a_b`` for ``a.b``)."""
        files = {path.name: path.read_bytes() for path in folder.iterdir()}
        for file, content in changes.items():
            files.pop(file.replace("__", "."), None)
            if content is not None:
                files[file.replace("__", ".")] = content
        self.models[name] = files

    def loaded(self, file: str) -> list[str]:
        """The questions for a file's content."""
        return [line for line in self.asked if line.startswith("GET") and line.endswith(file)]

    def variables(self, home: Path) -> dict[str, str | None]:
        """The environment in which a process takes this for the Hub."""
        return {
            "HF_ENDPOINT": self.address,
            "HF_HOME": str(home),
            "HF_HUB_OFFLINE": "0",
            "TRANSFORMERS_OFFLINE": None,
            "HF_HUB_CACHE": None,
            "HF_TOKEN": None,
            "NO_PROXY": "127.0.0.1",
            "no_proxy": "127.0.0.1",
        }


@contextmanager
def local_hub() -> Iterator[LocalHub]:
    hub = LocalHub()

    class Handler(_Handler):
        served = hub

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        for gate in hub.gates.values():
            gate.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    served: LocalHub
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        path = unquote(self.path.split("?")[0]).strip("/")
        self.served.asked.append(f"{self.command} {path}")
        if path.startswith("api/models/"):
            self._describe(path.removeprefix("api/models/"))
        else:
            name, _, rest = path.partition("/resolve/")
            self._give(name, rest.split("/", 1)[-1])

    def _describe(self, path: str) -> None:
        name, _, revision = path.partition("/revision/")
        if refusal := self.served.refusals.get(name):
            self._refuse(*refusal)
        elif name not in self.served.models:
            self._refuse(404, "RepoNotFound")
        elif revision not in ("", "main", COMMIT):
            self._refuse(404, "RevisionNotFound")
        else:
            files = [{"rfilename": file} for file in self.served.models[name]]
            self._send(200, json.dumps({"id": name, "sha": COMMIT, "siblings": files}).encode())

    def _refuse(self, status: int, code: str) -> None:
        self._send(status, b"{}", {"X-Error-Code": code} if code else {})

    def _give(self, name: str, file: str) -> None:
        content = self.served.models.get(name, {}).get(file)
        if content is None:
            self._refuse(404, "EntryNotFound")
            return
        if self.command == "GET" and file in self.served.failing:
            self._refuse(self.served.failing[file], "")
            return
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
        etag = hashlib.sha256(content).hexdigest()
        headers = {"ETag": f'"{etag}"', "X-Repo-Commit": COMMIT, "Accept-Ranges": "bytes"}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        self._send(206 if start else 200, content[start:], headers, file)

    def _send(
        self, status: int, content: bytes, headers: dict[str, str] | None = None, file: str = ""
    ) -> None:
        self.send_response(status)
        for key, value in (headers or {}).items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command == "HEAD":
            return
        half = len(content) // 2
        if self.served.breaks.get(file, 0) > 0:
            self.served.breaks[file] -= 1
            self.wfile.write(content[:half])
            self.close_connection = True
            return
        try:
            self.wfile.write(content[:half])
            if gate := self.served.gates.get(file):
                self.wfile.flush()
                self.served.halfway.set()
                gate.wait(PATIENCE)
            self.wfile.write(content[half:])
        except OSError:
            self.close_connection = True  # whoever asked has gone
