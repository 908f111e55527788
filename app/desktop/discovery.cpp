#include "app/desktop/discovery.h"

#include "app/core/regularfile.h"
#include "app/settings/configedit.h"

#include <QDir>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int ConnectMs = 300;

struct Usual {
    const char *name;
    const char *kind;
    quint16 port;
    const char *path; ///< Answers 200 on the real thing.
};

constexpr Usual UsualPlaces[] = {
    {"prometheus", "prometheus", 9090, "/-/ready"}, {"alertmanager", "alertmanager", 9093, "/-/ready"}, {"journal", "journal", 19531, "/machine"}};

bool answers(quint16 port, const QByteArray &path)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    if (!socket.waitForConnected(ConnectMs)) {
        return false;
    }
    socket.write("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
    return socket.waitForReadyRead(ConnectMs) && socket.read(64).mid(9, 3) == "200";
}

// The same server under another name of this machine must not be asked, and counted, twice.
QString placeOf(const QString &address)
{
    QUrl url(address);
    if (url.host() == QLatin1StringView("localhost") || url.host() == QLatin1StringView("::1")) {
        url.setHost(QStringLiteral("127.0.0.1"));
    }
    return url.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
}

void add(std::vector<FoundBackend> &found, FoundBackend backend)
{
    const auto isSame = [&](const FoundBackend &known) { return known.kind == backend.kind && placeOf(known.url) == placeOf(backend.url); };
    if (std::any_of(found.begin(), found.end(), isSame)) {
        return;
    }
    const QString name = backend.name;
    for (int n = 2; std::any_of(found.begin(), found.end(), [&](const FoundBackend &known) { return known.name == backend.name; }); ++n) {
        backend.name = name + QString::number(n);
    }
    found.push_back(std::move(backend));
}

void readAmtool(std::vector<FoundBackend> &found)
{
    for (const QString &path : {QDir::homePath() + QStringLiteral("/.config/amtool/config.yml"), QStringLiteral("/etc/amtool/config.yml")}) {
        const auto file = openRegularFile(path);
        if (!file) {
            continue;
        }
        static const QRegularExpression Key(QStringLiteral("^alertmanager\\.url:\\s*[\"']?([^\"'\\s]+)"), QRegularExpression::MultilineOption);
        const QUrl url(Key.match(QString::fromUtf8((*file)->read(64 * 1024))).captured(1), QUrl::StrictMode);
        if (url.isValid() && url.scheme().startsWith(QLatin1StringView("http")) && url.userInfo().isEmpty()) {
            add(found, {QStringLiteral("amtool"), QStringLiteral("alertmanager"), url.toString(QUrl::FullyEncoded), path});
        }
    }
}

} // namespace

Async<std::vector<FoundBackend>> discoverBackends()
{
    const Reply<std::vector<FoundBackend>> reply;
    QThreadPool::globalInstance()->start([reply] {
        std::vector<FoundBackend> found;
        for (const Usual &usual : UsualPlaces) {
            if (answers(usual.port, usual.path)) {
                add(found,
                    {QString::fromLatin1(usual.name), QString::fromLatin1(usual.kind), QStringLiteral("http://127.0.0.1:%1").arg(usual.port),
                        QStringLiteral("port %1").arg(usual.port)});
            }
        }
        readAmtool(found);
        reply.finish(found);
    });
    return reply.future();
}

QByteArray configurationFor(const std::vector<FoundBackend> &found)
{
    QByteArray yaml;
    for (const FoundBackend &backend : found) {
        Endpoint endpoint;
        endpoint.id = backend.name;
        endpoint.kind = backend.kind;
        endpoint.urls = {QUrl(backend.url)};
        yaml = editedConfig(yaml, QStringLiteral("config.yaml"), {}, {{}, endpoint, QStringLiteral("default")}).value_or(yaml);
    }
    return yaml;
}

} // namespace quarterdeck
