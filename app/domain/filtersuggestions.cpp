#include "app/domain/filtersuggestions.h"

#include "app/domain/filterfields.h"

#include <QHash>

#include <algorithm>

namespace quarterdeck {

namespace {

/// A term as far as it is written.
struct Stem {
    QString before;      ///< "-", or nothing.
    QStringView name;    ///< Of the field or label.
    QStringView compare; ///< Empty while the name is being typed.
    QStringView values;  ///< The alternatives before the last, with their commas.
    QStringView last;    ///< What is being typed of the value.
};

Stem stemOf(QStringView typed)
{
    Stem stem;
    if (typed.startsWith(u'-')) {
        stem.before = QStringLiteral("-");
        typed = typed.mid(1);
    }
    const auto isOperator = [](QChar c) { return QStringView(u":=!<>~").contains(c); };
    const auto from = std::find_if(typed.begin(), typed.end(), isOperator);
    const auto to = std::find_if_not(from, typed.end(), isOperator);
    stem.name = typed.first(from - typed.begin());
    stem.compare = typed.mid(from - typed.begin(), to - from);
    const QStringView rest = typed.mid(to - typed.begin());
    qsizetype comma = -1;
    bool isQuoted = false;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        isQuoted ^= rest.at(i) == u'"';
        comma = rest.at(i) == u',' && !isQuoted ? i : comma;
    }
    stem.values = rest.first(comma + 1);
    stem.last = rest.mid(comma + 1);
    if (stem.last.startsWith(u'"')) {
        stem.last = stem.last.mid(1);
    }
    return stem;
}

std::vector<FilterSuggestion> names(const Stem &stem, const std::vector<const Alert *> &alerts)
{
    std::vector<FilterSuggestion> found;
    for (const QString &name : filterFieldNames()) {
        if (name.startsWith(stem.name, Qt::CaseInsensitive)) {
            const bool isAge = isAgeField(*filterFieldFromName(name));
            found.push_back({stem.before + name + (isAge ? u'>' : u':'), 0, true});
        }
    }
    if (stem.name.isEmpty() || stem.name.startsWith(u'@')) {
        return found;
    }
    QHash<QString, int> counts;
    for (const Alert *alert : alerts) {
        for (const Label &label : alert->labels) {
            if (label.name.startsWith(stem.name, Qt::CaseInsensitive) && !filterFieldFromName(label.name)) {
                ++counts[label.name];
            }
        }
    }
    std::vector<FilterSuggestion> labels;
    for (auto at = counts.cbegin(); at != counts.cend(); ++at) {
        labels.push_back({stem.before + at.key() + u'=', at.value(), true});
    }
    std::ranges::sort(labels, [](const auto &a, const auto &b) { return a.count != b.count ? a.count > b.count : a.text < b.text; });
    found.insert(found.end(), labels.begin(), labels.end());
    return found;
}

/// What an alert has of a field or label, each value once.
QStringList valuesOf(const Stem &stem, const Alert &alert)
{
    if (stem.compare != u":") {
        return {alert.labels.value(stem.name)};
    }
    const std::optional<FilterField> field = filterFieldFromName(stem.name);
    switch (field.value_or(FilterField::Word)) {
    case FilterField::Assignee:
        return alert.assigned;
    case FilterField::By:
        return holders(alert);
    default:
        return field ? QStringList {filterText(*field, alert)} : QStringList();
    }
}

QHash<QString, int> counted(const Stem &stem, const std::vector<const Alert *> &alerts)
{
    QHash<QString, int> counts;
    const FilterField field = stem.compare == u":" ? filterFieldFromName(stem.name).value_or(FilterField::Word) : FilterField::Word;
    const QStringList words = filterValues(field);
    for (const QString &word : words) {
        counts.insert(word, 0);
    }
    for (const Alert *alert : alerts) {
        if (!words.isEmpty()) {
            const quint32 bits = filterBits(field, *alert, false);
            for (const QString &word : words) {
                counts[word] += (bits & *filterBit(field, word)) != 0 ? 1 : 0;
            }
            continue;
        }
        for (const QString &value : valuesOf(stem, *alert)) {
            if (!value.isEmpty()) {
                ++counts[value];
            }
        }
    }
    return counts;
}

} // namespace

