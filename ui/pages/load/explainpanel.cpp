#include "ui/pages/load/explainpanel.h"

#include "app/core/text.h"
#include "ui/pages/load/figuretable.h"
#include "ui/pages/load/loadwords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace quarterdeck {

namespace {

/// A text of kpiDefinitions() in the language of the window.
QString definitionWords(const QString &english)
{
    return QCoreApplication::translate("LoadDefinition", english.toUtf8().constData());
}

} // namespace

ExplainPanel::ExplainPanel(const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_inputs(new PlainLabel(this))
    , m_behind(new PlainLabel(this))
    , m_incidents(new FigureTable(theme, this))
{
    auto *head = new QHBoxLayout;
    auto *title = new PlainLabel(tr("About these figures"), this);
    title->setLook(theme, TypeFace::Section);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("explainClose"));
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    head->addWidget(title, 1);
    head->addWidget(close);
    content()->addLayout(head);
    m_inputs->setObjectName(QStringLiteral("explainInputs"));
    m_inputs->setLook(theme, TypeFace::Body, Token::Muted);
    m_inputs->setWordWrap(true);
    content()->addWidget(m_inputs);
    m_behind->setObjectName(QStringLiteral("explainBehind"));
    m_behind->setLook(theme, TypeFace::Section);
    content()->addWidget(m_behind);
    m_incidents->setObjectName(QStringLiteral("explainIncidents"));
    m_incidents->setAccessibleName(tr("Incidents behind these figures"));
    m_incidents->setColumns({tr("Rule"), tr("Service"), tr("Began"), tr("Acknowledged after"), tr("Lasted")}, {34, 20, 20, 14, 12});
    connect(m_incidents, &FigureTable::activated, this, &ExplainPanel::incidentWanted);
    content()->addWidget(m_incidents);
    hide();
}

void ExplainPanel::explain(const QStringList &keys, const QStringList &inputs)
{
    delete m_body;
    m_body = new QWidget(this);
    m_text.clear();
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto line = [&](const QString &text, TypeFace face, Token token) {
        auto *label = new PlainLabel(text, m_body);
        label->setLook(m_theme, face, token);
        label->setWordWrap(true);
        column->addWidget(label);
        m_text << text;
    };
    for (const QString &key : keys) {
        const auto &all = kpiDefinitions();
        const auto found = std::ranges::find(all, key, &KpiDefinition::key);
        if (found != all.end()) {
            line(definitionWords(found->title), TypeFace::Section, Token::Text);
            line(definitionWords(found->formula), TypeFace::Body, Token::Text);
            if (!found->worked.isEmpty()) {
                line(tr("Worked value: %1").arg(definitionWords(found->worked)), TypeFace::Body, Token::Text);
            }
            line(tr("Definition: %1. Export key: %2.").arg(definitionWords(found->source), found->key), TypeFace::Body, Token::Muted);
        }
    }
    content()->insertWidget(1, m_body);
    m_inputs->setPlain(inputs.join(u' '));
    m_text << inputs;
    setAccessibleDescription(m_text.join(u' '));
    show();
}

void ExplainPanel::setIncidents(const FigureIncidents &incidents)
{
    std::vector<FigureTable::Row> rows;
    for (const Incident &incident : incidents.first) {
        const auto span = [&incident](const std::optional<UtcTime> &end, const QString &otherwise) {
            return end ? durationText(double((*end - incident.created).count()) / 1000, true) : otherwise;
        };
        const QString began = phrases::day(toDateTime(incident.created).toLocalTime().date()) + u' '
            + toDateTime(incident.created).toLocalTime().toString(QStringLiteral("HH:mm"));
        rows.push_back({{text::plain(incident.title, 120), Token::Text}, {text::plain(incident.service, 80), Token::Text}, {began, Token::Text},
            {span(incident.acknowledged, QStringLiteral("–")), Token::Text}, {span(incident.resolved, tr("open")), Token::Text}});
    }
    const int rest = incidents.count - int(incidents.first.size());
    m_behind->setPlain(rest > 0 ? tr("%1 of %Ln incident(s) behind these figures", nullptr, incidents.count).arg(incidents.first.size())
                                : tr("%Ln incident(s) behind these figures", nullptr, incidents.count));
    m_incidents->setVisible(!rows.empty());
    m_incidents->setRows(std::move(rows));
}

void ExplainPanel::clearIncidents()
{
    m_behind->setPlain({});
    m_incidents->hide();
}

void ExplainPanel::setProblem(const QString &why)
{
    m_behind->setPlain(tr("Cannot read the incidents: %1").arg(text::plain(why, 300)));
    m_incidents->hide();
}

QString ExplainPanel::shownText() const
{
    return m_text.join(u'\n');
}

} // namespace quarterdeck
