#include "app/sources/prometheus/connector.h"

#include "app/sources/prometheus/prometheussource.h"

namespace quarterdeck {

namespace {

class PrometheusConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("prometheus"); }
    KindHints hints() const override { return {QLatin1StringView("Prometheus"), QLatin1StringView("http://localhost:9090")}; }
    Faces faces() const override { return PrometheusFaces; }
    std::span<const SettingField> fields() const override { return {}; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        if (endpoint.urls.empty()) {
            return fail(ErrorKind::Rejected, QStringLiteral("A Prometheus needs at least one URL"), QStringLiteral("urls"));
        }
        for (const QUrl &url : endpoint.urls) {
            if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https")) {
                return fail(
                    ErrorKind::Rejected, QStringLiteral("This is not an http or https URL: ") + url.toDisplayString(), QStringLiteral("urls"));
            }
        }
        if (!endpoint.options.isEmpty()) {
            return fail(ErrorKind::Rejected, QStringLiteral("A Prometheus has no option of this name"), endpoint.options.firstKey());
        }
        return std::unique_ptr<Source>(std::make_unique<PrometheusSource>(endpoint, deps));
    }
};

} // namespace

std::unique_ptr<Connector> makePrometheusConnector()
{
    return std::make_unique<PrometheusConnector>();
}

} // namespace quarterdeck
