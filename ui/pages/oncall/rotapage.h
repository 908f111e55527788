#pragma once

#include "models/dutylistmodel.h"
#include "models/shiftlistmodel.h"
#include "ui/pages/api/page.h"
#include "ui/pages/oncall/oncallwords.h"

#include <QStackedLayout>

namespace quarterdeck {

class DutyWords;
class EmptyState;
class FilterEdit;
class PlainLabel;
class QuietTable;
class RotaBoard;
class SectionHead;
class ShiftWords;
class StaleStrip;

/// Who is on call now and next, and when in the next 14 days, over all sources. Thread: main.
class RotaPage final : public Page {
    Q_OBJECT

public:
    RotaPage(const PageContext &context, QWidget *parent);

    /// Arguments: `filter`, and `view` ("shifts" for the table of shifts).
    void show(const Destination &destination) override;
    Destination current() const override;
    QList<QAction *> verbs() const override;
    std::vector<PaletteItem> find(const QString &text, int limit) const override;
    /// The shifts of the next 14 days, as filtered.
    QByteArray exportCsv() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildContent();
    void buildTables();
    void addVerbs();
    void look();
    void take();
    void tell();
    void fillRota();
    void sayPerson(const QString &filter, TimeRange range);
    void setEmpty();
    void setShiftsShown(bool isShown);
    QString doubts() const;
    TimeRange range() const;

    const PageContext m_context;
    OnCallFeed m_feed;
    DutyListModel m_duties;
    ShiftListModel m_shifts;
    const InstantText m_instantText;
    DutyWords *m_dutyWords;
    ShiftWords *m_shiftWords;
    PlainLabel *m_caption;
    PlainLabel *m_title;
    FilterEdit *m_filter;
    StaleStrip *m_strip;
    QuietTable *m_table;
    SectionHead *m_lowerHead;
    RotaBoard *m_board;
    QuietTable *m_shiftTable;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    QStackedLayout *m_lower = nullptr;
    QList<QAction *> m_verbs;
};

} // namespace quarterdeck
