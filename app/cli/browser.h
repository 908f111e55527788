#pragma once

#include <QUrl>

namespace quarterdeck {

/// Opens an http or https address in the browser of the desktop. False where there is no program for that.
bool openInBrowser(const QUrl &address);

} // namespace quarterdeck
