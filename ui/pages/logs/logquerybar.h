#pragma once

#include "app/domain/logwords.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace quarterdeck {

class FilterEdit;
class SourceChoice;

/// What is searched for, and where: a field and the choice of sources. Thread: main.
class LogQueryBar final : public QWidget {
    Q_OBJECT

public:
    explicit LogQueryBar(const Theme &theme, QWidget *parent = nullptr);
    /// The log sources there are. One that was chosen and is gone stays chosen: it is said to be missing rather than left out.
    void setSources(const QStringList &names);
    /// Sets both and reports at once.
    void set(const QString &text, const QStringList &chosen);
    QString text() const;
    /// Empty: all.
    QStringList chosen() const;
    void focusFilter();

signals:
    /// A search without mistakes, and its sources.
    void searched(const quarterdeck::LogWords &words, const QStringList &sources);
    /// The text cannot be searched: the search before stays in force. Empty where all is well.
    void refused(const QString &why);
    /// The lines should have the focus.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void read();

    const Theme &m_theme;
    FilterEdit *m_edit;
    SourceChoice *m_source;
};

} // namespace quarterdeck
