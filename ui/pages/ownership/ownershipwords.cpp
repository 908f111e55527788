#include "ui/pages/ownership/ownershipwords.h"

#include "app/core/text.h"
#include "models/ownershiplistmodel.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qsizetype MostEvidence = 12;
constexpr std::size_t MostGaps = 6;

QString sayReview(const char *words, int n = -1)
{
    return QCoreApplication::translate("Ownership", words, nullptr, n);
}

QString plainList(const QStringList &names)
{
    QStringList plain;
    for (const QString &name : names.mid(0, MostEvidence)) {
        plain.append(text::plain(name, 120));
    }
    if (names.size() > MostEvidence) {
        plain.append(sayReview(QT_TRANSLATE_N_NOOP("Ownership", "%n more"), int(names.size() - MostEvidence)));
    }
    return phrases::list(plain);
}

int countOf(const OwnershipView &view, OwnershipCheck check, CheckState state)
{
    return int(std::ranges::count_if(view.reviews, [&](const ServiceReview &review) { return stateOf(review, check) == state; }));
}

} // namespace

QString checkTitle(OwnershipCheck check)
{
    switch (check) {
    case OwnershipCheck::OwnerNamed:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Owner"));
    case OwnershipCheck::OwnerKnown:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Known"));
    case OwnershipCheck::SourcesAgree:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Agreed"));
    case OwnershipCheck::TierNamed:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Tier"));
    case OwnershipCheck::LifecycleNamed:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Lifecycle"));
    case OwnershipCheck::DependenciesKnown:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Depends"));
    case OwnershipCheck::RunbookForAlerts:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Runbooks"));
    case OwnershipCheck::OnCallNow:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "On call"));
    case OwnershipCheck::OnCallAhead:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "14 days"));
    case OwnershipCheck::EscalationOfTwo:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Two"));
    case OwnershipCheck::BusFactor:
        break;
    }
    return sayReview(QT_TRANSLATE_NOOP("Ownership", "Bus factor"));
}

QString checkStatement(OwnershipCheck check)
{
    switch (check) {
    case OwnershipCheck::OwnerNamed:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "An owner is named"));
    case OwnershipCheck::OwnerKnown:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "The owner is a known team"));
    case OwnershipCheck::SourcesAgree:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "The catalogs agree"));
    case OwnershipCheck::TierNamed:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "A tier is named"));
    case OwnershipCheck::LifecycleNamed:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "A lifecycle is named"));
    case OwnershipCheck::DependenciesKnown:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Every dependency is a known service"));
    case OwnershipCheck::RunbookForAlerts:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Every alert has a runbook"));
    case OwnershipCheck::OnCallNow:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Somebody is on call now"));
    case OwnershipCheck::OnCallAhead:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Somebody is on call for the next 14 days"));
    case OwnershipCheck::EscalationOfTwo:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "At least two people are called"));
    case OwnershipCheck::BusFactor:
        break;
    }
    return sayReview(QT_TRANSLATE_NOOP("Ownership", "At least two people took its incidents"));
}

QString checkStateWord(CheckState state)
{
    switch (state) {
    case CheckState::Pass:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "passes"));
    case CheckState::Fail:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "fails"));
    case CheckState::Unknown:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "not known"));
    case CheckState::NotApplicable:
        break;
    }
    return sayReview(QT_TRANSLATE_NOOP("Ownership", "does not apply"));
}

QString evidenceWords(const CheckResult &result, const ReviewInstant &instantText)
{
    QStringList parts;
    if (!result.evidence.isEmpty()) {
        parts.append(plainList(result.evidence));
    }
    for (std::size_t i = 0; i < std::min(MostGaps, result.gaps.size()); ++i) {
        parts.append(
            sayReview(QT_TRANSLATE_NOOP("Ownership", "nobody from %1 to %2")).arg(instantText(result.gaps[i].from), instantText(result.gaps[i].to)));
    }
    if (result.gaps.size() > MostGaps) {
        parts.append(sayReview(QT_TRANSLATE_N_NOOP("Ownership", "%n more gap(s)"), int(result.gaps.size() - MostGaps)));
    }
    if (result.knownUntil.isValid()) {
        parts.append(sayReview(QT_TRANSLATE_NOOP("Ownership", "not known after %1")).arg(instantText(result.knownUntil)));
    }
    return phrases::clauses(parts);
}

QString adviceWords(const CheckResult &result)
{
    if (result.state != CheckState::Fail && result.state != CheckState::Unknown) {
        return {};
    }
    const bool isUnknown = result.state == CheckState::Unknown;
    switch (result.check) {
    case OwnershipCheck::OwnerNamed:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Name an owner in the catalog or in config.yaml"));
    case OwnershipCheck::OwnerKnown:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Correct the name, or add the team to the catalog"));
    case OwnershipCheck::SourcesAgree:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Make one of them right, or decide in config.yaml"));
    case OwnershipCheck::TierNamed:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Say how important it is: tier"));
    case OwnershipCheck::LifecycleNamed:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Say whether it is in production: lifecycle"));
    case OwnershipCheck::DependenciesKnown:
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Correct these names, or add the services"));
    case OwnershipCheck::RunbookForAlerts:
        return isUnknown ? sayReview(QT_TRANSLATE_NOOP("Ownership", "The history or the sources do not show all of its alerts"))
                         : sayReview(QT_TRANSLATE_NOOP("Ownership", "Write a runbook for these alerts"));
    case OwnershipCheck::OnCallNow:
    case OwnershipCheck::OnCallAhead:
        return isUnknown ? sayReview(QT_TRANSLATE_NOOP("Ownership", "A source did not say all of who is on call"))
                         : sayReview(QT_TRANSLATE_NOOP("Ownership", "Fill the rota, or let a policy page for it"));
    case OwnershipCheck::EscalationOfTwo:
        return isUnknown ? sayReview(QT_TRANSLATE_NOOP("Ownership", "A source did not say all of who is on call"))
                         : sayReview(QT_TRANSLATE_NOOP("Ownership", "Add a second level to its policy"));
    case OwnershipCheck::BusFactor:
        break;
    }
    return isUnknown ? sayReview(QT_TRANSLATE_NOOP("Ownership", "The local history is shorter than 90 days"))
                     : sayReview(QT_TRANSLATE_NOOP("Ownership", "Let somebody else take its next incidents"));
}

