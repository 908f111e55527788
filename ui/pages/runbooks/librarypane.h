#pragma once

#include "models/runbooklistmodel.h"
#include "models/runhistorymodel.h"
#include "ui/pages/api/page.h"

#include <QTimer>

class QListView;
class QStackedLayout;

namespace quarterdeck {

class EmptyState;
class FilterEdit;
class PlainLabel;
class QuietTable;
class RunbookWords;
class SectionHead;

/// The library: every runbook with the freshness of its review, and the runs of late.
class LibraryPane final : public QWidget {
    Q_OBJECT

public:
    LibraryPane(const PageContext &context, QWidget *parent = nullptr);
    /// Moves the keyboard to the filter.
    void focusFilter();
    /// Moves the keyboard to the rows.
    void focusTable();
    /// Reads the runs again.
    void reloadRuns();
    const RunbookListModel &model() const { return m_model; }
    /// The rows as they are shown.
    QByteArray exportCsv() const;

signals:
    /// A runbook was chosen.
    void opened(const QString &runbook);
    /// A run was chosen.
    void runOpened(QUuid run);

private:
    QWidget *buildTableSide();
    QWidget *buildRunSide();
    void reload();
    void readNext();
    void derive(const QString &id, const QByteArray &markdown);
    void describe();

    const PageContext m_context;
    RunbookListModel m_model;
    RunHistoryModel m_runs;
    RunbookWords *m_words;
    PlainLabel *m_caption;
    PlainLabel *m_title;
    FilterEdit *m_filter;
    QuietTable *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    SectionHead *m_runHead;
    PlainLabel *m_noRuns;
    QListView *m_runList;
    QTimer m_reading;
    bool m_wantsFocus = false; ///< The rows had the focus before there were any.
};

} // namespace quarterdeck
