#pragma once

#include "app/core/time.h"
#include "app/domain/freshness.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace quarterdeck {

/// One source: dot, name and its age, or since when and why it is not live. Text is drawn, so width follows only the state. Where there is
/// no room the name is cut, never how it stands; hovering says both whole.
class FreshnessLabel final : public QWidget {
    Q_OBJECT

public:
    explicit FreshnessLabel(const Theme &theme, QWidget *parent = nullptr);
    /// `sinceText` is the time of day of `status.since` or of the last good poll, in the zone shown.
    void setStatus(const SourceStatus &status, UtcTime now, const QString &sinceText);
    /// The words after the name: "4 s", "stale since 14:31 - needs sign-in".
    QString stateText() const { return m_state; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int nameWidth() const;
    int restWidth() const;

    const Theme &m_theme;
    QString m_name;
    QString m_marks; ///< What stays beside the name where that is cut: members, certificates.
    QString m_state;
    QString m_hint;
    Freshness m_freshness = Freshness::NeverSeen;
};

/// The sentence of a source that is not live: "stale since 14:31 - needs sign-in"; "not asked yet" before its first answer.
QString freshnessSentence(const SourceStatus &status, const QString &sinceText);

} // namespace quarterdeck
