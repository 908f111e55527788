#pragma once

#include <QString>

namespace quarterdeck {

/// Text from outside as one line that no Markdown reader takes for markup.
QString markdownText(QStringView foreign);

} // namespace quarterdeck
