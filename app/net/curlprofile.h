#pragma once

#include "app/core/endpoint.h"

namespace quarterdeck {

struct HttpRequest;

/// Sets what every request of ours has in common: protocols, verification, limits, time-outs, proxy and encoding.
/// `easy` is a fresh curl handle; `timeout` is what is left for this request (0: a stream without an end).
void applyProfile(void *easy, const HttpConfig &config, const HttpRequest &request, const QUrl &url, Millis timeout);
/// The proxy that `url` is reached through, empty for none or for what the environment says.
QString explicitProxy(const HttpConfig &config, const QUrl &url);

} // namespace quarterdeck
