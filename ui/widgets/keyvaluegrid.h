#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace quarterdeck {

class PlainLabel;

/// Pairs in two columns: a quiet name and its value, with an optional faint provenance after it.
class KeyValueGrid final : public QWidget {
    Q_OBJECT

public:
    struct Row {
        QString name;
        QString value;
        QString provenance; ///< Where the value comes from, in faint text.
        Token token = Token::Text;
    };
    explicit KeyValueGrid(const Theme &theme, QWidget *parent = nullptr);
    /// At least so wide is the column of names: grids below each other line up. Units: pixels.
    void setNameWidth(int pixels);
    /// Replaces all rows; labels are reused.
    void setRows(const std::vector<Row> &rows);

private:
    struct Labels {
        PlainLabel *name;
        PlainLabel *value;
        PlainLabel *provenance;
        QWidget *cell;
    };
    void addRow();

    const Theme &m_theme;
    QGridLayout *m_grid;
    int m_mostName; // pixels; a longer one is elided
    std::vector<Labels> m_rows;
};

} // namespace quarterdeck
