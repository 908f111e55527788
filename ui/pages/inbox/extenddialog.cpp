#include "ui/pages/inbox/extenddialog.h"

#include "app/core/text.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis Hour {3'600'000};
constexpr std::size_t MostChoices = 8;
constexpr qsizetype LongestChoice = 80;

} // namespace

ExtendDialog::ExtendDialog(const Theme &theme, const Clock &clock, const TimeControl &time, std::vector<Silenced> silences, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_time(time)
    , m_silences(std::move(silences))
    , m_now(new PlainLabel(this))
    , m_until(new QLineEdit(this))
    , m_says(new PlainLabel(this))
    , m_accept(new VerbButton(theme, tr("Extend"), QStringLiteral("Enter"), VerbButton::Rank::Secondary, this))
{
    setObjectName(QStringLiteral("inbox.extendDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Extend silence"));
    new DialogFrame(theme, this);
    auto *head = new PlainLabel(tr("Extend %n silence(s)", nullptr, int(m_silences.size())), this);
    head->setLook(theme, TypeFace::Section, Token::Text, true);
    m_now->setLook(theme, TypeFace::Body, Token::Muted);
    m_says->setLook(theme, TypeFace::Body, Token::Muted);
    m_says->setObjectName(QStringLiteral("inbox.extendDialog.says"));
    m_until->setObjectName(QStringLiteral("inbox.extendDialog.until"));
    m_until->setAccessibleName(tr("Until, such as 23:51"));
    m_until->setPlaceholderText(tr("until, such as 23:51"));
    m_accept->setObjectName(QStringLiteral("inbox.extendDialog.accept"));
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
    addChoices(*column);
    column->addWidget(m_now);
    column->addLayout(steps);
    column->addLayout(typed);
    column->addWidget(m_says);
    connect(m_until, &QLineEdit::textEdited, this, &ExtendDialog::readTyped);
    connect(m_until, &QLineEdit::returnPressed, m_accept, &QPushButton::click);
    connect(m_accept, &QPushButton::clicked, this, [this] { choose({}, m_typed); });
    tellEnds();
    resize(440, 200);
}

// Which of them: what keeps one alert quiet may be the work of several people.
void ExtendDialog::addChoices(QBoxLayout &column)
{
    if (m_silences.size() == 1 || m_silences.size() > MostChoices) {
        auto *words = new PlainLabel(m_silences.size() == 1 ? m_silences.front().words : QString(), this);
        words->setObjectName(QStringLiteral("inbox.extendDialog.what"));
        words->setWordWrap(true);
        words->setVisible(!words->text().isEmpty());
        column.addWidget(words);
        return;
    }
    for (const Silenced &silence : m_silences) {
        auto *check = new QCheckBox(this);
        check->setObjectName(QStringLiteral("inbox.extendDialog.which%1").arg(m_checks.size()));
        check->setText(text::plain(silence.words, LongestChoice).replace(u'&', QStringLiteral("&&")));
        check->setAccessibleName(silence.words);
        setHint(check, silence.words);
        check->setChecked(true);
        connect(check, &QCheckBox::toggled, this, &ExtendDialog::tellEnds);
        column.addWidget(check);
        m_checks.push_back(check);
    }
}

VerbButton *ExtendDialog::addStep(Millis by, const QString &key, bool isFirst)
{
    auto *button = new VerbButton(m_theme, QString(), key, isFirst ? VerbButton::Rank::Primary : VerbButton::Rank::Secondary, this);
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
    m_steps.push_back({button, by});
    return button;
}

std::vector<std::size_t> ExtendDialog::which() const
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < m_silences.size(); ++i) {
        if (m_checks.empty() || m_checks[i]->isChecked()) {
            places.push_back(i);
        }
    }
    return places;
}

const ExtendDialog::Silenced *ExtendDialog::only() const
{
    const std::vector<std::size_t> places = which();
    return places.size() == 1 ? &m_silences[places.front()] : nullptr;
}

void ExtendDialog::tellEnds()
{
    const UtcTime now = m_clock.now();
    const Silenced *one = only();
    const UtcTime end = one != nullptr ? one->end : UtcTime {};
    m_now->setPlain(which().empty() ? tr("Choose at least one.")
            : end.isValid()         ? tr("It currently ends at %1.").arg(inboxwords::moment(end, now, m_time))
            : one != nullptr        ? tr("When it ends is not known here: it is extended from its own end.")
                                    : tr("Each is extended from its own end."));
    for (const Step &step : m_steps) {
        const QString more = QStringLiteral("+") + formatDuration(step.by);
        step.button->setText(end.isValid() ? tr("%1: until %2").arg(more, inboxwords::moment(end + step.by, now, m_time)) : more);
        step.button->setEnabled(!which().empty());
    }
    readTyped();
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
    const std::vector<std::size_t> places = which();
    const bool isLater = m_typed > now && std::ranges::any_of(places, [this](std::size_t place) { return m_typed > m_silences[place].end; });
    m_accept->setEnabled(m_typed.isValid() && isLater && !places.empty());
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
    const std::vector<std::size_t> places = which();
    if ((by.count() > 0 || until.isValid()) && !places.empty()) {
        emit chosen(by, until, places);
        accept();
    }
}

} // namespace quarterdeck
