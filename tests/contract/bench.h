#pragma once

#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "app/sources/api/actface.h"
#include "app/sources/api/alertface.h"
#include "app/sources/api/connector.h"
#include "app/sources/api/logface.h"
#include "app/sources/api/metricface.h"
#include "app/sources/api/ruleface.h"
#include "tests/support/await.h"
#include "tests/support/fixedsecrets.h"

#include <QFile>

namespace quarterdeck {

/// What a source needs to be opened in a test, and the opening itself.
class ContractBench {
public:
    ContractBench()
        : m_http(std::make_shared<FixedSecrets>(), m_clock)
    {
    }

    HttpClient &http() { return m_http; }
    const Clock &clock() const { return m_clock; }

    /// An endpoint named "src" at these URLs.
    static Endpoint endpoint(std::vector<QUrl> urls)
    {
        Endpoint endpoint;
        endpoint.id = QStringLiteral("src");
        endpoint.urls = std::move(urls);
        return endpoint;
    }
    /// Opens, or ends the program with the reason.
    std::unique_ptr<Source> open(const Connector &connector, const Endpoint &endpoint)
    {
        auto source = connector.open(endpoint, SourceDeps {m_http, m_clock});
        if (!source) {
            qFatal("The source does not open: %s", qPrintable(source.error().what));
        }
        const Faces faces = facesOf(**source);
        if (faces != connector.faces() || faces != (*source)->info().faces) {
            qFatal("What the source says it can be asked is not what it can be asked");
        }
        return std::move(*source);
    }

private:
    static Faces facesOf(Source &source)
    {
        Faces faces;
        faces.setFlag(Face::Alerts, source.alerts() != nullptr);
        faces.setFlag(Face::Acts, source.acts() != nullptr);
        faces.setFlag(Face::Metrics, source.metrics() != nullptr);
        faces.setFlag(Face::Logs, source.logs() != nullptr);
        faces.setFlag(Face::Rules, source.rules() != nullptr);
        faces.setFlag(Face::OnCall, source.onCall() != nullptr);
        faces.setFlag(Face::Timeline, source.timeline() != nullptr);
        return faces;
    }

    SystemClock m_clock;
    HttpClient m_http;
};

/// The bytes of a file of ours.
inline QByteArray fixture(const QString &path)
{
    QFile file(QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/fixtures/") + path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("No fixture %s", qPrintable(path));
    }
    return file.readAll();
}

/// $QUARTERDECK_SHARED/<path>, or an empty string where it is absent.
inline QString sharedPath(const QString &path)
{
    const QString full = qEnvironmentVariable("QUARTERDECK_SHARED") + u'/' + path;
    return QFile::exists(full) ? full : QString();
}

/// The text of an error for a failed comparison, empty for success.
template <class T> QString errorOf(const Result<T> &result)
{
    return result ? QString()
                  : errorKindName(result.error().kind) + QStringLiteral(": ") + result.error().what + QStringLiteral(" @") + result.error().where;
}

} // namespace quarterdeck
