#include "app/sources/graphite/connector.h"

#include "app/sources/api/logoptions.h"
#include "app/sources/graphite/graphitesource.h"

namespace quarterdeck {

namespace {

class GraphiteConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("graphite"); }
    KindHints hints() const override { return {QLatin1StringView("Graphite"), QLatin1StringView("http://localhost:8080")}; }
    Faces faces() const override { return Face::Metrics; }
    std::span<const SettingField> fields() const override { return {}; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        if (const auto checked = checkOneUrl(endpoint, QStringLiteral("A Graphite")); !checked) {
            return tl::unexpected(checked.error());
        }
        if (!endpoint.options.isEmpty()) {
            return fail(ErrorKind::Rejected, QStringLiteral("A Graphite has no option of this name"), endpoint.options.firstKey());
        }
        return std::unique_ptr<Source>(std::make_unique<GraphiteSource>(endpoint, deps));
    }
};

} // namespace

std::unique_ptr<Connector> makeGraphiteConnector()
{
    return std::make_unique<GraphiteConnector>();
}

} // namespace quarterdeck
