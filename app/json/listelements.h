#pragma once

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace quarterdeck {

/// The elements of a JSON list as their bytes, in order; nothing where the whole is no list. The elements themselves are not judged: the
/// list is JSON exactly if each of them is.
std::optional<std::vector<QByteArrayView>> elementsOf(QByteArrayView json);

} // namespace quarterdeck
