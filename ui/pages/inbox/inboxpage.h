#pragma once

#include "app/core/clock.h"
#include "models/inboxfeed.h"
#include "ui/pages/api/page.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/inbox/inboxcontroller.h"
#include "ui/theme/theme.h"

#include <QTimer>

class QSplitter;
class QStackedWidget;

namespace quarterdeck {

class AlertList;
class DetailPane;
class EmptyState;
class FilterBar;
class InboxActions;
class InboxHerald;
class OutboxPanel;
class StripRow;

/// Every alert of every source in one list, with its details beside it. Thread: main.
class InboxPage final : public Page {
    Q_OBJECT

public:
    explicit InboxPage(const PageContext &context, QWidget *parent = nullptr);
    ~InboxPage() override;

    void show(const Destination &destination) override;
    Destination current() const override;
    QList<QAction *> verbs() const override;
    std::vector<PaletteItem> find(const QString &text, int limit) const override;
    QByteArray exportCsv() const override;

    InboxFeed &feed() { return m_feed; }

protected:
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void buildLayout();
    void connectModel();
    void connectActions();
    void connectBars();
    void refreshDetail();
    void refreshTotals();
    void refreshClearance();
    void revealWanted();
    void arrange(AlertGrouping grouping, AlertSort sort);
    void fold(bool folded);
    void openCurrent();
    void toggleMark();
    void toggleAllMarks();
    void activateEmptiness();
    InboxController::Targets targets() const;

    PageContext m_context;
    InboxFeed m_feed;
    InboxActions *m_actions;
    InboxController *m_controller;
    FilterBar *m_bar;
    // Made before what is in them: whoever gets another parent is given its style anew, with all that it holds.
    QSplitter *m_splitter;
    QWidget *m_left;
    StripRow *m_strips;
    QStackedWidget *m_stack;
    AlertList *m_list;
    EmptyState *m_empty;
    DetailPane *m_detail;
    OutboxPanel *m_outbox;
    InboxHerald *m_herald;
    QTimer m_tick;
    QTimer m_firstDetail; ///< The details of the row that nobody chose.
    bool m_isChoosing = false;
    AlertKey m_wanted; // to be shown as soon as it is known
    int m_badge = -1;
};

} // namespace quarterdeck
