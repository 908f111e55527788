#pragma once

#include "ui/pages/inbox/detailloader.h"

#include <QPushButton>
#include <QWidget>

namespace quarterdeck {

class LogView;
class PlainLabel;
class SectionHead;

/// The log lines of the alert's service around its onset. Thread: main.
class DetailLogs final : public QWidget {
    Q_OBJECT

public:
    DetailLogs(const PageContext &context, QWidget *parent = nullptr);
    /// Another alert: its lines are not known yet.
    void start(const Alert &alert);
    void setLogs(const quarterdeck::DetailLoader::Logs &logs);

signals:
    /// More lines before or after those shown are wanted.
    void moreWanted(bool isEarlier);

private:
    PageContext m_context;
    SectionHead *m_head;
    LogView *m_view;
    PlainLabel *m_empty;
    QPushButton *m_earlier;
    QPushButton *m_later;
    UtcTime m_onset;
    bool m_hasService = false;
};

} // namespace quarterdeck
