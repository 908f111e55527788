#pragma once

#include <QString>
#include <QUrl>

namespace quarterdeck {

/// Whether a list written as in the variable NO_PROXY keeps `url` off the proxy: host names (with everything below them), ".name" (only what is
/// below), addresses, address blocks ("10.0.0.0/8"), each with an optional ":port", or "*". What stays on this machine is always kept off.
/// Source: golang.org/x/net/http/httpproxy, as Prometheus reads it.
bool isKeptOffProxy(const QUrl &url, const QString &noProxy);

} // namespace quarterdeck
