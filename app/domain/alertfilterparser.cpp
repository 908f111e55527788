#include "app/core/nearnames.h"
#include "app/domain/alertfilter.h"

#include <algorithm>

namespace quarterdeck {

namespace {

bool isLabelName(QStringView name)
{
    return !name.isEmpty() && !name.front().isDigit()
        && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-'; });
}

/// What stands between a field and its value, longest first where one begins with the other.
QStringView operatorAt(QStringView text, qsizetype at)
{
    for (const QStringView one : {QStringView(u"=~"), QStringView(u"!~"), QStringView(u"!="), QStringView(u">="), QStringView(u"<="),
             QStringView(u":"), QStringView(u"="), QStringView(u">"), QStringView(u"<")}) {
        if (text.mid(at).startsWith(one)) {
            return text.mid(at, one.size());
        }
    }
    return {};
}

QStringList operatorsOf(FilterField field)
{
    return isAgeField(field) ? QStringList {QStringLiteral(">"), QStringLiteral(">="), QStringLiteral("<"), QStringLiteral("<=")}
                             : QStringList {QStringLiteral(":")};
}

} // namespace

/// Reads one filter text from left to right.
class AlertFilterParser {
public:
    AlertFilterParser(QStringView text, const QString &me)
        : m_text(text)
        , m_me(me)
    {
        m_filter.m_text = text.toString();
    }

    tl::expected<AlertFilter, FilterError> run()
    {
        while (skipSpace()) {
            if (auto error = readTerm()) {
                return tl::unexpected<FilterError>(*error);
            }
        }
        std::ranges::stable_partition(
            m_filter.m_terms, [](const AlertFilter::Term &term) { return term.field != FilterField::Word && !term.pattern; });
        return std::move(m_filter);
    }

private:
    using Failure = std::optional<FilterError>;
    /// What a term begins with, where it is no word.
    struct Head {
        QStringView name;
        QStringView compare; ///< The operator; empty where only the name of an @ field stands there.
    };

