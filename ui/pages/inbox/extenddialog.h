#pragma once

#include "app/core/clock.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QLineEdit;

namespace quarterdeck {

class PlainLabel;
class VerbButton;

/// Asks how long a silence is to go on: an hour more, four hours more, or until a time of day, each with the new end in words.
/// Deletes itself.
class ExtendDialog final : public QDialog {
    Q_OBJECT

public:
    /// What it asks about.
    struct Request {
        UtcTime end;   ///< When the silence ends now; invalid where it is not known or there are several.
        int count = 1; ///< Silences that are extended.
    };
    ExtendDialog(const Theme &theme, const Clock &clock, const TimeControl &time, const Request &request, QWidget *parent);

    /// Reads "23:51" (the next time it is that late), "2026-11-21 07:00" or RFC 3339; nothing for anything else. The zone is the shown one.
    static UtcTime readEnd(const QString &text, UtcTime now, const TimeControl &time);

signals:
    /// One of the two is set: how much longer, or until when.
    void chosen(quarterdeck::Millis by, quarterdeck::UtcTime until);

private:
    VerbButton *addStep(Millis by, const QString &key, bool isFirst);
    void readTyped();
    void choose(Millis by, UtcTime until);

    const Theme &m_theme;
    const Clock &m_clock;
    const TimeControl &m_time;
    Request m_request;
    QLineEdit *m_until;
    PlainLabel *m_says;
    VerbButton *m_accept;
    UtcTime m_typed;
};

} // namespace quarterdeck
