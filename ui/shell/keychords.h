#pragma once

#include <QObject>

#include <functional>

class QKeyEvent;
class QWidget;

namespace quarterdeck {

class Clock;

/// Two-key jumps ("g i"), Enter on the button that has the focus, and the switch that turns every single-key shortcut off. Silent while text is
/// typed.
class KeyChords final : public QObject {
    Q_OBJECT

public:
    /// `jump` takes the letter after g and says whether a page has it.
    KeyChords(QWidget &window, const Clock &clock, std::function<bool(QChar)> jump);
    ~KeyChords() override;
    /// Off: keys without a modifier are never shortcuts.
    void setSingleKeysEnabled(bool enabled) { m_areSingleKeysEnabled = enabled; }
    bool isPending() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOurs(const QObject *watched) const;
    bool pressesButton(QObject *watched, const QKeyEvent &press) const;

    QWidget &m_window;
    const Clock &m_clock;
    std::function<bool(QChar)> m_jump;
    qint64 m_pendingSince = -1; // Units: milliseconds of Clock::monotonic().
    bool m_areSingleKeysEnabled = true;
};

/// True where keys are text: line edits, editors, spin boxes.
bool isTextInput(const QObject *widget);

} // namespace quarterdeck
