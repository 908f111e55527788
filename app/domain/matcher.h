#pragma once

#include "app/core/result.h"
#include "app/domain/labels.h"
#include "app/domain/pattern.h"

#include <optional>
#include <vector>

namespace quarterdeck {

/// One Alertmanager matcher: name = value, !=, =~ or !~. A missing label counts as "".
struct Matcher {
    QString name;
    QString value;
    bool isRegex = false;
    bool isEqual = true;

    /// As amtool reads and writes it: name=~"value", the name in quotation marks where it is more than letters, digits and _.
    QString toString() const;
    friend bool operator==(const Matcher &, const Matcher &) = default;
};

/// Reads one matcher, name and value quoted or bare: pod=~web-.*, "host.name"="a b", {pod="x"}. `name=` means name="".
/// Errors: Rejected, saying what is wrong; also where it is more than one.
Result<Matcher> parseMatcher(QStringView text);
/// Reads one or several, as amtool and PromQL write them: {a="b", c=~"d"}, or the same without braces where values are quoted.
/// Errors: Rejected, saying what is wrong.
Result<std::vector<Matcher>> parseMatchers(QStringView text);
/// The matchers as amtool writes them: {a="b", c=~"d"}.
QString matchersText(const std::vector<Matcher> &matchers);

/// All matchers of a silence, ready to be tried on many alerts.
class MatcherSet {
public:
    explicit MatcherSet(std::vector<Matcher> matchers);
    /// True where every matcher matches. Regular expressions are anchored at both ends, as Alertmanager's are.
    bool matches(const Labels &labels) const;
    /// False where a regular expression does not compile; such a set matches nothing.
    bool isValid() const { return m_problem.isEmpty(); }
    /// Which expression does not compile, and why; empty where all do.
    const QString &problem() const { return m_problem; }
    const std::vector<Matcher> &matchers() const { return m_matchers; }

private:
    std::vector<Matcher> m_matchers;
    std::vector<std::optional<Pattern>> m_patterns;
    QString m_problem;
};

/// Matchers that hit exactly the alerts with these labels.
std::vector<Matcher> exactMatchers(const Labels &labels);

} // namespace quarterdeck
