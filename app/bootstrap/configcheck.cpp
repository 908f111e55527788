#include "app/bootstrap/configcheck.h"

#include "app/bootstrap/iothread.h"
#include "app/settings/nearname.h"
#include "app/settings/watchkeys.h"

#include "connectors.h"

#include <QFileInfo>
#include <QSet>

namespace quarterdeck {

namespace {

QStringList optionsOf(const Connector &connector)
{
    QStringList keys;
    for (const SettingField &field : connector.fields()) {
        keys.append(field.key);
    }
    return keys;
}

QString unknownOption(const Endpoint &backend, const QString &key, const QStringList &known)
{
    QStringList all = known;
    all << QStringLiteral("name") << QStringLiteral("type") << QStringLiteral("url") << QStringLiteral("urls") << QStringLiteral("poll_interval");
    const QString meant = nearName(key, all);
    const QString own = known.isEmpty() ? QStringLiteral("it has no options of its own")
                                        : QStringLiteral("its own are %1").arg(known.join(QStringLiteral(", ")));
    return QStringLiteral("the key \"%1\" of the backend \"%2\" is unknown for the type %3 and is ignored; %4")
        .arg(key.left(80), backend.id, backend.kind, meant.isEmpty() ? own : QStringLiteral("is \"%1\" meant?").arg(meant));
}

// By a key that was meant to name backends, or another member of this one, something is missing; any other is only warned of.
void dropOption(Endpoint &backend, const QString &key, const QStringList &known, Config &config)
{
    const QStringList members {QStringLiteral("url"), QStringLiteral("urls")};
    const QString place = config.places.value(backend.id + u'/' + key, config.file);
    const QString sentence = unknownOption(backend, key, known);
    const QString meant = nearName(key, known + members + watchKeys());
    if (members.contains(meant)) {
        config.omit(place, {key.left(80), backend.kind, backend.id, sentence});
    } else if (watchKeys().contains(meant)) {
        config.omit(place, {key.left(80), {}, {}, sentence});
    } else {
        config.warn(place, sentence);
    }
    backend.options.remove(key);
}

// What a backend still lacks once its kind has added what it knows; empty for nothing.
QString lackOf(const Endpoint &backend)
{
    if (backend.urls.empty()) {
        return QStringLiteral("it has no url");
    }
    const auto &oauth2 = backend.http.oauth2;
    const bool lacksAddress = oauth2 && oauth2->isByPerson() && (oauth2->authorizeUrl.isEmpty() || oauth2->tokenUrl.isEmpty());
    return lacksAddress ? QStringLiteral("its oauth2 needs an authorize_url and a token_url") : QString();
}

// A backend that its kind refuses stays: whoever opens it says why.
void completeAll(Config &config, const std::vector<std::unique_ptr<Connector>> &connectors)
{
    std::erase_if(config.backends, [&](Endpoint &backend) {
        const Connector *connector = connectorFor(connectors, backend.kind);
        if (connector == nullptr || !connector->complete(backend)) {
            return false;
        }
        const QString lack = lackOf(backend);
        if (!lack.isEmpty()) {
            config.omit(config.places.value(backend.id, config.file),
                {backend.id, backend.kind, backend.id, QStringLiteral("the backend \"%1\" is left out: %2").arg(backend.id, lack)});
        }
        return !lack.isEmpty();
    });
}

// Collects what is wrong, each with the place of the backend it belongs to.
class Findings {
public:
    explicit Findings(const Config &config)
        : m_config(config)
    {
    }

    void add(const QString &place, const QString &sentence)
    {
        const QString finding = place + QStringLiteral(": ") + sentence;
        if (!m_all.contains(finding)) {
            m_all.append(finding);
        }
    }

    // A file that is named but cannot be used.
    void checkFile(const QString &place, const QString &what, const QString &path)
    {
        const QFileInfo info(path);
        if (!path.isEmpty() && !info.exists()) {
            add(place, QStringLiteral("%1 %2 does not exist").arg(what, path));
        } else if (!path.isEmpty() && !info.isFile()) {
            add(place, QStringLiteral("%1 %2 is not a file").arg(what, path));
        } else if (!path.isEmpty() && !info.isReadable()) {
            add(place, QStringLiteral("%1 %2 cannot be read: you may not").arg(what, path));
        }
    }

    void checkSecretFile(const QString &place, const QString &what, const QString &path)
    {
        checkFile(place, what, path);
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        if (const QFileInfo info(path); !path.isEmpty() && info.isFile() && (info.permissions() & others)) {
            add(place, QStringLiteral("others can read or change %1 %2: chmod 600 it").arg(what, path));
        }
    }

