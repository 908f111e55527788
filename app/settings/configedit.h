#pragma once

#include "app/core/endpoint.h"
#include "app/core/result.h"

#include <optional>

namespace quarterdeck {

struct Config;

/// One change to the backends of a configuration.
struct BackendEdit {
    QString name;                   ///< The backend as it is called in the file; empty: one is added.
    std::optional<Endpoint> wanted; ///< As it is to be; nothing: it is removed. Paths are absolute.
    QString context = {};           ///< Where one is added: the context that is to watch it.
};

/// What a configuration of ours begins with.
QByteArray emptyConfig();

/// The text of a configuration file after one change. What the change does not name stays as it is, byte for byte: comments, order, quotes.
/// A new name is taken over by the contexts of the file, a removed one leaves them. The text is read again, and is only an answer where it says
/// what was wanted and nothing else has changed. `file` and `folder` as for parseConfig().
/// Errors: Rejected, in words: what cannot be changed without guessing (anchors and merges in that backend, one that stands in an include);
/// `where` is "file:line".
Result<QByteArray> editedConfig(const QByteArray &yaml, const QString &file, const QString &folder, const BackendEdit &edit);

} // namespace quarterdeck
