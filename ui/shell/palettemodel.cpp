#include "ui/shell/palettemodel.h"

#include "app/core/text.h"

namespace quarterdeck {

void PaletteModel::setLines(std::vector<PaletteLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    for (PaletteLine &one : m_lines) {
        one.title = text::plain(one.title, 200);
        one.detail = text::plain(one.detail, 200);
    }
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const PaletteLine &one = line(index.row());
    if (role == Qt::DisplayRole) {
        return one.title;
    }
    if (role == Qt::AccessibleTextRole) {
        return QStringList {one.title, one.detail, one.key}.join(u' ').simplified();
    }
    return {};
}

} // namespace quarterdeck
