#pragma once

#include <QByteArrayView>
#include <QString>

namespace quarterdeck {

/// What a server says about its refusal, as one clean line of at most 300 characters: the text under "error", "message", "msg",
/// "detail" or "reason" of a JSON body, a JSON string, or a short plain text. Empty for web pages and anything else.
QString serverWords(QByteArrayView body, QByteArrayView contentType);
/// True for what looks like a web page, whatever it calls itself.
bool looksLikeWebPage(QByteArrayView body, QByteArrayView contentType);
/// True where a web page, given in lower case, asks people to sign in.
bool looksLikeSignIn(QByteArrayView page);

} // namespace quarterdeck
