#include "ui/pages/logs/factory.h"

#include "ui/pages/logs/logspage.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

class LogsFactory final : public PageFactory {
public:
    QString id() const override { return QStringLiteral("logs"); }
    QString title() const override { return QCoreApplication::translate("LogsPage", "Logs"); }
    QChar key() const override { return u'l'; }
    QString icon() const override { return QStringLiteral("logs"); }
    Page *create(const PageContext &context, QWidget *parent) const override { return new LogsPage(context, parent); }
};

} // namespace

std::unique_ptr<PageFactory> makeLogsPage()
{
    return std::make_unique<LogsFactory>();
}

} // namespace quarterdeck
