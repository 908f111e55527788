#include "ui/pages/ownership/factory.h"

#include "ui/pages/ownership/ownershippage.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

class OwnershipFactory final : public PageFactory {
public:
    QString id() const override { return QStringLiteral("ownership"); }
    QString title() const override { return QCoreApplication::translate("OwnershipPage", "Ownership"); }
    QChar key() const override { return u'o'; }
    QString icon() const override { return QStringLiteral("ownership"); }
    Page *create(const PageContext &context, QWidget *parent) const override { return new OwnershipPage(context, parent); }
};

} // namespace

std::unique_ptr<PageFactory> makeOwnershipPage()
{
    return std::make_unique<OwnershipFactory>();
}

} // namespace quarterdeck
