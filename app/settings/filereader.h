#pragma once

#include "app/settings/config.h"

namespace quarterdeck {

/// One configuration file as read, before includes are merged.
struct ConfigFile {
    Config config;
    QStringList includes;  ///< Absolute globs.
    QString includesPlace; ///< "file:line".
    bool hasServiceLabel = false;
};

/// Reads the bytes of one file. Relative files resolve against `folder`.
/// Errors: Rejected (not YAML, wrong version): `where` is file:line:column.
Result<ConfigFile> readConfigFile(const QByteArray &yaml, const QString &file, const QString &folder);

} // namespace quarterdeck
