#include "app/bootstrap/iothread.h"

#include "connectors.h"

#include <algorithm>

namespace quarterdeck {

IoThread::IoThread(std::shared_ptr<SecretResolver> secrets, const Clock &clock)
    : m_desk(new QObject)
    , m_connectors(registeredConnectors())
{
    m_thread.setObjectName(QStringLiteral("io"));
    m_desk->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_desk,
        [this, secrets, &clock] {
            m_http = std::make_unique<HttpClient>(secrets, clock);
            m_network = std::make_unique<NetworkWatch>();
        },
        Qt::BlockingQueuedConnection);
}

IoThread::~IoThread()
{
    QMetaObject::invokeMethod(
        m_desk,
        [this] {
            m_network.reset();
            m_http.reset();
            delete m_desk;
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

OpenedSources IoThread::open(const std::vector<Endpoint> &endpoints, const Clock &clock)
{
    OpenedSources opened;
    QMetaObject::invokeMethod(
        m_desk,
        [this, &opened, &endpoints, &clock] {
            const SourceDeps deps {*m_http, clock};
            for (const Endpoint &endpoint : endpoints) {
                const Connector *connector = connectorFor(m_connectors, endpoint.kind);
                if (connector == nullptr) {
                    opened.failures.emplace_back(endpoint,
                        Error {ErrorKind::Rejected, QStringLiteral("There is no backend type \"%1\"").arg(endpoint.kind), {}, 0, std::nullopt});
                    continue;
                }
                Result<std::unique_ptr<Source>> source = connector->open(endpoint, deps);
                if (source) {
                    opened.sources.push_back(std::move(*source));
                } else {
                    opened.failures.emplace_back(endpoint, source.error());
                }
            }
        },
        Qt::BlockingQueuedConnection);
    return opened;
}

Async<BackendHealth> IoThread::probe(Source &source, const CancelToken &cancel)
{
    const Reply<BackendHealth> reply;
    QMetaObject::invokeMethod(
        m_desk,
        [this, &source, cancel, reply] {
            then(source.probe(cancel), m_desk, [reply](const Result<BackendHealth> &health) { reply.finish(health); });
        },
        Qt::QueuedConnection);
    return reply.future();
}

Async<SignedIn> IoThread::signIn(const HttpConfig &config, const AuthorizationCode &code)
{
    const Reply<SignedIn> reply;
    QMetaObject::invokeMethod(
        m_desk,
        [this, config, code, reply] {
            then(m_http->signIn(config, code), m_desk, [reply](const Result<SignedIn> &signedIn) { reply.finish(signedIn); });
        },
        Qt::QueuedConnection);
    return reply.future();
}

Faces IoThread::facesOf(const QString &kind) const
{
    const Connector *connector = connectorFor(m_connectors, kind);
    return connector == nullptr ? AllFaces : connector->faces();
}

NetworkAccess IoThread::network()
{
    return {[this] { m_http->renewConnections(); },
        [this](
            QObject *guard, std::function<void()> changed) { QObject::connect(m_network.get(), &NetworkWatch::changed, guard, std::move(changed)); }};
}

void IoThread::discard(std::vector<std::unique_ptr<Source>> sources)
{
    QMetaObject::invokeMethod(
        m_desk, [&sources] { sources.clear(); }, Qt::BlockingQueuedConnection);
}

const Connector *connectorFor(const std::vector<std::unique_ptr<Connector>> &connectors, const QString &kind)
{
    const auto at = std::find_if(connectors.begin(), connectors.end(), [&kind](const auto &connector) { return connector->kind() == kind; });
    return at == connectors.end() ? nullptr : at->get();
}

} // namespace quarterdeck
