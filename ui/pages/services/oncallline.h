#pragma once

#include "app/core/result.h"
#include "models/serviceoncall.h"
#include "ui/pages/api/page.h"

#include <QTimer>

#include <optional>
#include <stop_token>

namespace quarterdeck {

class PlainLabel;

/// Who is on call for a service now and next, in one line; on hover by whom that is told and what is missing. Asked for when a service is
/// shown, and every few minutes while it is seen and not paused.
class OnCallLine final : public QWidget {
    Q_OBJECT

public:
    OnCallLine(const PageContext &context, QWidget *parent = nullptr);
    ~OnCallLine() override;
    /// Shows a service.
    void setService(const QString &name);
    /// Sources, the zone or the time are others.
    void refresh();

private:
    bool hasSource() const;
    bool isDue() const;
    void ask();
    void tell();
    QString sentence(const ServiceOnCall &known) const;
    QString hover(const ServiceOnCall &known) const;
    QString timeText(UtcTime at) const;

    const PageContext m_context;
    PlainLabel *m_label;
    QTimer m_timer;
    QString m_service;
    std::optional<Result<OnCallAnswer>> m_answer; ///< Of all services.
    OnCallAnswer m_own;                           ///< Of this one.
    Millis m_askedAt {0};                         ///< Monotonic.
    bool m_isAsking = false;
    std::stop_source m_stop;
};

} // namespace quarterdeck
