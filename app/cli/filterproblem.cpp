#include "app/cli/filterproblem.h"

#include "app/core/nearnames.h"

#include <algorithm>

namespace quarterdeck {

QString filterProblem(const FilterError &error)
{
    const QString place = QStringLiteral("\"%1\" (character %2 of the filter)").arg(error.token).arg(error.at + 1);
    const QString known = anyOf(error.near.isEmpty() ? error.known : error.near);
    const QString asked = error.near.isEmpty() ? QStringLiteral("possible: %1").arg(known) : QStringLiteral("did you mean %1?").arg(known);
    switch (error.kind) {
    case FilterError::Kind::UnclosedQuote:
        return QStringLiteral("%1: the quotation mark is not closed.").arg(place);
    case FilterError::Kind::UnknownKey:
        return QStringLiteral("%1 is not a field of alerts; %2 For a label write name=value, for text put it in quotation marks.")
            .arg(place, error.near.isEmpty() ? asked + u'.' : asked);
    case FilterError::Kind::UnknownValue:
        return QStringLiteral("%1 is not a value here; %2").arg(place, error.near.isEmpty() ? asked + u'.' : asked);
    case FilterError::Kind::EmptyValue:
        return known.isEmpty() ? QStringLiteral("%1 needs a value.").arg(place) : QStringLiteral("%1 needs a value: %2.").arg(place, known);
    case FilterError::Kind::WrongOperator:
        return QStringLiteral("%1 takes %2 here.").arg(place, known);
    case FilterError::Kind::BadAge:
        return QStringLiteral("%1 is not a duration; write 30m, 2h or 7d.").arg(place);
    case FilterError::Kind::BadPattern:
        return QStringLiteral("%1: %2.").arg(place, error.detail);
    case FilterError::Kind::NobodyIsMe:
        return QStringLiteral("%1 needs a name, and none is known.").arg(place);
    }
    return {};
}

bool isFilterText(const std::vector<std::string> &words, const QStringList &sources)
{
    bool isFilter = false;
    for (const std::string &typed : words) {
        const QString word = QString::fromStdString(typed);
        if (std::ranges::any_of(sources, [&word](const QString &source) { return word.startsWith(source + u':'); })) {
            return false;
        }
        const QString name = word.startsWith(u'-') ? word.mid(1) : word;
        const qsizetype colon = name.indexOf(u':');
        const bool isField = word.startsWith(u'@') || (colon > 0 && filterFieldFromName(name.first(colon)));
        isFilter |= isField || std::ranges::any_of(word, [](QChar c) { return c.isSpace() || c == u'"' || c == u'='; });
    }
    return isFilter;
}

QString wholeFilter(const Arguments &arguments)
{
    QString whole = QString::fromStdString(arguments.filter);
    for (const std::string &word : arguments.words) {
        whole += (whole.isEmpty() ? QString() : QStringLiteral(" ")) + QString::fromStdString(word);
    }
    return whole;
}

} // namespace quarterdeck
