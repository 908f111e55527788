#include "app/cli/consent.h"

#include "app/cli/terminal.h"
#include "app/core/text.h"

#include <cstdio>
#include <iostream>

#include <unistd.h>

namespace quarterdeck {

namespace {

using Warning = SilencePreview::Warning;

QString warningSentence(const SilencePreview::Finding &finding, const SilencePreview &preview)
{
    switch (finding.warning) {
    case Warning::NoMatcher:
        return QStringLiteral("There is no matcher");
    case Warning::InvalidPattern:
        return finding.detail;
    case Warning::MatchesAll:
        return QStringLiteral("These matchers also match alerts without any of these labels, so every such alert would be silenced, now and later");
    case Warning::HitsAll:
        return QStringLiteral("That is every open alert of this source");
    case Warning::MatchesAbsent:
        return finding.count > 0
            ? QStringLiteral("%1 also matches alerts without that label: %2 of those it silences").arg(finding.detail).arg(finding.count)
            : QStringLiteral("%1 also matches alerts without that label; none is open now").arg(finding.detail);
    case Warning::SameLabelTwice:
        return QStringLiteral("Label %1 appears twice. Both conditions must match, so little or nothing is silenced").arg(finding.detail);
    case Warning::TooBroad:
        return preview.services > 1 ? QStringLiteral("It silences alerts on %1 services").arg(preview.services)
                                    : QStringLiteral("It silences more than half of the open alerts of this source");
    case Warning::SameSilence:
        return QStringLiteral("An equivalent silence already exists: %1").arg(finding.detail);
    case Warning::HiddenAlready:
        return QStringLiteral("What it silences now is silenced already, by other matchers: %1").arg(finding.detail);
    case Warning::MatchesNothing:
        return QStringLiteral("No open alert matches");
    }
    return {};
}

bool isYesTyped()
{
    std::fputs("Send it anyway? [y/N] ", stderr);
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

// Why the list of alerts may not be what the source knows now; empty where it is. Else "hits nothing" says nothing.
QString whyUnsure(CliSession &session, const SourceId &source)
{
    const std::vector<SourceStatus> statuses = session.statusesBeforeLists();
    const auto at = std::find_if(statuses.begin(), statuses.end(), [&source](const SourceStatus &status) { return status.id == source; });
    if (at != statuses.end() && at->freshness == Freshness::Live) {
        return {};
    }
    if (at == statuses.end() || at->liveMembers == 0) {
        return QStringLiteral("%1 was not polled just now").arg(source);
    }
    if (at->liveMembers < at->members) {
        return QStringLiteral("%1 of the %2 members of %3 could be read just now").arg(at->liveMembers).arg(at->members).arg(source);
    }
    return QStringLiteral("%1 may know of more than it said just now").arg(source)
        + (at->error ? QStringLiteral(" (%1)").arg(at->error->what) : QString());
}

} // namespace

Result<SilencePreview> previewAt(CliSession &session, const SourceId &source, const std::vector<Matcher> &matchers)
{
    const auto alerts = CliSession::wait(session.engine().store().alerts());
    if (!alerts) {
        return tl::unexpected<Error>(alerts.error());
    }
    const auto silences = CliSession::wait(session.engine().store().silences());
    std::vector<const Alert *> all;
    all.reserve(alerts->size());
    for (const Alert &alert : *alerts) {
        all.push_back(&alert);
    }
    return previewSilence(source, matchers, all, silences ? *silences : std::vector<Silence> {}, 0);
}

QString hidesSentence(const SilencePreview &preview, const SourceId &source)
{
    const QString at = text::plain(source);
    if (preview.open == 0) {
        return QStringLiteral("This hides nothing now: no open alert is known at %1.").arg(at);
    }
    const QString already = preview.silenced > 0 ? QStringLiteral(", %1 of them silenced already").arg(preview.silenced) : QString();
    return QStringLiteral("This hides %1 of %2 open alerts at %3%4.").arg(preview.total).arg(preview.open).arg(at, already);
}

Result<Done> agreeTo(CliSession &session, const SilencePreview &preview, const SourceId &source)
{
    const QString unsure = whyUnsure(session, source);
    const bool isKnown = unsure.isEmpty();
    QStringList reasons;
    QStringList said {hidesSentence(preview, source)};
    if (!isKnown) {
        said << QStringLiteral("! %1: it may be more or fewer.").arg(text::plain(unsure));
    }
    for (const SilencePreview::Finding &finding : preview.findings) {
        const QString sentence = text::plain(warningSentence(finding, preview), 2000);
        const bool isAsked = finding.needsConsent() && (isKnown || finding.warning != Warning::MatchesNothing);
        isAsked ? reasons << sentence : said << QStringLiteral("! ") + sentence + u'.';
    }
    const bool isAgreed = reasons.isEmpty() || session.arguments().isYes;
    for (const QString &sentence : isAgreed && !reasons.isEmpty() ? said + reasons : said) {
        // With --json the envelope alone stands on standard output, and what is ordinary is not told.
        if (!session.arguments().isJson) {
            print(sentence);
        } else if (said.size() + reasons.size() > 1) {
            complain(sentence);
        }
    }
    if (isAgreed) {
        return Done {};
    }
    const QString why = reasons.join(QStringLiteral(". ")) + u'.';
    if (::isatty(STDIN_FILENO) != 0 && !session.arguments().isJson) {
        complain(why);
        return isYesTyped() ? Result<Done>(Done {}) : Result<Done>(fail(ErrorKind::Rejected, QStringLiteral("Not sent.")));
    }
    return fail(ErrorKind::Rejected, QStringLiteral("Not sent: %1 If that is intended, add --yes.").arg(why));
}

} // namespace quarterdeck
