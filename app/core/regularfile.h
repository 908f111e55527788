#pragma once

#include "app/core/result.h"

#include <QFile>

#include <memory>

namespace quarterdeck {

/// The one door to files that a person or a configuration names. Only a regular file is opened, links followed; a device, a pipe or a
/// socket is refused at once, never waited for. Thread: any.
/// Errors: NotFound (nothing of that name), Rejected (not a regular file, no permission); `what` is a sentence, `where` the path.
Result<std::unique_ptr<QFile>> openRegularFile(const QString &path);

/// The whole of such a file.
/// Errors: those of openRegularFile(); Rejected for more than `limit` bytes.
Result<QByteArray> readRegularFile(const QString &path, qint64 limit);

} // namespace quarterdeck
