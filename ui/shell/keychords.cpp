#include "ui/shell/keychords.h"

#include "app/core/clock.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace quarterdeck {

namespace {

constexpr qint64 ChordMs = 1500;

bool isBare(const QKeyEvent &press)
{
    const auto others = press.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return others == Qt::NoModifier && !press.text().isEmpty() && press.text().at(0).isPrint();
}

} // namespace

bool isTextInput(const QObject *widget)
{
    if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
        return combo->isEditable();
    }
    const auto *plain = qobject_cast<const QPlainTextEdit *>(widget);
    const auto *rich = qobject_cast<const QTextEdit *>(widget);
    return qobject_cast<const QLineEdit *>(widget) != nullptr || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
        || (plain != nullptr && !plain->isReadOnly()) || (rich != nullptr && !rich->isReadOnly());
}

KeyChords::KeyChords(QWidget &window, const Clock &clock, std::function<bool(QChar)> jump)
    : m_window(window)
    , m_clock(clock)
    , m_jump(std::move(jump))
{
    qApp->installEventFilter(this);
}

KeyChords::~KeyChords()
{
    qApp->removeEventFilter(this);
}

bool KeyChords::isPending() const
{
    return m_pendingSince >= 0 && qint64(m_clock.monotonic().count()) - m_pendingSince <= ChordMs;
}

bool KeyChords::isOurs(const QObject *watched) const
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget != nullptr && widget->window() == &m_window && !isTextInput(widget);
}

bool KeyChords::pressesButton(QObject *watched, const QKeyEvent &press) const
{
    auto *button = qobject_cast<QAbstractButton *>(watched);
    const bool isEnter = press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter;
    return button != nullptr && isEnter && !(press.modifiers() & ~Qt::KeypadModifier) && button->hasFocus();
}

bool KeyChords::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if ((!isOverride && event->type() != QEvent::KeyPress) || !isOurs(watched)) {
        return false;
    }
    auto *press = static_cast<QKeyEvent *>(event);
    if (pressesButton(watched, *press)) {
        // Only buttons of dialogs take Enter by themselves; here a verb of the page would take it from them.
        press->accept();
        if (!isOverride) {
            qobject_cast<QAbstractButton *>(watched)->click();
        }
        return true;
    }
    if (!isBare(*press)) {
        return false;
    }
    if (isOverride) {
        // Accepted here means: not a shortcut. The second key of a chord must never be a verb ("g a" must not acknowledge).
        if (isPending() || !m_areSingleKeysEnabled) {
            press->accept();
            return true;
        }
        return false;
    }
    if (!m_areSingleKeysEnabled) {
        return false;
    }
    if (isPending()) {
        m_pendingSince = -1;
        m_jump(press->text().at(0));
        return true;
    }
    if (press->text() == QLatin1StringView("g") && !press->isAutoRepeat()) {
        m_pendingSince = qint64(m_clock.monotonic().count());
        return true;
    }
    m_pendingSince = -1;
    return false;
}

} // namespace quarterdeck
