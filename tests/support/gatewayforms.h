#pragma once

#include "tests/support/scriptedserver.h"

namespace quarterdeck {

/// A form in which a gateway before a server may answer a write that it let through, or did not.
struct GatewayForm {
    const char *name;
    int status;
    const char *type;
    const char *body;

    ScriptedReply reply() const
    {
        ScriptedReply made = ScriptedReply::text(body, status);
        made.contentType = type;
        if (status == 302 || status == 307) {
            made.headers.push_back({"Location", "/login"});
        }
        return made;
    }
};

/// "own" are those that Alertmanager itself may answer.
inline constexpr GatewayForm GatewayForms[] = {
    {"202", 202, "application/json", ""},
    {"204", 204, "", ""},
    {"206", 206, "application/json", "{}"},
    {"302", 302, "text/html", "<a href=x>Found</a>"},
    {"307", 307, "", ""},
    {"400 plain", 400, "text/plain", "Bad Request"},
    {"400 own", 400, "application/json", "\"bad request\""},
    {"401", 401, "text/plain", "no org id"},
    {"403", 403, "text/plain", "Forbidden"},
    {"403 sign-in page", 403, "text/html", "<html><form action=/login></form></html>"},
    {"404 plain", 404, "text/plain", "404 page not found"},
    {"404 empty", 404, "", ""},
    {"404 own", 404, "application/json", "\"silence not found\""},
    {"408", 408, "text/html", "<html>Request Time-out</html>"},
    {"409", 409, "text/plain", "conflict"},
    {"410", 410, "text/plain", "Gone"},
    {"422 own", 422, "application/json", R"({"code":602,"message":"no"})"},
    {"429", 429, "text/plain", "slow down"},
    {"499", 499, "text/html", "<html>client closed</html>"},
    {"500 not found", 500, "text/plain", "upstream not found"},
    {"500 own not found", 500, "application/json", "\"silence not found\""},
    {"502 not found", 502, "text/html", "<html>backend not found</html>"},
    {"503", 503, "text/plain", "unavailable"},
    {"504", 504, "text/html", "<html>gateway time-out</html>"},
    {"511", 511, "text/html", "<html>captive</html>"},
};

} // namespace quarterdeck
