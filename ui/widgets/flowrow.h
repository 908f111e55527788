#pragma once

#include <QLayout>

namespace quarterdeck {

/// Lays widgets out in rows from the start, wrapping where there is no room: for chips. Mirrors in right-to-left languages.
class FlowRow final : public QLayout {
    Q_OBJECT

public:
    explicit FlowRow(QWidget *parent = nullptr, int gap = 6);
    ~FlowRow() override;
    /// Deletes every widget in it.
    void clear();

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool isDryRun) const;

    QList<QLayoutItem *> m_items;
    int m_gap;
};

} // namespace quarterdeck
