"""A small service on pysaml2: logs in with SAML, tells what it received. Configured by one JSON file."""
import html
import json
import os
import sys
import traceback
from http.cookies import SimpleCookie
from urllib.parse import parse_qs
from wsgiref.simple_server import make_server

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.client import Saml2Client
from saml2.config import SPConfig
from saml2.metadata import entity_descriptor

with open(sys.argv[1], encoding="utf-8") as file:
    settings = json.load(file)

base = settings["base"]
config = SPConfig().load(
    {
        "entityid": settings["entityId"],
        "xmlsec_binary": "/usr/bin/xmlsec1",
        "key_file": settings["key"],
        "cert_file": settings["certificate"],
        "encryption_keypairs": [{"key_file": settings["key"], "cert_file": settings["certificate"]}],
        "metadata": {"local": [settings["providerMetadata"]]},
        "allow_unknown_attributes": True,
        "service": {
            "sp": {
                "endpoints": {"assertion_consumer_service": [(base + "/acs", BINDING_HTTP_POST)]},
                "name_id_format": ["urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"],
                "authn_requests_signed": True,
                "want_assertions_signed": True,
                "want_response_signed": False,
                "allow_unsolicited": False,
                "signing_algorithm": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                "digest_algorithm": "http://www.w3.org/2001/04/xmlenc#sha256",
            }
        },
    }
)
client = Saml2Client(config)
outstanding = {}
sessions = {}


def received(environ):
    cookie = SimpleCookie(environ.get("HTTP_COOKIE", "")).get("pysaml2")
    return sessions.get(cookie.value) if cookie else None


def log_in(binding):
    request_id, info = client.prepare_for_authenticate(
        entityid=settings["provider"],
        relay_state="from-pysaml2",
        binding=binding,
        nameid_format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        sign=True,
        sigalg="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    )
    outstanding[request_id] = "/"
    return info


def consume(environ):
    form = parse_qs(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode("utf-8"))
    response = client.parse_authn_request_response(form["SAMLResponse"][0], BINDING_HTTP_POST, outstanding)
    if response is None:
        raise ValueError("no answer")
    attributes = {}
    for statement in response.assertion.attribute_statement:
        for attribute in statement.attribute:
            attributes[attribute.name] = [value.text or "" for value in attribute.attribute_value]
    session = os.urandom(16).hex()
    sessions[session] = {"nameId": response.name_id.text, "attributes": attributes}
    return session


def application(environ, start_response):
    path = environ["PATH_INFO"]
    try:
        if path == "/metadata":
            start_response("200 OK", [("Content-Type", "application/samlmetadata+xml")])
            return [str(entity_descriptor(config)).encode("utf-8")]
        if path == "/login":
            start_response("302 Found", list(log_in(BINDING_HTTP_REDIRECT)["headers"]))
            return [b""]
        if path == "/login/post":
            form = log_in(BINDING_HTTP_POST)["data"]
            start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            return [form.encode("utf-8")]
        if path == "/acs":
            session = consume(environ)
            start_response(
                "303 See Other", [("Location", base + "/received"), ("Set-Cookie", "pysaml2=" + session + "; Path=/; HttpOnly")]
            )
            return [b""]
        who = received(environ)
        start_response("200 OK" if who else "401 Unauthorized", [("Content-Type", "application/json")])
        return [json.dumps(who).encode("utf-8")]
    except Exception as error:
        traceback.print_exc()
        start_response("403 Forbidden", [("Content-Type", "text/html; charset=utf-8")])
        return [html.escape(f"{type(error).__name__}: {error}").encode("utf-8")]


make_server(settings["host"], settings["port"], application).serve_forever()
