#include "app/sources/pmproxy/connector.h"

#include "app/sources/api/logoptions.h"
#include "app/sources/pmproxy/pmproxysource.h"

namespace quarterdeck {

namespace {

class PmproxyConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("pmproxy"); }
    KindHints hints() const override { return {QLatin1StringView("Performance Co-Pilot"), QLatin1StringView("http://localhost:44322")}; }
    Faces faces() const override { return Face::Metrics; }
    std::span<const SettingField> fields() const override { return {}; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        if (const auto checked = checkOneUrl(endpoint, QStringLiteral("A pmproxy")); !checked) {
            return tl::unexpected(checked.error());
        }
        if (!endpoint.options.isEmpty()) {
            return fail(ErrorKind::Rejected, QStringLiteral("A pmproxy has no option of this name"), endpoint.options.firstKey());
        }
        return std::unique_ptr<Source>(std::make_unique<PmproxySource>(endpoint, deps));
    }
};

} // namespace

std::unique_ptr<Connector> makePmproxyConnector()
{
    return std::make_unique<PmproxyConnector>();
}

} // namespace quarterdeck
