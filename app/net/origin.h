#pragma once

#include "app/core/endpoint.h"
#include "app/core/result.h"

namespace quarterdeck {

/// True for 127.0.0.0/8, ::1 and "localhost": what does not leave this machine.
bool isLoopback(const QString &host);
/// True where scheme, host and port are the same.
bool isSameOrigin(const QUrl &a, const QUrl &b);
/// "https://eu-am.example:9093" without path, query or user: for sentences.
QString originText(const QUrl &url);
/// Its host as an address writes it, IPv6 in brackets: for sentences.
QString hostText(const QUrl &url);
/// True for what looks like the address of a page on which people sign in.
bool isSignInAddress(const QUrl &url);
/// Whether an address may be contacted at all.
/// Errors: Rejected, for anything but a plain http or https address.
Result<Done> checkUrl(const QUrl &url);
/// Whether a request with this configuration may carry its secret to this address.
/// Errors: Rejected, for a secret over plain http or unverified TLS to another machine without allowPlaintext.
Result<Done> checkSecrecy(const HttpConfig &config, const QUrl &url, bool hasSecretHeader);
/// True for header names that carry a credential by themselves.
bool isSecretHeader(QByteArrayView name);

} // namespace quarterdeck
