#pragma once

#include <QString>

namespace quarterdeck {

/// How well `needle` fits `text`, case ignored; 0: not at all. Word starts and runs of letters count more, long texts a little less.
int fuzzyScore(QStringView text, QStringView needle);

} // namespace quarterdeck
