#pragma once

#include "ui/theme/theme.h"

#include <QDialog>

#include <functional>
#include <optional>

class QLineEdit;

namespace quarterdeck {

class PlainLabel;
class VerbButton;

/// Asks for the one thing that a verb needs beside its alerts: until when, to whom, which level. Enter does it. Deletes itself.
class ActSheet final : public QDialog {
    Q_OBJECT

public:
    /// What it asks.
    struct Request {
        QString title;  ///< "Snooze DiskFull".
        QString prompt; ///< What to write, with an example.
        QString typed;  ///< To begin with.
        QString verb;   ///< On the button.
        /// What a text would mean, as a sentence; nothing where it means nothing. An empty text is never asked about.
        std::function<std::optional<QString>(const QString &)> meaning;
    };
    ActSheet(const Theme &theme, Request request, QWidget *parent);

signals:
    /// Trimmed, and it means something.
    void chosen(const QString &text);

private:
    void read();
    void choose();

    Request m_request;
    QLineEdit *m_edit;
    PlainLabel *m_says;
    VerbButton *m_accept;
};

} // namespace quarterdeck
