#pragma once

#include "app/core/result.h"

#include <memory>

namespace re2 {
class RE2;
}

namespace quarterdeck {

/// A regular expression by the rules of Go, which Alertmanager and Prometheus are written in (RE2: no look-around, no back references,
/// time linear in the text). Cheap to copy. Thread: any one.
class Pattern {
public:
    /// Errors: Rejected, saying what is wrong and what can be written instead.
    static Result<Pattern> compile(QStringView expression);
    /// True where it matches the whole text, as the matchers of Alertmanager do: "^(?:expression)$".
    bool matchesWhole(QStringView text) const;

private:
    explicit Pattern(std::shared_ptr<const re2::RE2> expression)
        : m_expression(std::move(expression))
    {
    }

    std::shared_ptr<const re2::RE2> m_expression;
};

} // namespace quarterdeck
