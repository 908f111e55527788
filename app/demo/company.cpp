#include "app/demo/company.h"

namespace quarterdeck::demo {

const std::vector<DemoService> &company()
{
    static const std::vector<DemoService> Services {{QStringLiteral("storefront"), 2600, 0.0004, 0.085, 0.52, 0, 0, 0, QStringLiteral("v5.12.3")},
        {QStringLiteral("mobile-api"), 1450, 0.0006, 0.072, 0.47, 0, 0, 0, QStringLiteral("v3.8.0")},
        {QStringLiteral("checkout"), 1840, 0.0005, 0.061, 0.45, 38, 100, 0, QStringLiteral("v2.40.6")},
        {QStringLiteral("payments-worker"), 310, 0.0008, 0.190, 1.10, 14, 40, 120, QStringLiteral("v1.19.2")},
        {QStringLiteral("orders-db"), 0, 0, 0, 0, 38, 100, 0, QStringLiteral("15.6")},
        {QStringLiteral("pricing"), 980, 0.0003, 0.018, 0.09, 9, 40, 0, QStringLiteral("v4.2.1")},
        {QStringLiteral("identity"), 720, 0.0007, 0.045, 0.28, 11, 60, 0, QStringLiteral("v6.0.4")},
        {QStringLiteral("identity-edge"), 1900, 0.0002, 0.006, 0.03, 0, 0, 0, QStringLiteral("v6.0.4")},
        {QStringLiteral("search"), 1120, 0.0009, 0.038, 0.31, 0, 0, 0, QStringLiteral("v9.1.0")},
        {QStringLiteral("search-indexer"), 0, 0, 0, 0, 6, 20, 340, QStringLiteral("v9.1.0")},
        {QStringLiteral("notifications"), 260, 0.0020, 0.120, 0.80, 4, 20, 45, QStringLiteral("v2.7.7")},
        {QStringLiteral("ledger"), 410, 0.0001, 0.034, 0.16, 12, 50, 0, QStringLiteral("v1.4.0")}};
    return Services;
}

} // namespace quarterdeck::demo
