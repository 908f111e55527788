#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QMap>
#include <QWidget>

class QVBoxLayout;

namespace quarterdeck {

class PlainLabel;

/// One page in the rail: name, its key or its badge.
class RailItem final : public QAbstractButton {
    Q_OBJECT

public:
    RailItem(const Theme &theme, const QString &title, QChar key, QWidget *parent = nullptr);
    /// A number in place of the key; 0 shows the key again.
    void setBadge(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_key;
    int m_badge = 0;
};

/// The pages on the left, and a foot that says where we are.
class Rail final : public QWidget {
    Q_OBJECT

public:
    explicit Rail(const Theme &theme, QWidget *parent = nullptr);
    /// Pages appear in the order they are added.
    void addPage(const QString &id, const QString &title, QChar key);
    void setCurrent(const QString &id);
    void setBadge(const QString &id, int count);
    /// Two lines at the foot below a caption; empty hides it.
    void setFoot(const QString &caption, const QString &first, const QString &second, Token token = Token::Text);

signals:
    /// A page was pressed.
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
    QMap<QString, RailItem *> m_items;
    PlainLabel *m_caption;
    PlainLabel *m_first;
    PlainLabel *m_second;
};

} // namespace quarterdeck
