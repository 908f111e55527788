#include "app/cli/browser.h"

#include <QProcess>

namespace quarterdeck {

bool openInBrowser(const QUrl &address)
{
    const bool isWeb = address.scheme() == QLatin1StringView("https") || address.scheme() == QLatin1StringView("http");
    QProcess opener;
    opener.setProgram(QStringLiteral("xdg-open"));
    opener.setArguments({address.toString(QUrl::FullyEncoded)});
    // What it says belongs to nobody's answer.
    opener.setStandardOutputFile(QProcess::nullDevice());
    opener.setStandardErrorFile(QProcess::nullDevice());
    return isWeb && opener.startDetached();
}

} // namespace quarterdeck
