#include "ui/pages/oncall/handoverdialog.h"

#include "app/core/clock.h"
#include "app/core/text.h"
#include "app/domain/handoverdocument.h"
#include "app/ports/reader.h"
#include "app/ports/sources.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/verbbutton.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr Millis Hour {3'600'000};
constexpr std::array ShiftHours {8, 12, 24};
constexpr int UsualShift = 1; // of ShiftHours

} // namespace

HandoverDialog::HandoverDialog(const PageContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_length(new QComboBox(this))
    , m_edit(new QPlainTextEdit(this))
    , m_remark(new PlainLabel(this))
    , m_copy(new VerbButton(context.theme, tr("Copy"), {}, VerbButton::Rank::Primary, this))
    , m_save(new VerbButton(context.theme, tr("Save…"), {}, VerbButton::Rank::Secondary, this))
{
    setObjectName(QStringLiteral("oncall.handover"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Hand-over"));
    new DialogFrame(context.theme, this);
    m_length->setObjectName(QStringLiteral("oncall.handover.length"));
    m_length->setAccessibleName(tr("Shift that ends"));
    for (const int hours : ShiftHours) {
        m_length->addItem(tr("The last %n hour(s)", nullptr, hours), hours);
    }
    m_length->setCurrentIndex(UsualShift);
    m_edit->setObjectName(QStringLiteral("oncall.handover.text"));
    m_edit->setAccessibleName(tr("Text of the hand-over"));
    m_edit->setTabChangesFocus(true);
    m_edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_remark->setObjectName(QStringLiteral("oncall.handover.remark"));
    m_remark->setWordWrap(true);
    m_copy->setObjectName(QStringLiteral("oncall.handover.copy"));
    m_save->setObjectName(QStringLiteral("oncall.handover.save"));
    auto *cancel = new VerbButton(context.theme, tr("Close"), QStringLiteral("Esc"), VerbButton::Rank::Secondary, this);
    buildLayout(cancel);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_length, &QComboBox::activated, this, &HandoverDialog::write);
    connect(m_save, &QPushButton::clicked, this, &HandoverDialog::save);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_edit->toPlainText());
        m_context.navigator.toast(tr("Hand-over copied."));
    });
    resize(720, 560);
    write();
}

HandoverDialog::~HandoverDialog()
{
    m_stop.request_stop();
}

void HandoverDialog::buildLayout(QWidget *cancel)
{
    auto *head = new PlainLabel(tr("What the next shift has to know"), this);
    head->setLook(m_context.theme, TypeFace::Section, Token::Text, true);
    auto *top = new QHBoxLayout;
    top->addWidget(head, 1);
    top->addWidget(m_length);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_save);
    row->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->addLayout(top);
    column->addWidget(m_remark);
    column->addWidget(m_edit, 1);
    column->addLayout(row);
}

void HandoverDialog::write()
{
    m_stop.request_stop();
    m_stop = {};
    for (VerbButton *button : {m_copy, m_save}) {
        button->setEnabled(false);
    }
    m_remark->setLook(m_context.theme, TypeFace::Body, Token::Muted);
    m_remark->setPlain(tr("Reading…"));
    const Millis length = Hour * m_length->currentData().toInt();
    const UtcTime now = m_context.clock.now();
    Parts parts;
    parts.shift = {now - length, now};
    parts.next = {now, now + length};
    for (const SourceStatus &status : m_context.sources.statuses()) {
        if (status.tellsAlerts() && status.freshness != Freshness::Live) {
            parts.doubts.append(tr("%1 is not up to date: %2").arg(text::plain(status.id, 80), freshnessWord(status.freshness)));
        }
    }
    then(m_context.reader.alerts(m_stop.get_token()), this, [this, parts](const Result<std::vector<Alert>> &alerts) mutable {
        if (!alerts) {
            refuse(alerts.error());
            return;
        }
        parts.alerts = *alerts;
        readSilences(parts);
    });
}

void HandoverDialog::readSilences(const Parts &parts)
{
    then(m_context.reader.silences(m_stop.get_token()), this, [this, parts = Parts(parts)](const Result<std::vector<Silence>> &silences) mutable {
        if (!silences) {
            refuse(silences.error());
            return;
        }
        parts.silences = *silences;
        readIncidents(parts);
    });
}

void HandoverDialog::readIncidents(const Parts &parts)
{
    then(m_context.reader.incidents(parts.shift, m_stop.get_token()), this,
        [this, parts = Parts(parts)](const Result<std::vector<Incident>> &incidents) mutable {
            if (!incidents) {
                refuse(incidents.error());
                return;
            }
            parts.incidents = *incidents;
            readDuties(parts);
        });
}

void HandoverDialog::readDuties(const Parts &parts)
{
    const std::vector<SourceStatus> statuses = m_context.sources.statuses();
    if (std::ranges::none_of(statuses, [](const SourceStatus &status) { return status.faces.testFlag(Face::OnCall); })) {
        finish(parts);
        return;
    }
    then(m_context.onCall.onCall(parts.next, m_stop.get_token()), this,
        [this, parts = Parts(parts)](const Result<Dated<std::vector<OnCallPage>>> &answer) mutable {
            if (!answer) {
                parts.doubts.append(tr("Who is on call is not known: %1").arg(errorWords(answer.error())));
                finish(parts);
                return;
            }
            for (const SourceFailure &failure : answer->failures) {
                parts.doubts.append(tr("%1: who is on call there is not known or not up to date: %2")
                                        .arg(text::plain(failure.source, 80), errorWords(failure.error)));
            }
            for (const OnCallPage &page : answer->value) {
                parts.doubts += lackTexts(page);
                for (Duty &duty : dutiesAt(page, parts.next.from, parts.next)) {
                    parts.duties.push_back(std::move(duty));
                }
            }
            finish(parts);
        });
}

void HandoverDialog::finish(const Parts &parts)
{
    const Handover handover = handoverOf(parts.shift, parts.next, parts.alerts, parts.silences, parts.incidents);
    m_edit->setPlainText(text::plainBlock(handoverDocument(handover, parts.duties, parts.doubts)));
    m_remark->setLook(m_context.theme, TypeFace::Body, parts.doubts.isEmpty() ? Token::Muted : Token::Warning);
    m_remark->setPlain(parts.doubts.isEmpty() ? tr("Times are UTC. Change what you like before you copy it.")
                                              : tr("Something may be missing: %1").arg(phrases::clauses(parts.doubts)));
    for (VerbButton *button : {m_copy, m_save}) {
        button->setEnabled(true);
    }
    m_edit->setFocus();
}

void HandoverDialog::refuse(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled) {
        m_remark->setLook(m_context.theme, TypeFace::Body, Token::Critical);
        m_remark->setPlain(tr("The hand-over cannot be written: %1").arg(errorWords(error)));
    }
}

void HandoverDialog::save()
{
    const QString day = m_context.clock.now().isValid() ? toRfc3339(m_context.clock.now()).left(10) : QString();
    saveFile(this, {tr("Save the hand-over"), QStringLiteral("handover-%1.md").arg(day), m_edit->toPlainText().toUtf8()},
        [this](const QString &sentence) { m_context.navigator.toast(sentence); });
}

} // namespace quarterdeck
