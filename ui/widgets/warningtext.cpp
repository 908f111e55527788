#include "ui/widgets/warningtext.h"

#include "app/core/text.h"
#include "ui/widgets/phrases.h"

#include <QCoreApplication>

namespace quarterdeck {

QString warningText(const QStringList &warnings)
{
    constexpr qsizetype Told = 3;
    if (warnings.isEmpty()) {
        return {};
    }
    QStringList parts;
    for (const QString &warning : warnings.mid(0, Told)) {
        parts << text::plain(warning, 300);
    }
    if (warnings.size() > Told) {
        parts << QCoreApplication::translate("WarningText", "and %n more", nullptr, int(warnings.size() - Told));
    }
    return QCoreApplication::translate("WarningText", "The source warns: %1").arg(phrases::clauses(parts));
}

QStringList warningsBySource(const QStringList &warnings, const QStringList &sources)
{
    QStringList named;
    for (qsizetype i = 0; i < warnings.size(); ++i) {
        named << (i < sources.size() ? phrases::pair(sources.at(i), warnings.at(i)) : warnings.at(i));
    }
    return named;
}

} // namespace quarterdeck