QString reviewFinding(const OwnershipView &view)
{
    const int unowned = countOf(view, OwnershipCheck::OwnerNamed, CheckState::Fail);
    const int dangling = countOf(view, OwnershipCheck::OwnerKnown, CheckState::Fail);
    if (unowned + dangling > 0) {
        return sayReview(QT_TRANSLATE_N_NOOP("Ownership", "%n service(s) without an owner that is known"), unowned + dangling);
    }
    const int uncovered = int(std::ranges::count_if(view.reviews, [](const ServiceReview &review) {
        return stateOf(review, OwnershipCheck::OnCallNow) == CheckState::Fail || stateOf(review, OwnershipCheck::OnCallAhead) == CheckState::Fail;
    }));
    if (uncovered > 0) {
        return sayReview(QT_TRANSLATE_N_NOOP("Ownership", "Every service has an owner; %n service(s) have gaps on call"), uncovered);
    }
    const bool isAnyUnknown = std::ranges::any_of(view.reviews, [](const ServiceReview &review) {
        return std::ranges::find(review.checks, CheckState::Unknown, &CheckResult::state) != review.checks.end();
    });
    const bool isAnyFailing = std::ranges::any_of(view.reviews, [](const ServiceReview &review) { return review.passed() < review.decided(); });
    if (isAnyFailing) {
        return sayReview(QT_TRANSLATE_NOOP("Ownership", "Every service has an owner; some checks fail"));
    }
    return isAnyUnknown ? sayReview(QT_TRANSLATE_NOOP("Ownership", "Every service has an owner; not everything is known"))
                        : sayReview(QT_TRANSLATE_NOOP("Ownership", "Every service passes every check"));
}

QString reviewDoubts(const OwnershipView &view, const ReviewInstant &instantText)
{
    QStringList parts;
    if (!view.notLive.isEmpty()) {
        parts.append(sayReview(QT_TRANSLATE_NOOP("Ownership", "not up to date: %1")).arg(plainList(view.notLive)));
    }
    for (const SourceFailure &failure : view.failures) {
        parts.append(phrases::pair(text::plain(failure.source, 80), errorWords(failure.error)));
    }
    if (view.onCallError) {
        parts.append(sayReview(QT_TRANSLATE_NOOP("Ownership", "who is on call is not known: %1")).arg(errorWords(*view.onCallError)));
    }
    if (!(view.historyFrom < view.at)) {
        parts.append(sayReview(QT_TRANSLATE_NOOP("Ownership", "there is no local history yet")));
    } else if (view.isHistoryShort) {
        parts.append(sayReview(QT_TRANSLATE_NOOP("Ownership", "the local history begins at %1")).arg(instantText(view.historyFrom)));
    }
    return phrases::clauses(parts);
}

OwnershipWords::OwnershipWords(QObject *parent)
    : QIdentityProxyModel(parent)
{
}

QVariant OwnershipWords::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::ToolTipRole) {
        const QString words = data(index, Qt::DisplayRole).toString();
        const QVariant check = index.data(OwnershipListModel::CheckRole);
        return text::tooltip(check.isValid() ? phrases::pair(checkStatement(OwnershipCheck(check.toInt())), words) : words);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return QIdentityProxyModel::data(index, role);
    }
    if (const QVariant state = index.data(OwnershipListModel::StateRole); state.isValid()) {
        return checkStateWord(CheckState(state.toInt()));
    }
    switch (index.column()) {
    case OwnershipListModel::OwnerColumn: {
        const QString owner = index.data(OwnerRole).toString();
        return owner.isEmpty() ? tr("no owner") : text::plain(owner, 120);
    }
    case OwnershipListModel::PassedColumn:
        return tr("%1 of %2").arg(index.data(CountRole).toInt()).arg(index.data(OwnershipListModel::DecidedRole).toInt());
    default:
        return text::plain(QIdentityProxyModel::data(index, Qt::DisplayRole).toString(), 200);
    }
}

QVariant OwnershipWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    const int check = section - OwnershipListModel::FirstCheckColumn;
    const bool isCheck = orientation == Qt::Horizontal && check >= 0 && check < int(ownershipChecks().size());
    if (isCheck && (role == Qt::DisplayRole || role == Qt::ToolTipRole)) {
        const OwnershipCheck meant = ownershipChecks()[std::size_t(check)];
        return role == Qt::DisplayRole ? checkTitle(meant) : text::tooltip(checkStatement(meant));
    }
    return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace quarterdeck
