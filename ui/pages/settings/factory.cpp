#include "ui/pages/settings/factory.h"

#include "ui/pages/settings/settingspage.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

class SettingsFactory final : public PageFactory {
public:
    QString id() const override { return QStringLiteral("settings"); }
    QString title() const override { return QCoreApplication::translate("SettingsPage", "Settings"); }
    QChar key() const override { return u','; }
    QString icon() const override { return QStringLiteral("settings"); }
    Page *create(const PageContext &context, QWidget *parent) const override { return new SettingsPage(context, parent); }
};

} // namespace

std::unique_ptr<PageFactory> makeSettingsPage()
{
    return std::make_unique<SettingsFactory>();
}

} // namespace quarterdeck
