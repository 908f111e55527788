#pragma once

#include "app/core/result.h"
#include "app/domain/alert.h"

#include <QByteArrayMatcher>

#include <vector>

namespace quarterdeck {

/// What is wrong in a filter text, and where. Words for it are chosen in ui.
struct FilterError {
    enum class Kind : quint8 { UnclosedQuote, UnknownKey, UnknownValue, EmptyValue };
    Kind kind = Kind::UnknownKey;
    qsizetype at = 0; ///< First character of the wrong part.
    qsizetype length = 0;
    QString token;     ///< The wrong part itself.
    QStringList known; ///< What would have been right there.
    friend bool operator==(const FilterError &, const FilterError &) = default;
};

/// The filter language of the inbox: words and "quoted phrases" found anywhere, `is:`, `severity:`, `service:`, `team:`, `source:`,
/// `cluster:`, `alertname:` with comma alternatives (a trailing * matches any ending), `label=value`, and `-` in front to negate.
/// All terms must hold. Letters match without regard to case.
class AlertFilter {
public:
    enum class Field : quint8 { Word, Is, Severity, Service, Team, Source, Cluster, Alertname, Label };
    /// The stretch of a term in the text, for colouring.
    struct Span {
        qsizetype at = 0;
        qsizetype keyLength = 0; ///< Up to and including the colon or equals sign; 0 for words.
        qsizetype length = 0;
        bool isNegated = false;
    };

    AlertFilter() = default;
    /// Reads a filter; never partly: the first wrong term is the error.
    static tl::expected<AlertFilter, FilterError> parse(QStringView text);
    /// Lower-cased searchable text of an alert: title, summary, service, team, cluster, source and label values.
    static QByteArray haystackOf(const Alert &alert);

    /// `haystack` is only looked at where needsHaystack(); `isStale`: the source is not live.
    bool matches(const Alert &alert, const QByteArray &haystack, bool isStale) const;
    bool needsHaystack() const { return m_needsHaystack; }
    /// True where is:stale is asked: then freshness decides who is shown.
    bool needsFreshness() const { return m_needsFreshness; }
    bool isEmpty() const { return m_terms.empty(); }
    const std::vector<Span> &spans() const { return m_spans; }
    /// The keys that may stand before a colon.
    static QStringList keys();
    /// What may stand behind `key:`; empty where any text may.
    static QStringList valuesOf(QStringView key);

private:
    struct Term {
        Field field = Field::Word;
        bool isNegated = false;
        quint32 mask = 0; // Is and Severity
        QString label;
        QStringList values;
        QByteArrayMatcher word;
    };
    friend class AlertFilterParser;
    static bool holds(const Term &term, const Alert &alert, const QByteArray &haystack, bool isStale);

    std::vector<Term> m_terms;
    std::vector<Span> m_spans;
    bool m_needsHaystack = false;
    bool m_needsFreshness = false;
};

} // namespace quarterdeck
