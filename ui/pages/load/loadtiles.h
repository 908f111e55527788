#pragma once

#include "models/loadview.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;

namespace quarterdeck {

class StatTile;

/// The figures in a row, or in two where one has no room; each can be pressed for its definition.
class LoadTiles final : public QWidget {
    Q_OBJECT

public:
    explicit LoadTiles(const Theme &theme, QWidget *parent = nullptr);
    /// Shows the figures of a view.
    void setView(const LoadView &view);

signals:
    /// Keys of the definitions behind a figure.
    void explainWanted(const QStringList &keys);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    StatTile *addTile(const QString &name, const QStringList &keys);

    const Theme &m_theme;
    QGridLayout *m_grid;
    int m_columns = 0;
    std::vector<StatTile *> m_all;
    StatTile *m_interruptions;
    StatTile *m_shift;
    StatTile *m_acknowledge;
    StatTile *m_resolve;
    StatTile *m_noise;
};

} // namespace quarterdeck
