#include "app/sources/netdata/connector.h"

#include "app/sources/api/logoptions.h"
#include "app/sources/netdata/netdatasource.h"

namespace quarterdeck {

namespace {

class NetdataConnector final : public Connector {
public:
    QLatin1StringView kind() const override { return QLatin1StringView("netdata"); }
    KindHints hints() const override { return {QLatin1StringView("Netdata"), QLatin1StringView("http://localhost:19999")}; }
    Faces faces() const override { return Face::Metrics; }
    std::span<const SettingField> fields() const override { return {}; }

    Result<std::unique_ptr<Source>> open(const Endpoint &endpoint, const SourceDeps &deps) const override
    {
        if (const auto checked = checkOneUrl(endpoint, QStringLiteral("A netdata")); !checked) {
            return tl::unexpected(checked.error());
        }
        if (!endpoint.options.isEmpty()) {
            return fail(ErrorKind::Rejected, QStringLiteral("A netdata has no option of this name"), endpoint.options.firstKey());
        }
        return std::unique_ptr<Source>(std::make_unique<NetdataSource>(endpoint, deps));
    }
};

} // namespace

std::unique_ptr<Connector> makeNetdataConnector()
{
    return std::make_unique<NetdataConnector>();
}

} // namespace quarterdeck
