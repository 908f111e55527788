#pragma once

#include "ui/theme/theme.h"

#include <QTableView>

namespace quarterdeck {

/// A table without grid and frames, of rows of the theme's height: j and k move like the arrow keys, Enter and double click activate.
class QuietTable final : public QTableView {
    Q_OBJECT

public:
    explicit QuietTable(const Theme &theme, QWidget *parent = nullptr);
    /// False: j and k are left to search by typing.
    void setSingleKeys(bool enabled) { m_singleKeys = enabled; }
    /// How far the title of the first column stands in, where a shape comes before the rows' words. Units: pixels.
    void setHeadInset(int pixels);
    /// The key (KeyRole of the models is passed) of the current row; empty when there is none.
    QString currentKey(int role) const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refreshMetrics();

    const Theme &m_theme;
    bool m_singleKeys = true;
};

} // namespace quarterdeck
