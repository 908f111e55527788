#include "app/sources/icinga2/eventwatch.h"

#include "app/core/log.h"
#include "app/sources/icinga2/events.h"

#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>
#include <QUuid>

#include <algorithm>

namespace quarterdeck::icinga2 {

namespace {

constexpr Millis ShortestWait {1'000};
constexpr Millis LongestWait {60'000};
// Where a right is missing, or something between us and the server lets no stream through.
constexpr Millis HopelessWait {600'000};
// A stream that lasts for so long was no failure.
constexpr Millis Steady {30'000};

} // namespace

EventWatch::EventWatch(Reader &reader, const SourceDeps &deps, std::function<void()> changed, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_deps(deps)
    , m_changed(std::move(changed))
    , m_cancel(std::move(cancel))
    , m_backoff(ShortestWait, LongestWait, [] { return QRandomGenerator::global()->generateDouble(); })
{
}

void EventWatch::open()
{
    if (isOver()) {
        deleteLater();
        return;
    }
    then(m_reader.rights(m_cancel), this, [this](const Result<Rights> &rights) {
        if (!rights) {
            lost(rights.error());
            return;
        }
        const QStringList types = allowedEvents(*rights);
        if (types.isEmpty()) {
            again(HopelessWait);
        } else {
            listen(types);
        }
    });
}

void EventWatch::listen(const QStringList &types)
{
    const Settings &settings = m_reader.settings();
    const QString queue = QStringLiteral("quarterdeck-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    HttpRequest request = eventsRequest(settings.root, types, queue);
    request.onData = [guard = QPointer<EventWatch>(this)](QByteArrayView bytes) { return guard && guard->take(bytes); };
    m_openedAt = m_deps.clock.monotonic();
    then(m_deps.http.send(settings.http, std::move(request), m_cancel), this, [this](const Result<HttpResponse> &response) {
        const auto answer = requireOk(response, {});
        lost(answer ? Error {ErrorKind::Offline, QStringLiteral("The server ended the stream"), {}, 0, std::nullopt} : answer.error());
    });
    if (std::exchange(m_wasLost, false)) {
        // Nothing is told again of what happened meanwhile.
        m_changed();
    }
}

bool EventWatch::take(QByteArrayView bytes)
{
    if (isOver()) {
        return false;
    }
    if (!bytes.trimmed().isEmpty()) {
        m_changed();
    }
    return true;
}

void EventWatch::lost(const Error &error)
{
    m_wasLost = true;
    if (m_deps.clock.monotonic() - m_openedAt > Steady) {
        m_backoff.reset();
    }
    const bool isHopeless = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::Rejected;
    qCDebug(logSync) << "The stream of events of" << m_reader.settings().source << "is gone:" << error.what;
    again(isHopeless ? HopelessWait : m_backoff.next(error.retryAfter));
}

void EventWatch::again(Millis wait)
{
    if (isOver()) {
        deleteLater();
        return;
    }
    QTimer::singleShot(wait, this, [this] { open(); });
}

} // namespace quarterdeck::icinga2
