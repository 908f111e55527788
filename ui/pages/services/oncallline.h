#pragma once

#include "models/serviceoncall.h"
#include "ui/pages/api/page.h"

#include <QTimer>

namespace quarterdeck {

class PlainLabel;

/// Who is on call for a service now and next, in one line; on hover by whom that is told and what is missing. Asked for when a service is
/// shown, and every few minutes while it is seen and not paused.
class OnCallLine final : public QWidget {
    Q_OBJECT

public:
    OnCallLine(const PageContext &context, QWidget *parent = nullptr);
    /// Shows a service.
    void setService(const QString &name);
    /// Sources, the zone or the time are others.
    void refresh();

private:
    void own();
    void tell();
    QString sentence(const ServiceOnCall &known) const;
    QString hover(const ServiceOnCall &known) const;

    const PageContext m_context;
    PlainLabel *m_label;
    QTimer m_timer;
    QString m_service;
    OnCallFeed m_feed;  ///< Of all services.
    OnCallAnswer m_own; ///< Of this one.
};

} // namespace quarterdeck
