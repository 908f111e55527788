#include "app/domain/severity.h"

#include <array>

namespace quarterdeck {

QLatin1StringView severityName(Severity severity)
{
    static constexpr std::array Names {QLatin1StringView("critical"), QLatin1StringView("error"), QLatin1StringView("warning"),
        QLatin1StringView("info"), QLatin1StringView("unknown")};
    return Names.at(std::size_t(severity));
}

Severity severityFromLabel(QStringView label)
{
    struct Word {
        QLatin1StringView word;
        Severity severity;
    };
    static constexpr std::array Words {Word {QLatin1StringView("critical"), Severity::Critical}, Word {QLatin1StringView("page"), Severity::Critical},
        Word {QLatin1StringView("crit"), Severity::Critical}, Word {QLatin1StringView("fatal"), Severity::Critical},
        Word {QLatin1StringView("emergency"), Severity::Critical}, Word {QLatin1StringView("disaster"), Severity::Critical},
        Word {QLatin1StringView("p1"), Severity::Critical}, Word {QLatin1StringView("error"), Severity::Error},
        Word {QLatin1StringView("high"), Severity::Error}, Word {QLatin1StringView("major"), Severity::Error},
        Word {QLatin1StringView("p2"), Severity::Error}, Word {QLatin1StringView("warning"), Severity::Warning},
        Word {QLatin1StringView("warn"), Severity::Warning}, Word {QLatin1StringView("minor"), Severity::Warning},
        Word {QLatin1StringView("ticket"), Severity::Warning}, Word {QLatin1StringView("task"), Severity::Warning},
        Word {QLatin1StringView("p3"), Severity::Warning}, Word {QLatin1StringView("info"), Severity::Info},
        Word {QLatin1StringView("informational"), Severity::Info}, Word {QLatin1StringView("low"), Severity::Info},
        Word {QLatin1StringView("p4"), Severity::Info}, Word {QLatin1StringView("none"), Severity::Info}};
    for (const Word &word : Words) {
        if (label.size() == word.word.size() && label.compare(word.word, Qt::CaseInsensitive) == 0) {
            return word.severity;
        }
    }
    return Severity::Unknown;
}

} // namespace quarterdeck
