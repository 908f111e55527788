#include "app/domain/silencepreview.h"

#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

using Warning = SilencePreview::Warning;

bool isSameSet(const std::vector<Matcher> &left, const std::vector<Matcher> &right)
{
    return left.size() == right.size()
        && std::all_of(left.begin(), left.end(), [&right](const Matcher &m) { return std::find(right.begin(), right.end(), m) != right.end(); });
}

void checkMatchers(const std::vector<Matcher> &matchers, const MatcherSet &set, std::vector<SilencePreview::Finding> &findings)
{
    if (matchers.empty()) {
        findings.push_back({Warning::NoMatcher});
        return;
    }
    QSet<QString> seen;
    QSet<QString> told;
    for (const Matcher &matcher : matchers) {
        if (const MatcherSet alone({matcher}); !alone.isValid()) {
            findings.push_back({Warning::InvalidPattern, alone.problem()});
        }
        if (seen.contains(matcher.name) && !told.contains(matcher.name)) {
            findings.push_back({Warning::SameLabelTwice, matcher.name});
            told.insert(matcher.name);
        }
        seen.insert(matcher.name);
    }
    // An alert without any label stands for "everything": a silence that hits it hits whatever comes.
    if (set.isValid() && set.matches(Labels())) {
        findings.push_back({Warning::MatchesAll});
    }
}

// Beside matchers that need a label: those that let alerts through which lack theirs.
void findAbsent(const std::vector<Matcher> &matchers, const std::vector<const Alert *> &hits, std::vector<SilencePreview::Finding> &findings)
{
    for (const Matcher &matcher : matchers) {
        if (MatcherSet({matcher}).matches(Labels())) {
            const auto lacking = std::count_if(
                hits.begin(), hits.end(), [&matcher](const Alert *alert) { return alert->labels.value(matcher.name).isEmpty(); });
            findings.push_back({Warning::MatchesAbsent, matcher.toString(), int(lacking)});
        }
    }
}

void findSimilar(const SourceId &source, const std::vector<Matcher> &matchers, const std::vector<const Alert *> &hits,
    const std::vector<Silence> &silences, std::vector<SilencePreview::Finding> &findings)
{
    for (const Silence &silence : silences) {
        if (silence.source != source || silence.state == SilenceState::Expired) {
            continue;
        }
        const MatcherSet set(silence.matchers);
        const bool hidesAll = !hits.empty()
            && std::all_of(hits.begin(), hits.end(), [&set](const Alert *alert) { return set.matches(alert->labels); });
        if (isSameSet(silence.matchers, matchers)) {
            findings.push_back({Warning::SameSilence, silence.id});
        } else if (hidesAll) {
            findings.push_back({Warning::HiddenAlready, silence.id});
        }
    }
}

} // namespace

bool SilencePreview::Finding::needsConsent() const
{
    return warning == Warning::MatchesAll || warning == Warning::HitsAll || warning == Warning::MatchesNothing
        || (warning == Warning::MatchesAbsent && count > 0);
}

bool SilencePreview::isPossible() const
{
    return std::none_of(findings.begin(), findings.end(),
        [](const Finding &finding) { return finding.warning == Warning::NoMatcher || finding.warning == Warning::InvalidPattern; });
}

bool SilencePreview::isAllowed() const
{
    return isPossible()
        && std::none_of(findings.begin(), findings.end(), [](const Finding &finding) { return finding.warning == Warning::MatchesAll; });
}

bool SilencePreview::needsConsent() const
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding &finding) { return finding.needsConsent(); });
}

SilencePreview previewSilence(const SourceId &source, const std::vector<Matcher> &matchers, const std::vector<const Alert *> &alerts,
    const std::vector<Silence> &silences, int most)
{
    SilencePreview preview;
    const MatcherSet set(matchers);
    checkMatchers(matchers, set, preview.findings);
    std::vector<const Alert *> hits;
    QSet<QString> services;
    for (const Alert *alert : alerts) {
        if (alert->key.source != source || !alert->isOpen()) {
            continue;
        }
        ++preview.open;
        if (!matchers.empty() && set.matches(alert->labels)) {
            hits.push_back(alert);
            services.insert(alert->service);
            preview.silenced += alert->holds.has(HoldKind::Silence) || alert->holds.has(HoldKind::Acknowledgement) ? 1 : 0;
            if (std::ssize(preview.examples) < most) {
                preview.examples.push_back(*alert);
            }
        }
    }
    preview.total = int(hits.size());
    services.remove(QString());
    preview.services = int(services.size());
    if (preview.isAllowed()) {
        findAbsent(matchers, hits, preview.findings);
    }
    if (preview.total == 0 && preview.isAllowed()) {
        preview.findings.push_back({Warning::MatchesNothing});
    }
    const bool hitsAll = preview.total == preview.open && preview.open > 1;
    if (hitsAll && preview.isAllowed()) {
        preview.findings.push_back({Warning::HitsAll});
    }
    if (preview.services > 1 || (!hitsAll && preview.total > 10 && preview.total * 2 > preview.open)) {
        preview.findings.push_back({Warning::TooBroad});
    }
    findSimilar(source, matchers, hits, silences, preview.findings);
    return preview;
}

std::vector<Matcher> commonMatchers(const std::vector<Alert> &alerts)
{
    if (alerts.empty()) {
        return {};
    }
    std::vector<Matcher> matchers;
    for (const Label &label : alerts.front().labels) {
        const bool isCommon = std::all_of(alerts.begin(), alerts.end(),
            [&label](const Alert &alert) { return alert.labels.contains(label.name) && alert.labels.value(label.name) == label.value; });
        if (isCommon && !label.value.isEmpty()) {
            matchers.push_back(Matcher {label.name, label.value, false, true});
        }
    }
    return matchers;
}

} // namespace quarterdeck
