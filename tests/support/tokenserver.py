"""An OAuth 2.0 server by Authlib for tests: client credentials and sign-ins in the browser with PKCE, and a page that wants a token.

Usage: tokenserver.py client_secret_basic|client_secret_post
Prints "port N" when it listens on 127.0.0.1. The client "quarterdeck" has a secret; "desktop" has none and must prove its code by S256.
  GET /authorize sends the browser back with a code, or with a refusal after POST /deny
  POST /token    grants tokens; each refresh token is good for one use
  POST /sign-out makes every sign-in given so far invalid
  GET, POST /protected   200 with a valid token of scope "alerts", else 401 or 403
  POST /withdraw  makes every token given so far invalid
  GET /counts    {"asked": N, "granted": N, "protected": N}
  GET /grants    the grant types that were asked for, in order
"""

import os
import re
import sys
import time

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin, TokenMixin, grants
from authlib.oauth2.rfc6750 import BearerTokenValidator
from authlib.oauth2.rfc7636 import CodeChallenge
from flask import Flask, jsonify, request
from werkzeug.serving import make_server

METHOD = sys.argv[1]
counts = {"asked": 0, "granted": 0, "protected": 0}
tokens = {}


grants_asked = []
codes = {}
sign_ins = {}
denying = []


class Client(ClientMixin):
    def __init__(self, name):
        self.name = name

    def get_client_id(self):
        return self.name

    def get_default_redirect_uri(self):
        return None

    def get_allowed_scope(self, scope):
        return " ".join(s for s in (scope or "").split() if s in ("alerts", "metrics"))

    def check_redirect_uri(self, redirect_uri):
        # RFC 8252, 7.3: any port of loopback.
        return re.fullmatch(r"http://127\.0\.0\.1:\d+/callback", redirect_uri) is not None

    def check_client_secret(self, client_secret):
        return client_secret == "cl13nt-s3cr3t"

    def check_endpoint_auth_method(self, method, endpoint):
        return method == ("none" if self.name == "desktop" else METHOD)

    def check_response_type(self, response_type):
        return response_type == "code"

    def check_grant_type(self, grant_type):
        return (self.name == "quarterdeck") if grant_type == "client_credentials" else True


class Token(dict, TokenMixin):
    def get_scope(self):
        return self.get("scope", "")

    def get_expires_in(self):
        return self["expires_in"]

    def check_client(self, client):
        return self["client"] == client.get_client_id()

    def is_expired(self):
        return time.time() > self["until"]

    def is_revoked(self):
        return self["access_token"] not in tokens


class Grant(grants.ClientCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = [METHOD]


class Code(AuthorizationCodeMixin):
    def __init__(self, request):
        self.client = request.client.get_client_id()
        self.redirect_uri = request.redirect_uri
        self.scope = request.client.get_allowed_scope(request.scope)
        self.code_challenge = request.data.get("code_challenge")
        self.code_challenge_method = request.data.get("code_challenge_method")

    def get_redirect_uri(self):
        return self.redirect_uri

    def get_scope(self):
        return self.scope


class CodeGrant(grants.AuthorizationCodeGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["none", METHOD]

    def save_authorization_code(self, code, request):
        codes[code] = Code(request)

    def query_authorization_code(self, code, client):
        found = codes.get(code)
        return found if found and found.client == client.get_client_id() else None

    def delete_authorization_code(self, authorization_code):
        for code in [code for code, found in codes.items() if found is authorization_code]:
            del codes[code]

    def authenticate_user(self, authorization_code):
        return "ana"


class RefreshGrant(grants.RefreshTokenGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["none", METHOD]
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token):
        return sign_ins.get(refresh_token)

    def authenticate_user(self, credential):
        return "ana"

    def revoke_old_credential(self, credential):
        sign_ins.pop(credential["refresh_token"], None)


class Validator(BearerTokenValidator):
    def authenticate_token(self, token_string):
        return tokens.get(token_string)


def save_token(token, request):
    counts["granted"] += 1
    kept = Token(token, until=time.time() + token["expires_in"], client=request.client.get_client_id())
    tokens[token["access_token"]] = kept
    if "refresh_token" in token:
        sign_ins[token["refresh_token"]] = kept


app = Flask(__name__)
app.config["OAUTH2_REFRESH_TOKEN_GENERATOR"] = True
server = AuthorizationServer(
    app, query_client=lambda name: Client(name) if name in ("quarterdeck", "desktop") else None, save_token=save_token
)
server.register_grant(Grant)
server.register_grant(CodeGrant, [CodeChallenge(required=True)])
server.register_grant(RefreshGrant)
protector = ResourceProtector()
protector.register_token_validator(Validator())


@app.get("/authorize")
def authorize():
    # The library takes a challenge that is not hashed, and none from a client without a secret: ours has to send S256.
    if request.args.get("code_challenge_method") != "S256" or not request.args.get("state"):
        return jsonify(error="invalid_request"), 400
    return server.create_authorization_response(grant_user=None if denying else "ana")


@app.post("/deny")
def deny():
    denying.append(True)
    return jsonify(status="success")


@app.post("/sign-out")
def sign_out():
    sign_ins.clear()
    return jsonify(status="success")


@app.get("/grants")
def asked_grants():
    return jsonify(grants_asked)


@app.post("/token")
def token():
    counts["asked"] += 1
    grants_asked.append(request.form.get("grant_type"))
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
