#pragma once

#include "app/core/clock.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"

#include <QDialog>

#include <vector>

class QBoxLayout;
class QCheckBox;
class QLineEdit;

namespace quarterdeck {

class PlainLabel;
class VerbButton;

/// Asks how long silences are to go on: an hour more, four hours more, or until a time of day, each with the new end in words; and which of
/// them, where they are few. Deletes itself.
class ExtendDialog final : public QDialog {
    Q_OBJECT

public:
    /// One silence that it asks about.
    struct Silenced {
        QString words; ///< Whose it is and what for. Plain.
        UtcTime end;   ///< When it ends now; invalid where it is not known.
    };
    /// `silences`: at least one.
    ExtendDialog(const Theme &theme, const Clock &clock, const TimeControl &time, std::vector<Silenced> silences, QWidget *parent);

    /// Reads "23:51" (the next time it is that late), "2026-11-21 07:00" or RFC 3339; nothing for anything else. The zone is the shown one.
    static UtcTime readEnd(const QString &text, UtcTime now, const TimeControl &time);

signals:
    /// One of the two is set: how much longer, or until when. `which`: places in the silences asked about.
    void chosen(quarterdeck::Millis by, quarterdeck::UtcTime until, const std::vector<std::size_t> &which);

private:
    struct Step {
        VerbButton *button;
        Millis by;
    };
    void addChoices(QBoxLayout &column);
    VerbButton *addStep(Millis by, const QString &key, bool isFirst);
    std::vector<std::size_t> which() const;
    /// The only one that is chosen; nothing where there are more.
    const Silenced *only() const;
    void tellEnds();
    void readTyped();
    void choose(Millis by, UtcTime until);

    const Theme &m_theme;
    const Clock &m_clock;
    const TimeControl &m_time;
    const std::vector<Silenced> m_silences;
    std::vector<QCheckBox *> m_checks; ///< One for each, or none where they are one or many.
    std::vector<Step> m_steps;
    PlainLabel *m_now;
    QLineEdit *m_until;
    PlainLabel *m_says;
    VerbButton *m_accept;
    UtcTime m_typed;
};

} // namespace quarterdeck
