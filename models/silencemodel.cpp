#include "models/silencemodel.h"

#include "models/roles.h"

#include <QStringList>

namespace quarterdeck {

void SilenceModel::setSilences(std::vector<Silence> silences)
{
    std::erase_if(silences, [](const Silence &silence) { return silence.state == SilenceState::Expired; });
    std::sort(silences.begin(), silences.end(),
        [this](const Silence &a, const Silence &b) { return a.endsAt != b.endsAt ? a.endsAt < b.endsAt : keyOf(a) < keyOf(b); });
    replace(silences);
}

const Silence *SilenceModel::find(const SourceId &source, const QString &id) const
{
    return rowAt(rowOfKey(source + u':' + id));
}

QVariant SilenceModel::data(const QModelIndex &index, int role) const
{
    const Silence *silence = rowAt(index.row());
    if (silence == nullptr || index.column() >= ColumnCount) {
        return {};
    }
    if (role == KeyRole) {
        return keyOf(*silence);
    }
    if (role == TimeRole) {
        return silence->endsAt.ms;
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case MatchersColumn: {
        QStringList parts;
        for (const Matcher &matcher : silence->matchers) {
            parts << matcher.toString();
        }
        return parts.join(QStringLiteral(", "));
    }
    case SourceColumn:
        return silence->source;
    case EndsColumn:
        return silence->endsAt.ms;
    case ByColumn:
        return silence->createdBy;
    case CommentColumn:
        return commentText(silence->comment);
    default:
        return {};
    }
}

QVariant SilenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return KeyedTable::headerData(section, orientation, role);
    }
    switch (section) {
    case MatchersColumn:
        return tr("Matchers");
    case SourceColumn:
        return tr("Source");
    case EndsColumn:
        return tr("Ends");
    case ByColumn:
        return tr("By");
    case CommentColumn:
        return tr("Comment");
    default:
        return {};
    }
}

} // namespace quarterdeck
