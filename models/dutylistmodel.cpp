#include "models/dutylistmodel.h"

#include <algorithm>

namespace quarterdeck {

namespace {

QStringList namesOf(const std::vector<OnCallPerson> &people)
{
    QStringList names;
    std::ranges::transform(people, std::back_inserter(names), &OnCallPerson::name);
    names.removeDuplicates();
    return names;
}

RotaStretch::Kind kindOf(const Duty &duty)
{
    if (!duty.isKnown) {
        return RotaStretch::Kind::Unknown;
    }
    return duty.now.empty() ? RotaStretch::Kind::Nobody : RotaStretch::Kind::Somebody;
}

} // namespace

DutyListModel::DutyListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void DutyListModel::setRows(std::vector<RotaRow> rows)
{
    m_all = std::move(rows);
    choose();
}

void DutyListModel::setFilter(const QString &text)
{
    m_filter = text;
    choose();
}

void DutyListModel::choose()
{
    std::vector<RotaRow> shown;
    std::ranges::copy_if(m_all, std::back_inserter(shown), [this](const RotaRow &row) { return row.mentions(m_filter); });
    const bool areSame = std::ranges::equal(shown, m_shown, {}, &RotaRow::key, &RotaRow::key);
    if (!areSame) {
        beginResetModel();
    }
    m_shown = std::move(shown);
    if (!areSame) {
        endResetModel();
    } else if (!m_shown.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int DutyListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int DutyListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DutyListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const RotaRow &row = m_shown[std::size_t(index.row())];
    const Duty &duty = row.duty;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case PolicyColumn:
            return row.policy.name;
        case LevelColumn:
            return row.level;
        case SourceColumn:
            return row.source;
        default:
            return {};
        }
    case KeyRole:
        return row.key();
    case KindRole:
        return int(kindOf(duty));
    case LevelRole:
        return row.level;
    case PeopleRole:
        return namesOf(index.column() == NextColumn ? duty.next : duty.now);
    case TimeRole:
        return duty.until.isValid() ? duty.until.ms : 0;
    case KnownUntilRole:
        return duty.knownUntil.isValid() ? duty.knownUntil.ms : 0;
    case IsForEverRole:
        return duty.isForEver;
    case IsNextWholeRole:
        return duty.isWhole;
    case CountRole:
        return int(duty.gaps.size());
    case DetailRole:
        return row.policy.services.join(QStringLiteral(", "));
    default:
        return {};
    }
}

QVariant DutyListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case PolicyColumn:
        return tr("Policy");
    case LevelColumn:
        return tr("Level");
    case NowColumn:
        return tr("Now");
    case UntilColumn:
        return tr("Until");
    case NextColumn:
        return tr("Next");
    case SourceColumn:
        return tr("Source");
    default:
        return {};
    }
}

} // namespace quarterdeck
