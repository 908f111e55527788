#include "ui/pages/inbox/striprow.h"

#include "app/core/clock.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/stalestrip.h"

#include <QVBoxLayout>

namespace quarterdeck {

StripRow::StripRow(const Theme &theme, const Clock &clock, const TimeControl &time, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_time(time)
    , m_problem(new StaleStrip(theme, this))
    , m_filter(new StaleStrip(theme, this))
    , m_new(new StaleStrip(theme, this))
    , m_marked(new StaleStrip(theme, this))
{
    setObjectName(QStringLiteral("inbox.strips"));
    m_problem->setObjectName(QStringLiteral("inbox.strip.problem"));
    m_problem->setToken(Token::Critical);
    m_filter->setObjectName(QStringLiteral("inbox.strip.filter"));
    m_new->setObjectName(QStringLiteral("inbox.strip.new"));
    m_new->setToken(Token::Accent);
    m_new->setOneLine();
    m_marked->setObjectName(QStringLiteral("inbox.strip.marked"));
    m_marked->setToken(Token::Accent);
    m_marked->setOneLine();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(m_filter);
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        m_sources[i] = new StaleStrip(theme, this);
        m_sources[i]->setObjectName(QStringLiteral("inbox.strip.source.%1").arg(i));
        column->addWidget(m_sources[i]);
        connect(m_sources[i], &StaleStrip::activated, this, &StripRow::refreshAsked);
    }
    column->addWidget(m_new);
    column->addWidget(m_marked);
    connect(m_problem, &StaleStrip::activated, this, &StripRow::problemDismissed);
    connect(m_new, &StaleStrip::activated, this, &StripRow::newAsked);
    connect(m_marked, &StaleStrip::activated, this, &StripRow::unmarkAsked);
    setProblem({});
    setFilterProblem({});
    setSources({});
    setNew(0);
    setMarked(0);
}

void StripRow::setProblem(const QString &sentence)
{
    m_problem->setSentence(sentence, sentence.isEmpty() ? QString() : tr("Dismiss"));
}

void StripRow::setFilterProblem(const QString &sentence)
{
    m_filter->setSentence(sentence.isEmpty() ? QString() : tr("%1. The previous filter stays active.").arg(sentence));
}

void StripRow::setSources(const Clearance &clearance)
{
    // What is left out of the configuration stands above the page already.
    std::vector<SourceStatus> notLive = clearance.notLive;
    std::erase_if(notLive, isLeftOut);
    const bool isPaused = clearance.isPaused;
    QStringList sentences;
    // Where there are no rows the page itself says it.
    if (!clearance.isToldOf && clearance.kind == Clearance::Kind::Alerts) {
        sentences << tr("No alert source is connected: more alerts may be firing than are listed.");
    }
    if (isPaused) {
        sentences << tr("Updates are paused. The list shows what was known when you paused.");
    }
    const int before = int(sentences.size());
    const std::size_t most = m_sources.size() - 1;
    for (std::size_t i = 0; i < notLive.size() && std::size_t(sentences.size()) < most; ++i) {
        sentences << inboxwords::sourceProblem(notLive[i], m_clock.now(), m_time);
    }
    const int shown = int(sentences.size()) - before;
    const int rest = int(notLive.size()) - shown;
    if (rest > 0) {
        QStringList names;
        for (std::size_t i = std::size_t(shown); i < notLive.size() && names.size() < 6; ++i) {
            names << notLive[i].id;
        }
        sentences << tr("%n more source(s) not up to date: %1", nullptr, rest).arg(phrases::list(names));
    }
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        const QString sentence = sentences.value(qsizetype(i));
        const bool isFirst = i == 0 && before == 0;
        m_sources[i]->setSentence(sentence, !sentence.isEmpty() && isFirst ? tr("Refresh") : QString());
    }
}

void StripRow::setNew(int held)
{
    m_new->setSentence(held == 0 ? QString() : tr("%n new alert(s) since you scrolled", nullptr, held), held == 0 ? QString() : tr("Show  ."));
}

void StripRow::setMarked(int count)
{
    m_marked->setSentence(
        count == 0 ? QString() : tr("%Ln alert(s) marked: actions apply to these", nullptr, count), count == 0 ? QString() : tr("Unmark all"));
}

} // namespace quarterdeck
