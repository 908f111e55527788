#pragma once

#include "models/ownershipfeed.h"
#include "models/ownershiplistmodel.h"
#include "ui/pages/api/page.h"

#include <QStackedLayout>

namespace quarterdeck {

class Chip;
class EmptyState;
class FilterEdit;
class KeyValueGrid;
class OwnershipWords;
class PlainLabel;
class QuietTable;
class SectionHead;
class StaleStrip;

/// The review board: every service with its checks, and what each of them rests on. Thread: main.
class OwnershipPage final : public Page {
    Q_OBJECT

public:
    OwnershipPage(const PageContext &context, QWidget *parent);

    /// The object is a service; argument `filter`.
    void show(const Destination &destination) override;
    Destination current() const override;
    QList<QAction *> verbs() const override;
    std::vector<PaletteItem> find(const QString &text, int limit) const override;
    QByteArray exportCsv() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildChips();
    QWidget *buildContent();
    void addVerbs();
    void look();
    void filter(const QString &text);
    void take(const OwnershipView &view);
    void tell();
    void tellEvidence();
    void setEmpty();
    void openService();
    QString instantText(UtcTime at) const;

    const PageContext m_context;
    OwnershipFeed m_feed;
    OwnershipListModel m_model;
    OwnershipWords *m_words;
    PlainLabel *m_caption;
    PlainLabel *m_title;
    FilterEdit *m_filter;
    StaleStrip *m_strip;
    QuietTable *m_table;
    SectionHead *m_evidenceHead;
    KeyValueGrid *m_evidence;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    std::vector<Chip *> m_chips;
    QList<QAction *> m_verbs;
    std::optional<OwnershipView> m_view;
    std::optional<Error> m_problem;
    QString m_filterProblem;
    QString m_wanted; ///< The service to show as soon as there is one of that name.
};

} // namespace quarterdeck
