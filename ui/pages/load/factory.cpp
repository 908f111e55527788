#include "ui/pages/load/factory.h"

#include "ui/pages/load/loadpage.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

class LoadFactory final : public PageFactory {
public:
    QString id() const override { return QStringLiteral("load"); }
    QString title() const override { return QCoreApplication::translate("LoadPage", "Load"); }
    QChar key() const override { return u'k'; }
    QString icon() const override { return QStringLiteral("load"); }
    Page *create(const PageContext &context, QWidget *parent) const override { return new LoadPage(context, parent); }
};

} // namespace

std::unique_ptr<PageFactory> makeLoadPage()
{
    return std::make_unique<LoadFactory>();
}

} // namespace quarterdeck
