#include "ui/pages/load/explanation.h"

#include "app/core/text.h"
#include "app/ports/preferences.h"
#include "app/ports/reader.h"
#include "ui/pages/load/explainpanel.h"
#include "ui/pages/load/loadwords.h"
#include "ui/widgets/errorwords.h"

#include <QTimeZone>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr std::size_t MostRows = 12;

} // namespace

Explanation::Explanation(const PageContext &context, ExplainPanel *panel, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_panel(panel)
{
    connect(panel, &ExplainPanel::incidentWanted, this, [this](int row) {
        if (row >= 0 && row < int(m_shown.size())) {
            m_context.navigator.go({QStringLiteral("inbox"), m_shown[std::size_t(row)].fingerprint, {}});
        }
    });
}

void Explanation::ask(const FigureQuestion &question, const LoadView &view)
{
    m_question = question;
    LoadScope scope = view.report.scope;
    scope.window = question.part.value_or(scope.window);
    const QStringList inputs = inputsOf(view.report);
    m_panel->explain(question.keys, inputs);
    const QString told = (question.keys + inputs + QStringList {question.rule, rangeText(scope.window)}).join(u'\n');
    if (std::exchange(m_told, told) != told) {
        m_shown.clear();
        m_panel->clearIncidents();
    }
    read(scope);
}

void Explanation::follow(const LoadView &view)
{
    if (m_panel->isHidden()) {
        return;
    }
    const auto isShown = [this](const LoadWeek &week) { return week.start == m_question.part->from; };
    const bool isGone = view.report.incidents == 0 || (m_question.part && std::ranges::none_of(view.weeks, isShown));
    if (isGone) {
        m_cancel.request_stop();
        m_panel->hide();
        return;
    }
    ask(m_question, view);
}

void Explanation::read(const LoadScope &scope)
{
    m_cancel.request_stop();
    m_cancel = std::stop_source();
    const auto token = m_cancel.get_token();
    then(m_context.reader.incidents(scope.window, token), this, [this, token, scope](const Result<std::vector<Incident>> &incidents) {
        if (token.stop_requested()) {
            return;
        }
        if (!incidents) {
            m_panel->setProblem(errorWords(incidents.error()));
            return;
        }
        FigureIncidents found = incidentsBehind(m_question, scope, *incidents, MostRows);
        m_shown = found.first;
        m_panel->setIncidents(found);
    });
}

QStringList Explanation::inputsOf(const LoadReport &report) const
{
    QStringList inputs;
    inputs << (m_question.part ? tr("Based on the incidents created %1.").arg(rangeText(*m_question.part))
                               : tr("Based on %Ln incident(s) created %1.", nullptr, report.incidents).arg(rangeText(report.scope.window)));
    if (!m_question.rule.isEmpty()) {
        inputs << tr("Rule: %1.").arg(text::plain(m_question.rule, 120));
    }
    if (!report.scope.team.isEmpty() || !report.scope.service.isEmpty()) {
        inputs << tr("Scope: %1.").arg(scopeText(report.scope));
    }
    const ResponderZones zones = m_context.preferences.zones();
    const QByteArray zone = zones.value(QString(), QTimeZone::systemTimeZoneId());
    inputs << tr("Times are in each responder's time zone, otherwise %1.").arg(QString::fromLatin1(zone));
    inputs << tr("Source: alerts recorded by Quarterdeck from connected sources.");
    if (report.isEstimated) {
        inputs << tr("Responders or notifications are estimates.");
    }
    return inputs;
}

} // namespace quarterdeck
