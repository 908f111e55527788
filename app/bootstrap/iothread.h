#pragma once

#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "app/net/networkwatch.h"
#include "app/net/secretresolver.h"
#include "app/net/signins.h"
#include "app/sources/api/connector.h"
#include "app/sync/syncengine.h"

#include <QThread>

#include <memory>
#include <vector>

namespace quarterdeck {

/// What came of opening the configured backends.
struct OpenedSources {
    std::vector<std::unique_ptr<Source>> sources;
    std::vector<std::pair<Endpoint, Error>> failures;
};

/// The thread that talks to backends, with its one HttpClient. Thread: main.
class IoThread {
public:
    /// Starts the thread and makes the HttpClient there. `clock` outlives it and is asked from any thread.
    IoThread(std::shared_ptr<SecretResolver> secrets, const Clock &clock);
    /// Ends the thread; whoever uses it must be gone.
    ~IoThread();

    /// For what else lives there.
    QThread &thread() { return m_thread; }
    /// Opens the endpoints on the io thread and waits for that; nothing is contacted.
    OpenedSources open(const std::vector<Endpoint> &endpoints, const Clock &clock);
    /// Does Source::probe() there, for a source that was opened here and is still. Thread: main; finishes on the io thread.
    Async<BackendHealth> probe(Source &source, const CancelToken &cancel);
    /// Does HttpClient::signIn() there. Thread: main; finishes on the io thread.
    Async<SignedIn> signIn(const HttpConfig &config, const AuthorizationCode &code);
    /// What backends of a kind can be asked; everything for a kind nobody knows.
    Faces facesOf(const QString &kind) const;
    /// For a SyncEngine that is gone before this.
    NetworkAccess network();
    /// Bytes that have come from all backends so far.
    quint64 heard() const { return m_http->heard(); }
    /// Destroys sources that nobody took over, on their own thread.
    void discard(std::vector<std::unique_ptr<Source>> sources);

private:
    QThread m_thread;
    QObject *m_desk;
    std::vector<std::unique_ptr<Connector>> m_connectors;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<NetworkWatch> m_network;
};

/// The connector of a kind among all that are built in; null when there is none.
const Connector *connectorFor(const std::vector<std::unique_ptr<Connector>> &connectors, const QString &kind);

} // namespace quarterdeck
