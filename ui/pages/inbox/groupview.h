#pragma once

#include "models/groupsummary.h"
#include "ui/pages/api/page.h"

#include <QWidget>

namespace quarterdeck {

class KeyValueGrid;
class SectionHead;

/// What there is to know about a group: how many of which severity and state, since when, which alerts, services and sources, what the
/// verbs would act on, which labels all of them share. Thread: main.
class GroupView final : public QWidget {
    Q_OBJECT

public:
    explicit GroupView(const PageContext &context, QWidget *parent = nullptr);

    /// `marked`: alerts marked anywhere in the list; the verbs act on those first.
    void showGroup(const AlertGroup &group, const GroupSummary &summary, int marked);

private:
    void showVerbs(const AlertGroup &group, const VerbTargets &verbs, int marked);
    KeyValueGrid *addSection(SectionHead *head, const QString &name, bool hasLine);

    PageContext m_context;
    SectionHead *m_alertsHead;
    SectionHead *m_verbsHead;
    SectionHead *m_labelsHead;
    KeyValueGrid *m_alerts;
    KeyValueGrid *m_verbs;
    KeyValueGrid *m_labels;
};

} // namespace quarterdeck
