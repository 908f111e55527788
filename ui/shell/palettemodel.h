#pragma once

#include "ui/shell/palette.h"

#include <QAbstractListModel>

namespace quarterdeck {

/// The lines found for what is typed.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    /// Replaces all lines; foreign text is made plain here.
    void setLines(std::vector<PaletteLine> lines);
    const PaletteLine &line(int row) const { return m_lines.at(std::size_t(row)); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<PaletteLine> m_lines;
};

} // namespace quarterdeck
