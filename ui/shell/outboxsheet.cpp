#include "ui/shell/outboxsheet.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/outboxreason.h"
#include "ui/widgets/outboxtext.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbwords.h"

#include <QHBoxLayout>
#include <QHash>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr int SheetWidth = 680;

QString stateWords(OutboxState state)
{
    switch (state) {
    case OutboxState::Queued:
        return OutboxSheet::tr("waiting for the source");
    case OutboxState::Sending:
        return OutboxSheet::tr("is being sent");
    case OutboxState::Confirmed:
        return OutboxSheet::tr("confirmed");
    case OutboxState::Rejected:
        return OutboxSheet::tr("rejected by the source");
    case OutboxState::Unknown:
        return OutboxSheet::tr("sent, no answer received: checking with the source");
    case OutboxState::Conflict:
        return OutboxSheet::tr("not sent: the alert has changed");
    case OutboxState::Expired:
        return OutboxSheet::tr("expired: could not be sent in time");
    case OutboxState::Superseded:
        return OutboxSheet::tr("superseded by a newer action");
    case OutboxState::Withdrawn:
        break;
    }
    return OutboxSheet::tr("discarded");
}

/// What tells acts on alerts of one name apart: those of their matchers that not all of them have.
QHash<QUuid, QString> differences(const std::vector<OutboxEntry> &entries)
{
    const auto nameOf = [](const OutboxEntry &entry) { return verbwords::order(entry.action.verb, entry.action.alertTitle); };
    QHash<QString, int> named;
    QHash<QString, int> having;
    for (const OutboxEntry &entry : entries) {
        ++named[nameOf(entry)];
        for (const Matcher &matcher : entry.action.matchers) {
            ++having[nameOf(entry) + matcher.toString()];
        }
    }
    QHash<QUuid, QString> told;
    for (const OutboxEntry &entry : entries) {
        QStringList own;
        for (const Matcher &matcher : entry.action.matchers) {
            if (having.value(nameOf(entry) + matcher.toString()) < named.value(nameOf(entry))) {
                own << matcher.toString();
            }
        }
        told.insert(entry.action.id, phrases::list(own));
    }
    return told;
}

bool needsAPerson(OutboxState state)
{
    return state == OutboxState::Conflict || state == OutboxState::Rejected || state == OutboxState::Expired;
}

} // namespace

OutboxSheet::OutboxSheet(const Theme &theme, QWidget *window)
    : Overlay(theme, window)
    , m_title(new PlainLabel(this))
    , m_empty(new PlainLabel(tr("Actions wait here until the source confirms them, even if it is unreachable. Nothing is waiting."), this))
    , m_scroll(new QScrollArea(this))
    , m_withdrawAll(new QPushButton(this))
{
    setObjectName(QStringLiteral("outboxSheet"));
    setSheet(SheetWidth, 72);
    m_title->setLook(theme, TypeFace::Title);
    m_scroll->setObjectName(QStringLiteral("outboxScroll"));
    setAccessibleRole(m_scroll, QAccessible::Pane);
    m_scroll->setAccessibleName(tr("Outbox"));
    m_scroll->setProperty("ground", "none");
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setObjectName(QStringLiteral("outboxEmpty"));
    m_empty->setLook(theme, TypeFace::Body, Token::Muted);
    m_empty->setWordWrap(true);
    content()->setContentsMargins(20, 16, 20, 16);
    content()->addWidget(m_title);
    content()->addWidget(m_empty);
    content()->addWidget(m_scroll);
    m_withdrawAll->setObjectName(QStringLiteral("outboxWithdrawAll"));
    content()->addWidget(m_withdrawAll, 0, Qt::AlignRight);
    connect(m_withdrawAll, &QPushButton::clicked, this, [this] {
        dismiss();
        emit withdrawAllRequested(m_waiting);
    });
}

QWidget *OutboxSheet::row(const OutboxEntry &entry, const QString &difference, const Times &times)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 4, 8, 4);
    layout->setSpacing(10);
    auto *at = new PlainLabel(times.changed(entry.changedAt), line);
    at->setLook(theme(), TypeFace::Mono, Token::Faint);
    auto *words = new QWidget(line);
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    const QString order = verbwords::order(entry.action.verb, entry.action.alertTitle);
    auto *what = new PlainLabel(difference.isEmpty() ? order : phrases::clauses({order, difference}), words);
    what->setLook(theme(), TypeFace::Body);
    what->setEliding(true);
    const QString state = phrases::sentences({stateWords(entry.state), outboxReason(entry.reason, times.named)});
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
    const auto offer = [&](const QString &verb, const QString &name, void (OutboxSheet::*wish)(const QUuid &)) {
        auto *button = new QPushButton(verb, line);
        button->setObjectName(name);
        button->setAccessibleName(phrases::pair(verb, text::plain(entry.action.alertTitle, 120)));
        connect(button, &QPushButton::clicked, this, [this, wish, id = entry.action.id] {
            dismiss();
            emit(this->*wish)(id);
        });
        layout->addWidget(button, 0, Qt::AlignTop);
    };
    if (needsAPerson(entry.state)) {
        offer(tr("Send anyway"), QStringLiteral("outboxVerb"), &OutboxSheet::resendRequested);
    }
    if (entry.state == OutboxState::Conflict) {
        offer(tr("Discard"), QStringLiteral("outboxDrop"), &OutboxSheet::withdrawRequested);
    } else if (entry.state == OutboxState::Queued) {
        offer(tr("Discard"), QStringLiteral("outboxVerb"), &OutboxSheet::withdrawRequested);
    }
    return line;
}

void OutboxSheet::openWith(const std::vector<OutboxEntry> &entries, const Times &times)
{
    constexpr std::size_t Shown = 200;
    // What needs a person comes first: it must not hide below what merely waits.
    std::vector<OutboxEntry> sorted = entries;
    std::stable_partition(sorted.begin(), sorted.end(), [](const OutboxEntry &entry) { return needsAPerson(entry.state); });
    m_title->setPlain(entries.empty() ? tr("The outbox is empty") : outboxText(countOutbox(entries)));
    setAccessibleName(m_title->text());
    m_empty->setVisible(entries.empty());
    m_scroll->setVisible(!entries.empty());
    m_waiting.clear();
    for (const OutboxEntry &entry : entries) {
        if (entry.state == OutboxState::Queued) {
            m_waiting.push_back(entry.action.id);
        }
    }
    m_withdrawAll->setVisible(m_waiting.size() > 1);
    m_withdrawAll->setText(tr("Discard all %Ln waiting", nullptr, int(m_waiting.size())));
    const QHash<QUuid, QString> different = differences(entries);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (std::size_t i = 0; i < std::min(sorted.size(), Shown); ++i) {
        column->addWidget(row(sorted.at(i), different.value(sorted.at(i).action.id), times));
        column->addWidget(new Hairline(theme(), Qt::Horizontal, body));
    }
    column->addStretch(1);
    m_scroll->setWidget(body);
    const int wanted = body->hasHeightForWidth() ? body->heightForWidth(SheetWidth - 60) : body->sizeHint().height();
    m_scroll->setMinimumHeight(std::clamp(wanted + 4, 60, 420));
    open(entries.empty() ? static_cast<QWidget *>(this) : m_scroll);
}

} // namespace quarterdeck