FilterPlace filterPlace(QStringView text, qsizetype cursor)
{
    FilterPlace place;
    bool isQuoted = false;
    for (qsizetype i = 0; i < std::min(cursor, text.size()); ++i) {
        isQuoted ^= text.at(i) == u'"' && (i == 0 || text.at(i - 1) != u'\\');
        if (text.at(i).isSpace() && !isQuoted) {
            place.at = i + 1;
        }
    }
    qsizetype end = place.at;
    isQuoted = false;
    while (end < text.size() && (isQuoted || !text.at(end).isSpace())) {
        isQuoted ^= text.at(end) == u'"' && text.at(end - (end > 0 ? 1 : 0)) != u'\\';
        ++end;
    }
    place.length = end - place.at;
    return place;
}

std::vector<FilterSuggestion> filterSuggestions(QStringView typed, const std::vector<const Alert *> &alerts, int limit)
{
    const Stem stem = stemOf(typed);
    std::vector<FilterSuggestion> found;
    if (stem.compare.isEmpty()) {
        found = names(stem, alerts);
    } else if (stem.compare == u":" || stem.compare == u"=" || stem.compare == u"!=") {
        const QHash<QString, int> counts = counted(stem, alerts);
        const QString head = stem.before + stem.name.toString() + stem.compare.toString() + stem.values.toString();
        for (auto at = counts.cbegin(); at != counts.cend(); ++at) {
            if (at.key().contains(stem.last, Qt::CaseInsensitive)) {
                found.push_back({head + filterValueText(at.key()), at.value()});
            }
        }
        std::ranges::sort(found, [](const auto &a, const auto &b) { return a.count != b.count ? a.count > b.count : a.text < b.text; });
    }
    found.resize(std::min(found.size(), std::size_t(std::max(0, limit))));
    return found;
}

QStringList filterTerms(const std::vector<const Alert *> &alerts, int values)
{
    QStringList terms;
    for (const QString &name : filterFieldNames()) {
        const FilterField field = *filterFieldFromName(name);
        terms << name + (isAgeField(field) ? u'>' : u':');
        for (const FilterSuggestion &one : filterSuggestions(QString(name + u':'), alerts, isAgeField(field) ? 0 : values)) {
            terms << one.text;
        }
    }
    return terms;
}

QStringList commonLabels(const std::vector<const Alert *> &alerts, int limit)
{
    QHash<QString, int> counts;
    for (const Alert *alert : alerts) {
        for (const Label &label : alert->labels) {
            ++counts[label.name];
        }
    }
    QStringList names = counts.keys();
    names.removeIf([](const QString &name) { return filterFieldFromName(name).has_value(); });
    std::ranges::sort(names, [&counts](const QString &a, const QString &b) { return counts[a] != counts[b] ? counts[a] > counts[b] : a < b; });
    return names.first(std::min(names.size(), qsizetype(limit)));
}

QString filterWith(const QString &filter, const QString &term)
{
    const QString opposite = term.startsWith(u'-') ? term.mid(1) : u'-' + term;
    QString whole;
    bool isThere = false;
    for (qsizetype at = 0; at < filter.size();) {
        if (filter.at(at).isSpace()) {
            ++at;
            continue;
        }
        const FilterPlace place = filterPlace(filter, at + 1);
        const QString one = filter.mid(place.at, place.length);
        at = place.at + std::max(qsizetype(1), place.length);
        isThere |= one == term;
        if (one != opposite) {
            whole += (whole.isEmpty() ? QString() : QStringLiteral(" ")) + one;
        }
    }
    return isThere ? whole : whole + (whole.isEmpty() ? QString() : QStringLiteral(" ")) + term;
}

QString filterValueText(const QString &value)
{
    const bool isPlain = !value.isEmpty() && !value.endsWith(u'*')
        && std::none_of(value.begin(), value.end(), [](QChar c) { return c.isSpace() || c == u'"' || c == u',' || c == u'\\'; });
    if (isPlain) {
        return value;
    }
    QString quoted = value;
    return u'"' + quoted.replace(u'\\', QLatin1StringView("\\\\")).replace(u'"', QLatin1StringView("\\\"")) + u'"';
}

} // namespace quarterdeck
