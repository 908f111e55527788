#include "models/ownershiplistmodel.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

struct Named {
    QLatin1StringView word;
    std::vector<OwnershipCheck> checks; // Empty: any.
    CheckState state;
};

const std::vector<Named> &namedTerms()
{
    static const std::vector<Named> All {{QLatin1StringView("is:unowned"), {OwnershipCheck::OwnerNamed}, CheckState::Fail},
        {QLatin1StringView("is:dangling"), {OwnershipCheck::OwnerKnown}, CheckState::Fail},
        {QLatin1StringView("is:conflict"), {OwnershipCheck::SourcesAgree}, CheckState::Fail}, {QLatin1StringView("is:failing"), {}, CheckState::Fail},
        {QLatin1StringView("is:unknown"), {}, CheckState::Unknown},
        {QLatin1StringView("no:runbook"), {OwnershipCheck::RunbookForAlerts}, CheckState::Fail},
        {QLatin1StringView("no:cover"), {OwnershipCheck::OnCallNow, OwnershipCheck::OnCallAhead}, CheckState::Fail}};
    return All;
}

/// What is worst comes first.
int rankOf(CheckState state)
{
    switch (state) {
    case CheckState::Fail:
        return 0;
    case CheckState::Unknown:
        return 1;
    case CheckState::Pass:
        return 2;
    case CheckState::NotApplicable:
        break;
    }
    return 3;
}

} // namespace

CheckState stateOf(const ServiceReview &review, OwnershipCheck check)
{
    const auto at = std::ranges::find(review.checks, check, &CheckResult::check);
    return at == review.checks.end() ? CheckState::Unknown : at->state;
}

tl::expected<OwnershipFilter, QString> OwnershipFilter::parse(const QString &text)
{
    OwnershipFilter filter;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        Term term;
        const qsizetype colon = word.indexOf(u':');
        const auto named = std::ranges::find_if(namedTerms(), [&word](const Named &one) { return word.compare(one.word, Qt::CaseInsensitive) == 0; });
        if (named != namedTerms().end()) {
            term.about = Term::About::Check;
            term.checks = named->checks;
            term.state = named->state;
        } else if (word.startsWith(QLatin1StringView("team:"), Qt::CaseInsensitive) && word.size() > colon + 1) {
            term.about = Term::About::Team;
            term.text = word.mid(colon + 1);
        } else if (colon >= 0) {
            return tl::unexpected(word);
        } else {
            term.text = word;
        }
        filter.m_terms.push_back(std::move(term));
    }
    return filter;
}

bool OwnershipFilter::matches(const ServiceReview &review) const
{
    return std::ranges::all_of(m_terms, [&review](const Term &term) {
        if (term.about == Term::About::Check) {
            return std::ranges::any_of(review.checks, [&term](const CheckResult &result) {
                const bool isMeant = term.checks.empty() || std::ranges::find(term.checks, result.check) != term.checks.end();
                return isMeant && result.state == term.state;
            });
        }
        if (term.about == Term::About::Team) {
            return review.owner.compare(term.text, Qt::CaseInsensitive) == 0;
        }
        return review.service.contains(term.text, Qt::CaseInsensitive) || review.owner.contains(term.text, Qt::CaseInsensitive);
    });
}

QStringList OwnershipFilter::words()
{
    QStringList all {QStringLiteral("team:")};
    for (const Named &one : namedTerms()) {
        all.append(one.word);
    }
    return all;
}

OwnershipListModel::OwnershipListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void OwnershipListModel::setReviews(std::vector<ServiceReview> reviews)
{
    m_all = std::move(reviews);
    choose();
}

void OwnershipListModel::setFilter(OwnershipFilter filter)
{
    m_filter = std::move(filter);
    choose();
}

void OwnershipListModel::choose()
{
    std::vector<ServiceReview> shown;
    std::ranges::copy_if(m_all, std::back_inserter(shown), [this](const ServiceReview &review) { return m_filter.matches(review); });
    std::ranges::stable_sort(shown, [this](const ServiceReview &left, const ServiceReview &right) { return isBefore(left, right); });
    const bool areSame = std::ranges::equal(shown, m_shown, {}, &ServiceReview::service, &ServiceReview::service);
    if (!areSame) {
        beginResetModel();
    }
    m_shown = std::move(shown);
    if (!areSame) {
        endResetModel();
    } else if (!m_shown.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void OwnershipListModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    choose();
}

bool OwnershipListModel::isBefore(const ServiceReview &left, const ServiceReview &right) const
{
    const ServiceReview &a = m_order == Qt::AscendingOrder ? left : right;
    const ServiceReview &b = m_order == Qt::AscendingOrder ? right : left;
    switch (m_sortColumn) {
    case ServiceColumn:
        return a.service.compare(b.service, Qt::CaseInsensitive) < 0;
    case OwnerColumn:
        return a.owner.compare(b.owner, Qt::CaseInsensitive) < 0;
    case PassedColumn:
        // By the share: 3 of 4 is less than 8 of 9.
        return a.passed() * std::max(1, b.decided()) < b.passed() * std::max(1, a.decided());
    default:
        const OwnershipCheck check = ownershipChecks()[std::size_t(m_sortColumn - FirstCheckColumn)];
        return rankOf(stateOf(a, check)) < rankOf(stateOf(b, check));
    }
}

int OwnershipListModel::rowOf(const QString &service) const
{
    const auto at = std::ranges::find(m_shown, service, &ServiceReview::service);
    return at == m_shown.end() ? -1 : int(at - m_shown.begin());
}

int OwnershipListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int OwnershipListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstCheckColumn + int(ownershipChecks().size());
}

QVariant OwnershipListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ServiceReview &review = m_shown[std::size_t(index.row())];
    const bool isCheck = index.column() >= FirstCheckColumn;
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == ServiceColumn ? QVariant(review.service) : index.column() == OwnerColumn ? QVariant(review.owner) : QVariant();
    case KeyRole:
        return review.service;
    case OwnerRole:
        return review.owner;
    case CountRole:
        return review.passed();
    case DecidedRole:
        return review.decided();
    case CheckRole:
        return isCheck ? QVariant(int(ownershipChecks()[std::size_t(index.column() - FirstCheckColumn)])) : QVariant();
    case StateRole:
        return isCheck ? QVariant(int(stateOf(review, ownershipChecks()[std::size_t(index.column() - FirstCheckColumn)]))) : QVariant();
    default:
        return {};
    }
}

QVariant OwnershipListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case ServiceColumn:
        return tr("Service");
    case OwnerColumn:
        return tr("Owner");
    case PassedColumn:
        return tr("Passed");
    default:
        return section < columnCount() ? QVariant(QString(checkName(ownershipChecks()[std::size_t(section - FirstCheckColumn)]))) : QVariant();
    }
}

} // namespace quarterdeck
