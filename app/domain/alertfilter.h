#pragma once

#include "app/domain/filterfields.h"
#include "app/domain/pattern.h"

#include <QByteArrayMatcher>

#include <tl/expected.hpp>

#include <vector>

namespace quarterdeck {

/// What is wrong in a filter text, and where. Its words are in two tables, ui/pages/inbox/inboxwords and app/cli/filterproblem.
struct FilterError {
    enum class Kind : quint8 {
        UnclosedQuote,
        UnknownKey,
        UnknownValue,
        EmptyValue,
        WrongOperator, ///< The field is not compared in this way; `known` are the operators that it takes.
        BadAge,        ///< No span of time with a unit.
        BadPattern,    ///< `detail`: why it does not compile.
        NobodyIsMe     ///< "me", and no name is known.
    };
    Kind kind = Kind::UnknownKey;
    qsizetype at = 0; ///< First character of the wrong part.
    qsizetype length = 0;
    QString token;       ///< The wrong part itself.
    QStringList known;   ///< What would have been right there.
    QStringList near {}; ///< Those of them that were probably meant.
    QString detail {};
    friend bool operator==(const FilterError &, const FilterError &) = default;
};

/// What decides about an alert beside itself.
struct FilterMoment {
    bool isStale = false; ///< Its source is not live.
    UtcTime now {};
    UtcTime ackedAt {}; ///< Since when somebody has it; invalid where that is not known.
};

/// The one filter language of window and command line. Words and "quoted phrases" are found anywhere; `severity:`, `service:`, `team:`,
/// `cluster:`, `alertname:`, `source:`, `is:` and `no:` take alternatives with commas (a trailing * matches any ending), `label=value` and
/// `label!=value` too; `label=~regex` and `label!~regex` are patterns of RE2 over the whole value. Fields with @ are about the alert, never a
/// label of that name: `@source:`, `@state:`, `@muted:`, `@assignee:` and `@by:` (`me` is the person at the keyboard), `@age>1h`,
/// `@acked<30m`. `-` in front negates. All terms must hold. Letters match without regard to case, except in patterns.
/// An alert of which an age is not known passes: it is rather shown than hidden.
class AlertFilter {
public:
    /// The stretch of a term in the text, for colouring.
    struct Span {
        qsizetype at = 0;
        qsizetype keyLength = 0; ///< Up to and including the operator; 0 for words.
        qsizetype length = 0;
        bool isNegated = false;
        FilterField field = FilterField::Word;
    };

    AlertFilter() = default;
    /// Reads a filter; never partly: the first wrong term is the error. `me`: the name that "me" stands for.
    static tl::expected<AlertFilter, FilterError> parse(QStringView text, const QString &me = {});
    /// Lower-cased searchable text of an alert: title, summary, service, team, source and label values.
    static QByteArray haystackOf(const Alert &alert);

    /// `haystack` is only looked at where needsHaystack(), the parts of `moment` where they are needed.
    bool matches(const Alert &alert, const QByteArray &haystack, const FilterMoment &moment) const;
    /// Which term alone keeps an alert out, by its place in spans(); -1 where none or several do.
    int loneObstacle(const Alert &alert, const QByteArray &haystack, const FilterMoment &moment) const;
    bool needsHaystack() const { return m_needsHaystack; }
    /// True where is:stale is asked: then freshness decides who is shown.
    bool needsFreshness() const { return m_needsFreshness; }
    /// True where ages are compared: then time decides who is shown.
    bool needsTime() const { return m_needsTime; }
    /// True where FilterMoment::ackedAt is looked at.
    bool needsAckedAt() const { return m_needsAckedAt; }
    /// True where it says itself which states are wanted, and not only those that are open.
    bool asksState() const { return m_asksState; }
    bool isEmpty() const { return m_terms.empty(); }
    const std::vector<Span> &spans() const { return m_spans; }
    /// A term as it was written.
    QStringView termText(int span) const { return QStringView(m_text).mid(m_spans[std::size_t(span)].at, m_spans[std::size_t(span)].length); }

private:
    struct Term {
        FilterField field = FilterField::Word;
        bool isNegated = false;
        int span = 0;
        quint32 mask = 0; // of words
        QString label;
        QStringList values;
        QByteArrayMatcher word;
        std::optional<Pattern> pattern;
        Millis age {0};
        bool isYounger = false;   // < or <=
        bool isInclusive = false; // <= or >=
    };
    enum class Truth : quint8 { No, Yes, Unknown };
    friend class AlertFilterParser;
    static Truth holds(const Term &term, const Alert &alert, const QByteArray &haystack, const FilterMoment &moment);
    static bool passes(const Term &term, const Alert &alert, const QByteArray &haystack, const FilterMoment &moment);
    static Truth compares(const Term &term, UtcTime since, UtcTime now);

    QString m_text;
    std::vector<Term> m_terms; // the cheap ones first
    std::vector<Span> m_spans; // in the order of the text
    bool m_needsHaystack = false;
    bool m_needsFreshness = false;
    bool m_needsTime = false;
    bool m_needsAckedAt = false;
    bool m_asksState = false;
};

} // namespace quarterdeck
