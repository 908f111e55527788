#include "ui/pages/runbooks/factory.h"

#include "ui/pages/runbooks/runbookspage.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

class RunbooksFactory final : public PageFactory {
public:
    QString id() const override { return QStringLiteral("runbooks"); }
    QString title() const override { return QCoreApplication::translate("RunbooksPage", "Runbooks"); }
    QChar key() const override { return u'r'; }
    QString icon() const override { return QStringLiteral("runbooks"); }
    Page *create(const PageContext &context, QWidget *parent) const override { return new RunbooksPage(context, parent); }
};

} // namespace

std::unique_ptr<PageFactory> makeRunbooksPage()
{
    return std::make_unique<RunbooksFactory>();
}

} // namespace quarterdeck
