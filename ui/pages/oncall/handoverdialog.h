#pragma once

#include "app/domain/handover.h"
#include "app/ports/oncallreader.h"
#include "ui/pages/api/page.h"

#include <QDialog>

#include <stop_token>

class QComboBox;
class QPlainTextEdit;

namespace quarterdeck {

class PlainLabel;
class VerbButton;

/// Writes what the shift that ends now leaves to the next one, as Markdown that can be edited, copied and saved. Deletes itself.
class HandoverDialog final : public QDialog {
    Q_OBJECT

public:
    HandoverDialog(const PageContext &context, QWidget *parent);
    ~HandoverDialog() override;

private:
    /// What is read for a document, one after the other.
    struct Parts {
        TimeRange shift;
        TimeRange next;
        std::vector<Alert> alerts;
        std::vector<Silence> silences;
        std::vector<Incident> incidents;
        std::vector<Duty> duties;
        QStringList doubts;
    };
    void buildLayout(QWidget *cancel);
    void write();
    void readSilences(const Parts &parts);
    void readIncidents(const Parts &parts);
    void readDuties(const Parts &parts);
    void finish(const Parts &parts);
    void refuse(const Error &error);
    void save();

    const PageContext m_context;
    QComboBox *m_length;
    QPlainTextEdit *m_edit;
    PlainLabel *m_remark;
    VerbButton *m_copy;
    VerbButton *m_save;
    std::stop_source m_stop;
};

} // namespace quarterdeck
