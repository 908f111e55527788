"""A proxy with TLS before a server of loopback, for tests: it wants a bearer token and passes everything else on as it is.

Usage: tlsgate.py CERTIFICATE KEY TARGET TOKEN
Prints "port N" when it listens on 127.0.0.1. Without the token it answers 401.
"""

import http.client
import http.server
import ssl
import sys
import urllib.parse

CERTIFICATE, KEY, TARGET, TOKEN = sys.argv[1:5]
PLACE = urllib.parse.urlsplit(TARGET)


class Gate(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, kind):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def pass_on(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Authorization") != "Bearer " + TOKEN:
            self.answer(401, b"a token is needed", "text/plain")
            return
        connection = http.client.HTTPConnection(PLACE.hostname, PLACE.port, timeout=10)
        connection.request(self.command, self.path, body, {"Content-Type": self.headers.get("Content-Type", ""), "Accept": "*/*"})
        reply = connection.getresponse()
        self.answer(reply.status, reply.read(), reply.getheader("Content-Type", "text/plain"))
        connection.close()

    do_GET = do_POST = do_DELETE = pass_on


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Gate)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(CERTIFICATE, KEY)
server.socket = context.wrap_socket(server.socket, server_side=True)
print(f"port {server.server_port}", flush=True)
server.serve_forever()
