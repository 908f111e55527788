#pragma once

#include "app/core/result.h"
#include "app/domain/labels.h"

#include <QRegularExpression>

#include <vector>

namespace quarterdeck {

/// One Alertmanager matcher: name = value, !=, =~ or !~. A missing label counts as "".
struct Matcher {
    QString name;
    QString value;
    bool isRegex = false;
    bool isEqual = true;

    /// amtool notation: name=~"value".
    QString toString() const;
    friend bool operator==(const Matcher &, const Matcher &) = default;
};

/// Reads amtool notation, value quoted or bare.
/// Errors: Rejected, saying what is wrong.
Result<Matcher> parseMatcher(QStringView text);

/// All matchers of a silence, ready to be tried on many alerts.
class MatcherSet {
public:
    explicit MatcherSet(std::vector<Matcher> matchers);
    /// True where every matcher matches. Regular expressions are anchored at both ends, as Alertmanager's are.
    bool matches(const Labels &labels) const;
    /// False where a regular expression does not compile; such a set matches nothing.
    bool isValid() const { return m_valid; }
    const std::vector<Matcher> &matchers() const { return m_matchers; }

private:
    std::vector<Matcher> m_matchers;
    std::vector<QRegularExpression> m_patterns;
    bool m_valid = true;
};

/// Matchers that hit exactly the alerts with these labels.
std::vector<Matcher> exactMatchers(const Labels &labels);

} // namespace quarterdeck
