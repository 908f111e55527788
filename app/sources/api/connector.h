#pragma once

#include "app/core/clock.h"
#include "app/sources/api/source.h"

#include <memory>
#include <span>

namespace quarterdeck {

class HttpClient;

/// One setting of a kind of backend, for the settings page and `config check`.
struct SettingField {
    QLatin1StringView key; ///< Key under the backend in config.yaml.
    const char *title;     ///< QT_TRANSLATE_NOOP("Connector", ...)
    const char *help;      ///< QT_TRANSLATE_NOOP("Connector", ...)
    bool isRequired = false;
};

/// What a person should know who adds a backend of a kind.
struct KindHints {
    QLatin1StringView title;                           ///< As its makers call it: "Alertmanager".
    QLatin1StringView exampleUrl;                      ///< Such as it usually has: "http://localhost:9093".
    QStringList tokenTypes {QStringLiteral("Bearer")}; ///< Types of `authorization` that it takes, the usual one first.
    HttpConfig::Auth auth = HttpConfig::Auth::None;    ///< How one usually signs in.
};

/// What an opened source may use. Thread: io.
struct SourceDeps {
    HttpClient &http;
    const Clock &clock;
};

/// Knows one kind of backend and opens sources of it.
class Connector {
public:
    virtual ~Connector() = default;
    /// "prometheus", "alertmanager", "journal": the `type` in config.yaml.
    virtual QLatin1StringView kind() const = 0;
    /// For the window, where one is added.
    virtual KindHints hints() const = 0;
    /// The options of this kind, beside name, type, urls and the http_config keys.
    virtual std::span<const SettingField> fields() const = 0;
    /// What its sources can be asked: one that cannot be opened is missed there. An opened one has the same.
    virtual Faces faces() const = 0;
    /// Fills in what the options of this kind say and the configuration leaves out, such as the address of a region: what is known of an
    /// endpoint before it is opened is known of the completed one. Completing it again changes nothing. Thread: any.
    /// Errors: Rejected, naming the wrong key; then the endpoint is as it was, and open() refuses it too.
    virtual Result<Done> complete(Endpoint &endpoint) const
    {
        Q_UNUSED(endpoint)
        return Done {};
    }
    /// Opens without talking to the backend. Errors: Rejected, naming the wrong key. Thread: io.
    virtual Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const = 0;
};

} // namespace quarterdeck
