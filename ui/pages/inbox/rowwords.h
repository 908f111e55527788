#pragma once

#include "app/core/clock.h"
#include "models/alertmodel.h"
#include "ui/pages/api/timecontrol.h"

namespace quarterdeck {

/// What a row of the inbox says in words, where its cells have no room or cannot be seen. Thread: main.
class RowWords {
public:
    RowWords(const Clock &clock, const TimeControl &time);

    /// The alert of a row with the time at which its source was last known to list it.
    static Alert asSeen(const QModelIndex &index);
    /// What hovering tells: the whole title, exact times, the whole state, what is on its way. Several lines, foreign parts not yet plain.
    QString hover(const QModelIndex &index) const;
    /// A cell for a screen reader: what the eye sees there, with what is drawn beside it. Foreign parts are plain.
    QString spoken(const QModelIndex &index) const;
    /// The cell of the alert where it is heard without the rest of its row: with severity and state.
    QString spokenAlone(const QModelIndex &index) const;
    /// "folded" or "unfolded".
    static QString foldWord(const AlertGroup &group);
    /// What is on its way for the row's alert, in full; empty when nothing is.
    QString pending(const QModelIndex &index) const;
    /// The count of a group's header: "2 open · 30 silenced until 23:51".
    QString count(const AlertGroup &group) const;
    /// The same in as many words as fit `room` by `width`; the last form may still be too wide.
    template <class Width> QString count(const AlertGroup &group, qreal room, Width width) const
    {
        const QString whole = count(group);
        return width(whole) <= room ? whole : shortCount(group);
    }
    /// The state in as many words as fit `room` by `width`; never an ellipsis while a shorter form exists.
    template <class Width> QString state(const QModelIndex &index, const Alert &alert, qreal room, Width width) const
    {
        const QStringList forms = states(index, alert);
        const auto fits = [&](const QString &form) { return width(form) <= room; };
        const auto at = std::find_if(forms.begin(), forms.end(), fits);
        return at == forms.end() ? forms.last() : *at;
    }

private:
    QStringList headerParts(const AlertGroup &group, int column) const;
    QStringList alertParts(const QModelIndex &index, const Alert &alert) const;
    QStringList states(const QModelIndex &index, const Alert &alert) const;
    QString shortCount(const AlertGroup &group) const;

    const Clock &m_clock;
    const TimeControl &m_time;
};

} // namespace quarterdeck
