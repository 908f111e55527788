#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace quarterdeck {

class PlainLabel;

/// A backend that was found on this machine.
struct FoundBackend {
    QString name;
    QString kind;
    QString url;
    QString where; ///< How it was found: "listens on port 9090", "~/.config/amtool/config.yml".
};

/// The first page when nothing is configured: connect something, or try the demo. Thread: main.
class Welcome final : public QWidget {
    Q_OBJECT

public:
    Welcome(const Theme &theme, QString configFile, QWidget *parent = nullptr);

signals:
    /// Start the demo.
    void demoRequested();
    /// A configuration was written; start again with it.
    void configured();

private:
    void look();
    void showFound(const std::vector<FoundBackend> &found);
    void writeConfiguration(const std::vector<FoundBackend> &found);

    const Theme &m_theme;
    QString m_configFile;
    QVBoxLayout *m_results;
    PlainLabel *m_verdict;
};

} // namespace quarterdeck
