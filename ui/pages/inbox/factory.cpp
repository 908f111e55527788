#include "ui/pages/inbox/factory.h"

#include "ui/pages/inbox/inboxpage.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

class InboxFactory final : public PageFactory {
public:
    QString id() const override { return QStringLiteral("inbox"); }
    QString title() const override { return QCoreApplication::translate("Inbox", "Inbox"); }
    QChar key() const override { return u'i'; }
    QString icon() const override { return QStringLiteral("inbox"); }
    Page *create(const PageContext &context, QWidget *parent) const override { return new InboxPage(context, parent); }
};

} // namespace

std::unique_ptr<PageFactory> makeInboxPage()
{
    return std::make_unique<InboxFactory>();
}

} // namespace quarterdeck
