#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace quarterdeck {

class KeyValueGrid;
class PlainLabel;

/// A backend that was found on this machine.
struct FoundBackend {
    QString name;
    QString kind;
    QString url;
    QString where; ///< How it was found: "port 9090", "~/.config/amtool/config.yml".
};

/// The first page when nothing is configured: connect something, or try the demo. Covers its parent, whatever size that takes.
/// Thread: main.
class Welcome final : public QWidget {
    Q_OBJECT

public:
    Welcome(const Theme &theme, QString configFile, QWidget *parent);
    /// Shows what was found and offers to connect it; nothing found is said too.
    void showFound(const std::vector<FoundBackend> &found);

signals:
    /// Start the demo.
    void demoRequested();
    /// A source is to be added by hand.
    void addRequested();
    /// The configuration is to be opened.
    void openRequested();
    /// A configuration was written; take it in.
    void configured();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void look();
    void writeConfiguration();

    const Theme &m_theme;
    QString m_configFile;
    std::vector<FoundBackend> m_found;
    PlainLabel *m_verdict;
    KeyValueGrid *m_list;
    QWidget *m_connect;
};

} // namespace quarterdeck
