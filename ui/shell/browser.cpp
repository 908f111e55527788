#include "ui/shell/browser.h"

#include "app/core/text.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QUrl>

namespace quarterdeck {

QString refusalOf(const QString &url)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("Browser", text); };
    const QUrl parsed(url, QUrl::StrictMode);
    if (url.size() > 8192 || !parsed.isValid() || parsed.isRelative()) {
        return words(QT_TRANSLATE_NOOP("Browser", "This address cannot be opened."));
    }
    if (parsed.scheme() != QLatin1StringView("https") && parsed.scheme() != QLatin1StringView("http")) {
        return words(QT_TRANSLATE_NOOP("Browser", "Only web addresses can be opened; this one starts with “%1”."))
            .arg(text::plain(parsed.scheme(), 40));
    }
    if (parsed.host().isEmpty()) {
        return words(QT_TRANSLATE_NOOP("Browser", "This address has no host."));
    }
    if (!parsed.userInfo().isEmpty()) {
        return words(QT_TRANSLATE_NOOP("Browser", "This address has a user name before the host – a common phishing trick."));
    }
    return {};
}

QString shownHost(const QString &url)
{
    return text::plain(QUrl(url, QUrl::StrictMode).host(QUrl::FullyEncoded), 300);
}

bool openInBrowser(const QString &url)
{
    return refusalOf(url).isEmpty() && QDesktopServices::openUrl(QUrl(url, QUrl::StrictMode));
}

bool openLocalFile(const QString &path)
{
    return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace quarterdeck
