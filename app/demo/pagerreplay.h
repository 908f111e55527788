#pragma once

#include "app/core/clock.h"
#include "app/demo/loopbackhttp.h"
#include "app/demo/pageraccount.h"

namespace quarterdeck::demo {

/// Serves an account as PagerDuty's REST API v2 does, on loopback and without TLS: what the console asks and tells of incidents, and
/// nothing else of it. The first of the company's people is who owns the key. Thread: that of its event loop.
class PagerReplay {
public:
    /// Only requests with `key` are answered ("Token token=<key>").
    PagerReplay(PagerAccount &account, QByteArray key, const Clock &clock);
    bool listen() { return m_http.listen(); }
    quint16 port() const { return m_http.port(); }

private:
    struct Call;
    WebAnswer answer(const WebRequest &request);
    WebAnswer read(const Call &call) const;
    WebAnswer list(const Call &call) const;
    WebAnswer listWithin(const Call &call) const;
    WebAnswer write(const Call &call);
    WebAnswer writeMany(const Call &call);
    WebAnswer writeWindow(const Call &call);

    PagerAccount &m_account;
    QByteArray m_key;
    const Clock &m_clock;
    LoopbackHttp m_http;
};

} // namespace quarterdeck::demo
