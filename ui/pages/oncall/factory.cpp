#include "ui/pages/oncall/factory.h"

#include "ui/pages/oncall/rotapage.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

class OnCallFactory final : public PageFactory {
public:
    QString id() const override { return QStringLiteral("oncall"); }
    QString title() const override { return QCoreApplication::translate("RotaPage", "On call"); }
    QChar key() const override { return u'c'; }
    QString icon() const override { return QStringLiteral("oncall"); }
    Page *create(const PageContext &context, QWidget *parent) const override { return new RotaPage(context, parent); }
};

} // namespace

std::unique_ptr<PageFactory> makeOncallPage()
{
    return std::make_unique<OnCallFactory>();
}

} // namespace quarterdeck
