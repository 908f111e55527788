#include "ui/pages/metrics/factory.h"

#include "ui/pages/metrics/metricspage.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

class MetricsFactory final : public PageFactory {
public:
    QString id() const override { return QStringLiteral("metrics"); }
    QString title() const override { return QCoreApplication::translate("MetricsPage", "Metrics"); }
    QChar key() const override { return u'm'; }
    QString icon() const override { return QStringLiteral("metrics"); }
    Page *create(const PageContext &context, QWidget *parent) const override { return new MetricsPage(context, parent); }
};

} // namespace

std::unique_ptr<PageFactory> makeMetricsPage()
{
    return std::make_unique<MetricsFactory>();
}

} // namespace quarterdeck
