#include "ui/shell/outboxsheet.h"

#include "ui/widgets/hairline.h"
#include "ui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

QString stateWords(OutboxState state)
{
    switch (state) {
    case OutboxState::Queued:
        return OutboxSheet::tr("waits until its source answers");
    case OutboxState::Sending:
        return OutboxSheet::tr("is being sent");
    case OutboxState::Confirmed:
        return OutboxSheet::tr("confirmed");
    case OutboxState::Rejected:
        return OutboxSheet::tr("refused by its source");
    case OutboxState::Unknown:
        return OutboxSheet::tr("sent, the answer was lost: it is being read back");
    case OutboxState::Conflict:
        return OutboxSheet::tr("not sent: the alert has changed since");
    case OutboxState::Expired:
        return OutboxSheet::tr("not sent: too old by now");
    case OutboxState::Superseded:
        return OutboxSheet::tr("replaced by a newer one");
    case OutboxState::Withdrawn:
        break;
    }
    return OutboxSheet::tr("withdrawn");
}

QString verbWords(Verb verb)
{
    switch (verb) {
    case Verb::Acknowledge:
        return OutboxSheet::tr("Acknowledge");
    case Verb::Silence:
        return OutboxSheet::tr("Silence");
    case Verb::ExtendSilence:
        return OutboxSheet::tr("Extend the silence of");
    case Verb::ExpireSilence:
        break;
    }
    return OutboxSheet::tr("End the silence of");
}

bool needsAPerson(OutboxState state)
{
    return state == OutboxState::Conflict || state == OutboxState::Rejected || state == OutboxState::Expired;
}

} // namespace

OutboxSheet::OutboxSheet(const Theme &theme, QWidget *window)
    : Overlay(theme, window)
    , m_title(new PlainLabel(this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("outboxSheet"));
    setSheet(680, 72);
    m_title->setLook(theme, TypeFace::Title);
    m_scroll->setObjectName(QStringLiteral("outboxScroll"));
    m_scroll->setAccessibleName(tr("Outbox"));
    m_scroll->setProperty("ground", "none");
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setMinimumHeight(320);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content()->addWidget(m_title);
    content()->addWidget(m_scroll);
}

QWidget *OutboxSheet::row(const OutboxEntry &entry, const QString &time)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 4, 8, 4);
    layout->setSpacing(10);
    auto *at = new PlainLabel(time, line);
    at->setLook(theme(), TypeFace::Mono, Token::Faint);
    auto *words = new QWidget(line);
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    auto *what = new PlainLabel(verbWords(entry.action.verb) + u' ' + entry.action.alertTitle, words);
    what->setLook(theme(), TypeFace::Body);
    what->setEliding(true);
    const QString state = stateWords(entry.state) + (entry.detail.isEmpty() ? QString() : QStringLiteral(" – ") + entry.detail);
    auto *why = new PlainLabel(state, words);
    why->setLook(theme(), TypeFace::Body,
        needsAPerson(entry.state)                   ? Token::Warning
            : entry.state == OutboxState::Confirmed ? Token::Ok
                                                    : Token::Muted);
    why->setWordWrap(true);
    column->addWidget(what);
    column->addWidget(why);
    layout->addWidget(at, 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    const QUuid id = entry.action.id;
    const bool isQueued = entry.state == OutboxState::Queued;
    if (isQueued || needsAPerson(entry.state)) {
        auto *button = new QPushButton(isQueued ? tr("Withdraw") : tr("Send after all"), line);
        button->setObjectName(QStringLiteral("outboxVerb"));
        button->setAccessibleName(button->text() + QStringLiteral(": ") + entry.action.alertTitle);
        connect(button, &QPushButton::clicked, this, [this, id, isQueued] {
            dismiss();
            if (isQueued) {
                emit withdrawRequested(id);
            } else {
                emit resendRequested(id);
            }
        });
        layout->addWidget(button, 0, Qt::AlignTop);
    }
    return line;
}

void OutboxSheet::openWith(const std::vector<OutboxEntry> &entries, const std::function<QString(UtcTime)> &timeText)
{
    constexpr std::size_t Shown = 200;
    m_title->setPlain(entries.empty() ? tr("Nothing waits to be sent") : tr("Outbox"));
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (std::size_t i = 0; i < std::min(entries.size(), Shown); ++i) {
        column->addWidget(row(entries.at(i), timeText(entries.at(i).changedAt)));
        column->addWidget(new Hairline(theme(), Qt::Horizontal, body));
    }
    column->addStretch(1);
    m_scroll->setWidget(body);
    open(m_scroll);
}

} // namespace quarterdeck
