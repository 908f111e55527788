#pragma once

#include <QString>

namespace quarterdeck {

/// Why an address is not opened, in words; empty when it may be: http or https with a host and no user name in it.
QString refusalOf(const QString &url);
/// The host as it is shown before opening, in ASCII so that look-alike letters show.
QString shownHost(const QString &url);
/// Hands an address that refusalOf() allows to the desktop's browser. The only place that does.
bool openInBrowser(const QString &url);
/// Hands a file of our own to the program that the desktop has for it.
bool openLocalFile(const QString &path);

} // namespace quarterdeck