    void checkTls(const QString &place, const TlsConfig &tls)
    {
        checkFile(place, QStringLiteral("ca_file"), tls.caFile);
        checkFile(place, QStringLiteral("cert_file"), tls.certFile);
        checkSecretFile(place, QStringLiteral("key_file"), tls.keyFile);
        if (tls.insecureSkipVerify) {
            add(place,
                QStringLiteral(
                    "insecure_skip_verify: the certificate is not verified: anyone on the network path can read the token and forge alerts"));
        }
    }

    void checkSecret(const QString &place, const QString &what, const SecretRef &secret)
    {
        checkSecretFile(place, what, secret.file);
        if (!secret.env.isEmpty() && !qEnvironmentVariableIsSet(secret.env.toUtf8().constData())) {
            add(place, QStringLiteral("the environment variable %1 for %2 is not set here").arg(secret.env, what));
        }
    }

    void checkBackend(const Endpoint &backend)
    {
        const QString place = m_config.places.value(backend.id, m_config.file);
        const HttpConfig &http = backend.http;
        checkSecret(place, QStringLiteral("the secret's file"), http.secret);
        checkTls(place, http.tls);
        checkHeaders(place, http.headers);
        checkHeaders(place, http.proxy.connectHeaders);
        if (http.oauth2) {
            checkSecret(place, QStringLiteral("the client secret's file"), http.oauth2->clientSecret);
            checkTls(place, http.oauth2->tls);
            checkHeaders(place, http.oauth2->proxy.connectHeaders);
        }
    }

    void checkContext(const ConfigContext &context)
    {
        static const QStringList Colours {QStringLiteral("red"), QStringLiteral("orange"), QStringLiteral("yellow"), QStringLiteral("green")};
        if (!context.colour.isEmpty() && !Colours.contains(context.colour)) {
            add(context.place,
                QStringLiteral("the colour \"%1\" of the context \"%2\" is unknown and has no effect; use %3")
                    .arg(context.colour, context.name, Colours.join(QStringLiteral(", "))));
        }
    }

    void checkFolders()
    {
        for (const QString &folder : m_config.runbookFolders) {
            const QFileInfo info(folder);
            if (!info.exists()) {
                add(m_config.file, QStringLiteral("the folder of runbooks %1 does not exist").arg(folder));
            } else if (!info.isDir() || !info.isReadable()) {
                add(m_config.file, QStringLiteral("%1, which should contain runbooks, is not a readable folder").arg(folder));
            }
        }
    }

    QStringList take() { return std::move(m_all); }

private:
    void checkHeaders(const QString &place, const std::vector<ConfiguredHeader> &headers)
    {
        for (const ConfiguredHeader &header : headers) {
            checkSecret(place, QStringLiteral("the file of the header %1").arg(header.name), header.secret);
        }
    }

    const Config &m_config;
    QStringList m_all;
};

} // namespace

void completeBackends(Config &config)
{
    const auto connectors = registeredConnectors();
    for (Endpoint &backend : config.backends) {
        const Connector *connector = connectorFor(connectors, backend.kind);
        if (connector == nullptr) {
            continue;
        }
        const QStringList known = optionsOf(*connector);
        for (const QString &key : backend.options.keys()) {
            if (!known.contains(key)) {
                dropOption(backend, key, known, config);
            }
        }
    }
    completeAll(config, connectors);
}

QString openingSentence(const Config &config, const Endpoint &endpoint, const Error &error)
{
    const QString where = error.where.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.where);
    const QString place = config.places.value(endpoint.id + u'/' + error.where, config.places.value(endpoint.id, config.file));
    QString cure;
    if (connectorFor(registeredConnectors(), endpoint.kind) == nullptr) {
        QStringList kinds;
        for (const auto &connector : registeredConnectors()) {
            kinds.append(connector->kind());
        }
        cure = QStringLiteral(". There are: %1").arg(kinds.join(QStringLiteral(", ")));
    }
    return QStringLiteral("%1: the backend \"%2\" cannot be used: %3%4%5").arg(place, endpoint.id, error.what, where, cure);
}

QStringList findingsOf(const Config &config)
{
    Findings findings(config);
    for (const Endpoint &backend : config.backends) {
        findings.checkBackend(backend);
    }
    for (const ConfigContext &context : config.contexts) {
        findings.checkContext(context);
    }
    findings.checkFolders();
    return findings.take();
}

} // namespace quarterdeck
