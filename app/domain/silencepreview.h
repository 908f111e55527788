#pragma once

#include "app/domain/alert.h"
#include "app/domain/silence.h"

#include <vector>

namespace quarterdeck {

/// What a silence would do, worked out before it is made.
struct SilencePreview {
    enum class Warning : quint8 {
        NoMatcher,      ///< Nothing is left to match by: it cannot be made.
        InvalidPattern, ///< `detail`: the matcher and why: it cannot be made.
        MatchesAll,     ///< Every matcher also matches alerts without that label: it hides whatever comes.
        HitsAll,        ///< It hides every open alert of the source, and there are several.
        MatchesAbsent,  ///< `detail`: a matcher that also matches alerts without its label; `count`: those that it hides now.
        SameLabelTwice, ///< `detail`: the label. Both must hold, so it matches little or nothing.
        TooBroad,       ///< It hides more than one service, or more than half of everything open.
        SameSilence,    ///< `detail`: id of a silence of the same source that has the same matchers.
        HiddenAlready,  ///< `detail`: id of a silence of the same source, with other matchers, that hides all of these too.
        MatchesNothing
    };
    struct Finding {
        Warning warning = Warning::NoMatcher;
        QString detail {};
        int count = 0;
        /// True where it may well do what nobody meant: asked about before it is sent.
        bool needsConsent() const;
        friend bool operator==(const Finding &, const Finding &) = default;
    };
    std::vector<Alert> examples; ///< The first ones, at most `most` as asked for.
    int total = 0;               ///< Open alerts of the source that it hides.
    int silenced = 0;            ///< Of these, silenced already.
    int open = 0;                ///< Open alerts of the source, silenced ones included.
    int services = 0;            ///< How many services they belong to; what has none counts as none.
    std::vector<Finding> findings;

    /// False where the source would refuse it.
    bool isPossible() const;
    /// False where the source would refuse it, or where it would hide whatever comes.
    bool isAllowed() const;
    /// True where a finding needs consent.
    bool needsConsent() const;
};

/// Tries matchers on the alerts of one source. `alerts` and `silences` may be of any source.
SilencePreview previewSilence(const SourceId &source, const std::vector<Matcher> &matchers, const std::vector<const Alert *> &alerts,
    const std::vector<Silence> &silences, int most = 8);

/// Matchers that hit these alerts and as little else as labels can say: the labels that all of them share.
std::vector<Matcher> commonMatchers(const std::vector<Alert> &alerts);

} // namespace quarterdeck
