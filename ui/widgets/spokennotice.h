#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>

namespace quarterdeck {

/// Says a sentence to whoever listens to the window of this widget: what the eye sees happen, away from the focus. Sentences that come
/// together are said together. Thread: main.
void announce(QWidget *from, const QString &sentence);

/// The voice of one window: a notification without a look. A screen reader says what is shown with that role; events of the kind Alert
/// do not reach it.
class SpokenNotice final : public QWidget {
    Q_OBJECT

public:
    /// Made when it is first needed.
    static SpokenNotice *of(QWidget *window);
    void say(const QString &sentence);

private:
    explicit SpokenNotice(QWidget *window);
    void speak();

    QStringList m_waiting;
    QTimer m_gather;
    QTimer m_rest;
};

} // namespace quarterdeck