    bool skipSpace()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace()) {
            ++m_at;
        }
        return m_at < m_text.size();
    }

    Failure error(FilterError::Kind kind, qsizetype from, QStringList known = {}, const QString &detail = {}) const
    {
        const QString token = m_text.mid(from, m_at - from).toString();
        return FilterError {kind, from, m_at - from, token, std::move(known), {}, detail};
    }

    static Failure withNear(Failure failure, QStringView typed)
    {
        failure->near = nearNames(typed, failure->known);
        return failure;
    }

    // A quoted phrase with \" and \\, or characters up to a space or one of `stops`.
    Failure readValue(QString &value, QStringView stops, bool &wasQuoted)
    {
        const qsizetype from = m_at;
        wasQuoted = m_at < m_text.size() && m_text.at(m_at) == u'"';
        if (!wasQuoted) {
            while (m_at < m_text.size() && !m_text.at(m_at).isSpace() && !stops.contains(m_text.at(m_at))) {
                value += m_text.at(m_at++);
            }
            return std::nullopt;
        }
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text.at(m_at) == u'"') {
                ++m_at;
                return std::nullopt;
            }
            // Only what would end the phrase is escaped: the backslashes of a pattern stand for themselves.
            if (m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size() && (m_text.at(m_at + 1) == u'"' || m_text.at(m_at + 1) == u'\\')) {
                ++m_at;
            }
            value += m_text.at(m_at);
        }
        return error(FilterError::Kind::UnclosedQuote, from);
    }

    std::optional<Head> headAhead() const
    {
        const bool isField = m_text.at(m_at) == u'@';
        for (qsizetype i = m_at; i < m_text.size(); ++i) {
            const QChar c = m_text.at(i);
            const QStringView name = m_text.mid(m_at, i - m_at);
            if (c.isSpace() || c == u'"') {
                return isField ? std::optional(Head {name, {}}) : std::nullopt;
            }
            const QStringView compare = operatorAt(m_text, i);
            if (compare.isEmpty()) {
                continue;
            }
            if (isField) {
                return Head {name, compare};
            }
            if (compare == u":") {
                const bool isWord = !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar l) { return l.isLetter(); });
                return isWord && !m_text.mid(i + 1).startsWith(QLatin1StringView("//")) ? std::optional(Head {name, compare}) : std::nullopt;
            }
            if (compare.front() == u'=' || compare.front() == u'!') {
                return isLabelName(name) ? std::optional(Head {name, compare}) : std::nullopt;
            }
        }
        return isField ? std::optional(Head {m_text.mid(m_at), {}}) : std::nullopt;
    }

    Failure readTerm()
    {
        AlertFilter::Term term;
        AlertFilter::Span span;
        span.at = m_at;
        if (m_text.at(m_at) == u'-' && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace()) {
            term.isNegated = span.isNegated = true;
            ++m_at;
        }
        const std::optional<Head> head = headAhead();
        const qsizetype keyLength = head ? m_at + head->name.size() + head->compare.size() - span.at : 0;
        const Failure failed = head ? readKeyed(term, *head) : readWord(term);
        if (failed) {
            return failed;
        }
        span.keyLength = keyLength;
        span.length = m_at - span.at;
        span.field = term.field;
        term.span = int(m_filter.m_spans.size());
        m_filter.m_needsHaystack |= term.field == FilterField::Word;
        m_filter.m_needsFreshness |= term.field == FilterField::Is && (term.mask & *filterBit(FilterField::Is, u"stale")) != 0;
        m_filter.m_needsTime |= isAgeField(term.field);
        m_filter.m_needsAckedAt |= term.field == FilterField::Acked;
        m_filter.m_asksState |= term.field == FilterField::Is || term.field == FilterField::State;
        m_filter.m_terms.push_back(std::move(term));
        m_filter.m_spans.push_back(span);
        return std::nullopt;
    }

    Failure readWord(AlertFilter::Term &term)
    {
        const qsizetype from = m_at;
        QString value;
        bool wasQuoted = false;
        if (auto failed = readValue(value, u"\"", wasQuoted)) {
            return failed;
        }
        if (value.isEmpty()) {
            return error(FilterError::Kind::EmptyValue, from);
        }
        term.word.setPattern(value.toLower().toUtf8());
        return std::nullopt;
    }

    Failure readKeyed(AlertFilter::Term &term, const Head &head)
    {
        const qsizetype from = m_at;
        m_at += head.name.size() + head.compare.size();
        const bool isLabel = !head.name.startsWith(u'@') && head.compare != u":";
        if (isLabel) {
            term.field = FilterField::Label;
            term.label = head.name.toString();
            term.isNegated ^= head.compare.front() == u'!';
            return head.compare.back() == u'~' ? readPattern(term, from) : readValues(term, from);
        }
        const std::optional<FilterField> field = filterFieldFromName(head.name);
        if (!field) {
            return withNear(error(FilterError::Kind::UnknownKey, from, filterFieldNames()), head.name);
        }
        term.field = *field;
        const QStringList operators = operatorsOf(*field);
        if (!head.compare.isEmpty() && !operators.contains(head.compare)) {
            return error(FilterError::Kind::WrongOperator, from, operators);
        }
        if (head.compare.isEmpty()) {
            return error(FilterError::Kind::EmptyValue, from, isAgeField(*field) ? operators : filterValues(*field));
        }
        return isAgeField(*field) ? readAge(term, from, head.compare) : readValues(term, from);
    }

    Failure readAge(AlertFilter::Term &term, qsizetype from, QStringView compare)
    {
        const qsizetype valueFrom = m_at;
        QString value;
        bool wasQuoted = false;
        if (auto failed = readValue(value, {}, wasQuoted)) {
            return failed;
        }
        if (value.isEmpty()) {
            return error(FilterError::Kind::EmptyValue, from);
        }
        const std::optional<Millis> age = parseDuration(value);
        // A bare number would be seconds to one and minutes to another.
        if (!age || value.back().isDigit()) {
            return error(FilterError::Kind::BadAge, valueFrom);
        }
        term.age = *age;
        term.isYounger = compare.front() == u'<';
        term.isInclusive = compare.size() == 2;
        return std::nullopt;
    }

    Failure readPattern(AlertFilter::Term &term, qsizetype from)
    {
        const qsizetype valueFrom = m_at;
        QString value;
        bool wasQuoted = false;
        if (auto failed = readValue(value, {}, wasQuoted)) {
            return failed;
        }
        if (value.isEmpty() && !wasQuoted) {
            return error(FilterError::Kind::EmptyValue, from);
        }
        auto pattern = Pattern::compile(value);
        if (!pattern) {
            return error(FilterError::Kind::BadPattern, valueFrom, {}, pattern.error().what);
        }
        term.pattern = *std::move(pattern);
        return std::nullopt;
    }

    Failure readValues(AlertFilter::Term &term, qsizetype from)
    {
        const qsizetype valuesFrom = m_at;
        for (;;) {
            const qsizetype valueFrom = m_at;
            QString value;
            bool wasQuoted = false;
            if (auto failed = readValue(value, u",", wasQuoted)) {
                return failed;
            }
            if (value.isEmpty() && !wasQuoted) {
                m_at = std::max(m_at, valuesFrom);
                return error(FilterError::Kind::EmptyValue, from, filterValues(term.field));
            }
            if (auto failed = addValue(term, value, valueFrom, wasQuoted)) {
                return failed;
            }
            if (m_at >= m_text.size() || m_text.at(m_at) != u',') {
                return std::nullopt;
            }
            ++m_at;
        }
    }

    Failure addValue(AlertFilter::Term &term, const QString &value, qsizetype from, bool wasQuoted)
    {
        if (const QStringList words = filterValues(term.field); !words.isEmpty()) {
            const std::optional<quint32> bit = filterBit(term.field, value);
            term.mask |= bit.value_or(0);
            return bit ? Failure() : withNear(error(FilterError::Kind::UnknownValue, from, words), value);
        }
        const bool isPerson = term.field == FilterField::Assignee || term.field == FilterField::By;
        const bool isMe = isPerson && !wasQuoted && value.compare(QLatin1StringView("me"), Qt::CaseInsensitive) == 0;
        if (isMe && m_me.isEmpty()) {
            return error(FilterError::Kind::NobodyIsMe, from);
        }
        term.values << (isMe ? m_me : value);
        return std::nullopt;
    }

    QStringView m_text;
    QString m_me;
    qsizetype m_at = 0;
    AlertFilter m_filter;
};

tl::expected<AlertFilter, FilterError> AlertFilter::parse(QStringView text, const QString &me)
{
    return AlertFilterParser(text, me).run();
}

} // namespace quarterdeck
