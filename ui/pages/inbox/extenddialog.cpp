#include "ui/pages/inbox/extenddialog.h"

#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {
constexpr Millis Hour {3'600'000};
}

ExtendDialog::ExtendDialog(const Theme &theme, const Clock &clock, const TimeControl &time, const Request &request, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_time(time)
    , m_request(request)
    , m_until(new QLineEdit(this))
    , m_says(new PlainLabel(this))
    , m_accept(new VerbButton(theme, tr("Extend"), QStringLiteral("Enter"), VerbButton::Rank::Secondary, this))
{
    setObjectName(QStringLiteral("inbox.extendDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Extend silence"));
    new DialogFrame(theme, this);
    auto *head = new PlainLabel(tr("Extend %n silence(s)", nullptr, request.count), this);
    head->setLook(theme, TypeFace::Section, Token::Text, true);
    auto *now = new PlainLabel(request.end.isValid() ? tr("It currently ends at %1.").arg(inboxwords::moment(request.end, clock.now(), time))
                                                     : tr("Each is extended from its own end."),
        this);
    now->setLook(theme, TypeFace::Body, Token::Muted);
    m_says->setLook(theme, TypeFace::Body, Token::Muted);
    m_says->setObjectName(QStringLiteral("inbox.extendDialog.says"));
    m_until->setObjectName(QStringLiteral("inbox.extendDialog.until"));
    m_until->setAccessibleName(tr("Until, such as 23:51"));
    m_until->setPlaceholderText(tr("until, such as 23:51"));
    m_accept->setObjectName(QStringLiteral("inbox.extendDialog.accept"));
    m_accept->setEnabled(false);
    m_accept->setAutoDefault(false);
    auto *steps = new QHBoxLayout;
    steps->addWidget(addStep(Hour, QStringLiteral("1"), true));
    steps->addWidget(addStep(Hour * 4, QStringLiteral("4"), false));
    steps->addStretch();
    auto *typed = new QHBoxLayout;
    typed->addWidget(m_until);
    typed->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(head);
    column->addWidget(now);
    column->addLayout(steps);
    column->addLayout(typed);
    column->addWidget(m_says);
    connect(m_until, &QLineEdit::textEdited, this, &ExtendDialog::readTyped);
    connect(m_until, &QLineEdit::returnPressed, m_accept, &QPushButton::click);
    connect(m_accept, &QPushButton::clicked, this, [this] { choose({}, m_typed); });
    readTyped();
    resize(440, 200);
}

VerbButton *ExtendDialog::addStep(Millis by, const QString &key, bool isFirst)
{
    const UtcTime now = m_clock.now();
    const QString step = QStringLiteral("+") + formatDuration(by);
    const QString words = m_request.end.isValid() ? tr("%1: until %2").arg(step, inboxwords::moment(m_request.end + by, now, m_time)) : step;
    auto *button = new VerbButton(m_theme, words, key, isFirst ? VerbButton::Rank::Primary : VerbButton::Rank::Secondary, this);
    button->setObjectName(QStringLiteral("inbox.extendDialog.") + key);
    button->setDefault(isFirst);
    if (isFirst) {
        button->setFocus();
    }
    connect(button, &QPushButton::clicked, this, [this, by] { choose(by, {}); });
    // A digit is a verb only where nobody types a time.
    auto *shortcut = new QShortcut(QKeySequence(key), this);
    connect(shortcut, &QShortcut::activated, this, [this, by] {
        if (!m_until->hasFocus()) {
            choose(by, {});
        }
    });
    connect(m_until, &QLineEdit::textEdited, shortcut, [shortcut] { shortcut->setEnabled(false); });
    return button;
}

UtcTime ExtendDialog::readEnd(const QString &text, UtcTime now, const TimeControl &time)
{
    const QString typed = text.trimmed();
    if (const auto exact = parseRfc3339(typed)) {
        return *exact;
    }
    const Qt::TimeSpec zone = time.isUtc() ? Qt::UTC : Qt::LocalTime;
    const QDateTime today = toDateTime(now).toTimeSpec(zone);
    if (const QTime clock = QTime::fromString(typed, QStringLiteral("H:mm")); clock.isValid()) {
        QDateTime at(today.date(), clock, zone);
        if (at <= today) {
            at = QDateTime(today.date().addDays(1), clock, zone);
        }
        return {at.toMSecsSinceEpoch()};
    }
    const QDateTime day = QDateTime::fromString(typed, QStringLiteral("yyyy-MM-dd H:mm"));
    return day.isValid() ? UtcTime {QDateTime(day.date(), day.time(), zone).toMSecsSinceEpoch()} : UtcTime {};
}

void ExtendDialog::readTyped()
{
    const UtcTime now = m_clock.now();
    m_typed = readEnd(m_until->text(), now, m_time);
    const bool isLater = m_typed > now && m_typed > m_request.end;
    m_accept->setEnabled(m_typed.isValid() && isLater);
    if (m_until->text().trimmed().isEmpty()) {
        m_says->setPlain({});
    } else if (!m_typed.isValid()) {
        m_says->setPlain(tr("Use a format like 23:51 or 2026-11-21 07:00"));
    } else if (!isLater) {
        m_says->setPlain(tr("This is not later than its current end"));
    } else {
        m_says->setPlain(tr("now until %1").arg(inboxwords::moment(m_typed, now, m_time)));
    }
}

void ExtendDialog::choose(Millis by, UtcTime until)
{
    if (by.count() > 0 || until.isValid()) {
        emit chosen(by, until);
        accept();
    }
}

} // namespace quarterdeck
