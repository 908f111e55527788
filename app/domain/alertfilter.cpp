#include "app/domain/alertfilter.h"

#include <algorithm>
#include <numeric>

namespace quarterdeck {

namespace {

bool isAnyOf(const QStringList &values, const QString &text)
{
    return std::any_of(values.begin(), values.end(), [&text](const QString &value) {
        return value.endsWith(u'*') ? text.startsWith(QStringView(value).chopped(1), Qt::CaseInsensitive)
                                    : text.compare(value, Qt::CaseInsensitive) == 0;
    });
}

bool isAnyOfThem(const QStringList &values, const QStringList &texts)
{
    return std::any_of(texts.begin(), texts.end(), [&values](const QString &text) { return isAnyOf(values, text); });
}

} // namespace

QByteArray AlertFilter::haystackOf(const Alert &alert)
{
    qsizetype size = 0;
    const auto eachText = [&alert](auto &&see) {
        for (const QString *text : {&alert.title, &alert.summary, &alert.service, &alert.team, &alert.key.source}) {
            see(*text);
        }
        for (const Label &label : alert.labels) {
            see(label.value);
        }
    };
    eachText([&size](const QString &text) { size += text.size() + 1; });
    QString all;
    all.reserve(size);
    eachText([&all](const QString &text) { all.append(text).append(u'\n'); });
    all.chop(1);
    const auto bits = std::accumulate(all.cbegin(), all.cend(), quint16(0), [](quint16 sum, QChar c) { return quint16(sum | c.unicode()); });
    if (bits >= 0x80) {
        return all.toLower().toUtf8();
    }
    // Ten thousand of them are made at once: of ASCII alone in a tenth of the time.
    QByteArray lower(all.size(), Qt::Uninitialized);
    std::transform(all.cbegin(), all.cend(), lower.begin(), [](QChar c) {
        const bool isUpper = c >= u'A' && c <= u'Z';
        return char(c.unicode() + (isUpper ? 'a' - 'A' : 0));
    });
    return lower;
}

AlertFilter::Truth AlertFilter::compares(const Term &term, UtcTime since, UtcTime now)
{
    if (!since.isValid()) {
        return Truth::Unknown;
    }
    const Millis age = now - since;
    const bool isSo = age == term.age ? term.isInclusive : (age < term.age) == term.isYounger;
    return isSo ? Truth::Yes : Truth::No;
}

AlertFilter::Truth AlertFilter::holds(const Term &term, const Alert &alert, const QByteArray &haystack, const FilterMoment &moment)
{
    const auto truth = [](bool isSo) { return isSo ? Truth::Yes : Truth::No; };
    switch (term.field) {
    case FilterField::Word:
        return truth(term.word.indexIn(haystack) >= 0);
    case FilterField::Label: {
        const QString value = alert.labels.value(term.label);
        return truth(term.pattern ? term.pattern->matchesWhole(value) : isAnyOf(term.values, value));
    }
    case FilterField::Is:
    case FilterField::No:
    case FilterField::Severity:
    case FilterField::State:
    case FilterField::Muted:
        return truth((filterBits(term.field, alert, moment.isStale) & term.mask) != 0);
    case FilterField::Assignee:
        return truth(isAnyOfThem(term.values, alert.assigned));
    case FilterField::By:
        return truth(isAnyOfThem(term.values, holders(alert)));
    case FilterField::Age:
        return compares(term, alert.startsAt, moment.now);
    case FilterField::Acked:
        return alert.state == AlertState::Acknowledged ? compares(term, moment.ackedAt, moment.now) : Truth::No;
    case FilterField::Service:
    case FilterField::Team:
    case FilterField::Source:
    case FilterField::Cluster:
    case FilterField::Alertname:
        return truth(isAnyOf(term.values, filterText(term.field, alert)));
    }
    return Truth::Unknown;
}

bool AlertFilter::passes(const Term &term, const Alert &alert, const QByteArray &haystack, const FilterMoment &moment)
{
    const Truth truth = holds(term, alert, haystack, moment);
    return truth == Truth::Unknown || (truth == Truth::Yes) != term.isNegated;
}

bool AlertFilter::matches(const Alert &alert, const QByteArray &haystack, const FilterMoment &moment) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) { return passes(term, alert, haystack, moment); });
}

int AlertFilter::loneObstacle(const Alert &alert, const QByteArray &haystack, const FilterMoment &moment) const
{
    int obstacle = -1;
    for (const Term &term : m_terms) {
        if (!passes(term, alert, haystack, moment)) {
            if (obstacle >= 0) {
                return -1;
            }
            obstacle = term.span;
        }
    }
    return obstacle;
}

} // namespace quarterdeck
