#pragma once

#include "app/net/httpclient.h"
#include "app/sources/api/connector.h"
#include "app/sources/api/oncallface.h"
#include "app/sources/calendar/options.h"

#include <QObject>

namespace quarterdeck {

/// An iCalendar file, on this machine or fetched, as a rota: who is on call. Thread: io; it is read on the thread pool.
class CalendarSource final : public QObject, public Source, public OnCallFace {
public:
    CalendarSource(Endpoint endpoint, CalendarOptions options, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    OnCallFace *onCall() override { return this; }
    Async<OnCallPage> read(TimeRange range, CancelToken cancel) override;

private:
    Async<HttpResponse> fetch(const CancelToken &cancel);

    Endpoint m_endpoint;
    CalendarOptions m_options;
    HttpClient &m_http;
    const Clock &m_clock;
    SourceInfo m_info;
};

} // namespace quarterdeck
