#include "ui/pages/services/factory.h"

#include "ui/pages/services/servicespage.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

class ServicesFactory final : public PageFactory {
public:
    QString id() const override { return QStringLiteral("services"); }
    QString title() const override { return QCoreApplication::translate("ServicesPage", "Services"); }
    QChar key() const override { return u's'; }
    QString icon() const override { return QStringLiteral("services"); }
    Page *create(const PageContext &context, QWidget *parent) const override { return new ServicesPage(context, parent); }
};

} // namespace

std::unique_ptr<PageFactory> makeServicesPage()
{
    return std::make_unique<ServicesFactory>();
}

} // namespace quarterdeck
