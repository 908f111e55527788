"""An OAuth 2.0 server by Authlib for tests: one client, client credentials, and a page that wants a token.

Usage: tokenserver.py client_secret_basic|client_secret_post
Prints "port N" when it listens on 127.0.0.1.
  POST /token    grants tokens
  GET, POST /protected   200 with a valid token of scope "alerts", else 401 or 403
  POST /withdraw  makes every token given so far invalid
  GET /counts    {"asked": N, "granted": N, "protected": N}
"""

import os
import sys
import time

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector
from authlib.oauth2.rfc6749 import ClientMixin, TokenMixin, grants
from authlib.oauth2.rfc6750 import BearerTokenValidator
from flask import Flask, jsonify
from werkzeug.serving import make_server

METHOD = sys.argv[1]
counts = {"asked": 0, "granted": 0, "protected": 0}
tokens = {}


class Client(ClientMixin):
    def get_client_id(self):
        return "quarterdeck"

    def get_allowed_scope(self, scope):
        return " ".join(s for s in (scope or "").split() if s in ("alerts", "metrics"))

    def check_client_secret(self, client_secret):
        return client_secret == "cl13nt-s3cr3t"

    def check_endpoint_auth_method(self, method, endpoint):
        return method == METHOD

    def check_grant_type(self, grant_type):
        return grant_type == "client_credentials"


class Token(dict, TokenMixin):
    def get_scope(self):
        return self.get("scope", "")

    def is_expired(self):
        return time.time() > self["until"]

    def is_revoked(self):
        return self["access_token"] not in tokens


class Grant(grants.ClientCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = [METHOD]


class Validator(BearerTokenValidator):
    def authenticate_token(self, token_string):
        return tokens.get(token_string)


def save_token(token, request):
    counts["granted"] += 1
    tokens[token["access_token"]] = Token(token, until=time.time() + token["expires_in"])


app = Flask(__name__)
server = AuthorizationServer(app, query_client=lambda name: Client() if name == "quarterdeck" else None, save_token=save_token)
server.register_grant(Grant)
protector = ResourceProtector()
protector.register_token_validator(Validator())


@app.post("/token")
def token():
    counts["asked"] += 1
    return server.create_token_response()


@app.route("/protected", methods=["GET", "POST"])
@protector("alerts")
def protected():
    counts["protected"] += 1
    return jsonify(status="success")


@app.post("/withdraw")
def withdraw():
    tokens.clear()
    return jsonify(status="success")


@app.get("/counts")
def count():
    return jsonify(counts)


http = make_server("127.0.0.1", 0, app, threaded=True)
print("port", http.port, flush=True)
http.serve_forever()
