#include "ui/pages/settings/verdict.h"

#include "ui/widgets/errorwords.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

constexpr int MostFindings = 8;

} // namespace

QString verdictWords(ProbeState state, const QStringList &findings, const std::optional<Error> &error)
{
    QString verdict;
    switch (state) {
    case ProbeState::Untested:
        return {};
    case ProbeState::Running:
        verdict = QCoreApplication::translate("SourceCard", "Testing…");
        break;
    case ProbeState::Passed:
        verdict = QCoreApplication::translate("SourceCard", "The test passed.");
        break;
    case ProbeState::Failed:
        verdict = QCoreApplication::translate("SourceCard", "The test failed.");
        break;
    }
    QStringList lines {verdict, error ? errorWords(*error) : QString()};
    lines += findings.mid(0, MostFindings);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

Token verdictToken(ProbeState state)
{
    return state == ProbeState::Passed ? Token::Ok : state == ProbeState::Failed ? Token::Critical : Token::Muted;
}

} // namespace quarterdeck
