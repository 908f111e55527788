#pragma once

#include "ui/pages/api/page.h"

namespace quarterdeck {

class LogPane;
class LogQueryBar;
class StaleStrip;
struct LogWords;

/// Searches, counts and follows the lines of every log source, or of those that are chosen. Thread: main.
class LogsPage final : public Page {
    Q_OBJECT

public:
    explicit LogsPage(const PageContext &context, QWidget *parent = nullptr);

    /// Arguments: "q" is the search, "source" the names of sources, with commas.
    void show(const Destination &destination) override;
    Destination current() const override;
    QList<QAction *> verbs() const override { return m_verbs; }
    std::vector<PaletteItem> find(const QString &text, int limit) const override;
    QByteArray exportCsv() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addVerb(const QString &name, const QString &text, const QKeySequence &key, std::function<void()> run);
    void addVerbs();
    void search(const LogWords &words, const QStringList &sources);
    void findNext(bool forward, bool isError);
    void showContext();
    void copy();
    void refreshSources();

    const PageContext m_context;
    LogQueryBar *m_bar;
    StaleStrip *m_strip;
    LogPane *m_lines;
    QString m_highlight;
    QStringList m_notes;
    QString m_problem;
    QList<QAction *> m_verbs;
    bool m_isSearched = false;
};

} // namespace quarterdeck
