#include "ui/pages/load/fairnesscard.h"

#include "ui/pages/load/figuretable.h"
#include "ui/pages/load/loadwords.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"

#include <QVBoxLayout>

#include <cmath>

namespace quarterdeck {

namespace {

// With fewer, a middle or a range would tell on a single person.
constexpr int peopleToHideIn = 3;

QString figure(double value)
{
    return QLocale().toString(value, 'f', value == std::floor(value) ? 0 : 1);
}

QString range(const QString &least, const QString &most)
{
    return least + u'–' + most;
}

} // namespace

FairnessCard::FairnessCard(const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_head(new SectionHead(theme, tr("Fairness"), this))
    , m_table(new FigureTable(theme, this))
    , m_note(new PlainLabel(this))
{
    m_table->setObjectName(QStringLiteral("loadFairness"));
    m_table->setAccessibleName(tr("Load by person: you, the team median and range"));
    m_table->setColumns({tr("Person"), tr("Interruptions"), tr("Sleep"), tr("Time engaged")}, {30, 24, 18, 28});
    m_note->setObjectName(QStringLiteral("loadFairnessNote"));
    m_note->setLook(theme, TypeFace::Body, Token::Muted);
    m_note->setWordWrap(true);
    content()->addWidget(m_head);
    content()->addWidget(m_table);
    content()->addWidget(m_note);
    content()->addStretch(1);
    connect(m_table, &FigureTable::activated, this, [this] {
        emit explainWanted({QStringLiteral("fairness_gini"), QStringLiteral("engaged_union_s"), QStringLiteral("interruptions.total")});
    });
}

void FairnessCard::setView(const LoadView &view)
{
    const LoadFairness &fairness = view.fairness;
    std::vector<FigureTable::Row> rows;
    const auto add = [&](const QString &who, const QString &interruptions, const QString &sleep, const QString &engaged) {
        rows.push_back({{who, Token::Text}, {interruptions, Token::Text}, {sleep, Token::Text}, {engaged, Token::Text}});
    };
    if (fairness.me) {
        add(tr("you"), figure(fairness.me->interruptions), figure(fairness.me->sleep), durationText(fairness.me->engaged));
    }
    const bool isTeam = fairness.people >= peopleToHideIn;
    if (isTeam) {
        add(tr("team median"), figure(fairness.interruptions.median), figure(fairness.sleep.median), durationText(fairness.engaged.median));
        add(tr("team range"), range(figure(fairness.interruptions.least), figure(fairness.interruptions.most)),
            range(figure(fairness.sleep.least), figure(fairness.sleep.most)),
            range(durationText(fairness.engaged.least), durationText(fairness.engaged.most)));
    }
    m_table->setVisible(!rows.empty());
    m_table->setRows(std::move(rows));
    const std::optional<double> gini = isTeam ? view.report.fairnessGini : std::nullopt;
    m_head->setRemark(
        gini ? tr("interruptions per person, not per hour on call; Gini %1").arg(QLocale().toString(*gini, 'f', 2)) : QString(), Token::Muted);
    if (fairness.people == 0) {
        m_note->setPlain(tr("No responder recorded in this time range."));
    } else if (!isTeam) {
        m_note->setPlain(tr("Team figures are hidden: with fewer than three people they would identify individuals."));
    } else {
        m_note->setPlain(tr("Individual figures are visible only to the person concerned."));
    }
}

} // namespace quarterdeck
