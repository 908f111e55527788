#include "ui/pages/settings/sourcecard.h"

#include "app/core/clock.h"
#include "app/core/text.h"
#include "app/ports/secretbook.h"
#include "app/ports/sourceeditor.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/settings/secretrow.h"
#include "ui/pages/settings/verdict.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QVBoxLayout>

namespace quarterdeck {

namespace {

std::optional<Error> errorIn(const QVariant &value)
{
    return value.isValid() ? std::optional(value.value<Error>()) : std::nullopt;
}

} // namespace

SourceCard::SourceCard(const PageContext &context, const QString &id, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_id(id)
    , m_name(new PlainLabel(id, this))
    , m_kind(new PlainLabel(this))
    , m_address(new PlainLabel(this))
    , m_authentication(new PlainLabel(this))
    , m_state(new PlainLabel(this))
    , m_verdict(new PlainLabel(this))
    , m_test(new VerbButton(context.theme, tr("Test"), QString(), VerbButton::Rank::Secondary, this))
    , m_change(new VerbButton(context.theme, tr("Change…"), QString(), VerbButton::Rank::Secondary, this))
    , m_remove(new VerbButton(context.theme, tr("Remove…"), QString(), VerbButton::Rank::Secondary, this))
{
    setObjectName(QStringLiteral("source_") + id);
    m_test->setObjectName(QStringLiteral("sourceTest_") + id);
    m_test->setAccessibleName(tr("Test the source %1").arg(text::plain(id, 80)));
    m_change->setObjectName(QStringLiteral("sourceChange_") + id);
    m_change->setAccessibleName(tr("Change the source %1").arg(text::plain(id, 80)));
    m_remove->setObjectName(QStringLiteral("sourceRemove_") + id);
    m_remove->setAccessibleName(tr("Remove the source %1").arg(text::plain(id, 80)));
    m_state->setObjectName(QStringLiteral("sourceState_") + id);
    m_verdict->setObjectName(QStringLiteral("sourceVerdict_") + id);
    m_name->setLook(context.theme, TypeFace::Body, Token::Text, true);
    m_kind->setLook(context.theme, TypeFace::Body, Token::Muted);
    m_address->setLook(context.theme, TypeFace::Mono, Token::Muted);
    m_name->setEliding(true);
    m_address->setEliding(true);
    m_authentication->setLook(context.theme, TypeFace::Body, Token::Muted);
    m_authentication->setWordWrap(true);
    m_state->setWordWrap(true);
    m_verdict->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addSpacing(16);
    head->addWidget(m_name);
    head->addWidget(m_kind);
    head->addStretch(1);
    for (VerbButton *button : {m_test, m_change, m_remove}) {
        head->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 10);
    column->setSpacing(2);
    column->addLayout(head);
    for (PlainLabel *line : {m_address, m_authentication, m_state, m_verdict}) {
        line->setIndent(0);
        line->setPadding({16, 0, 0, 0});
        column->addWidget(line);
    }
    const QStringList secrets = context.secrets.names(id);
    for (const QString &name : secrets) {
        auto *row = new SecretRow(context, id, name, this);
        connect(row, &SecretRow::changed, this, &SourceCard::secretChanged);
        column->insertWidget(column->indexOf(m_state), row);
        m_secrets.push_back(row);
    }
    connect(m_test, &QPushButton::clicked, this, [this] { emit testWanted(m_id); });
    connect(m_change, &QPushButton::clicked, this, [this] { emit changeWanted(m_id); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeWanted(m_id); });
}

void SourceCard::show(const QModelIndex &row)
{
    const auto cell = [&](int column) { return row.sibling(row.row(), column).data().toString(); };
    m_freshness = Freshness(row.data(FreshnessRole).toInt());
    const QString kind = cell(BackendListModel::KindColumn);
    m_kind->setPlain(kind == m_id ? QString() : kind);
    const QString address = cell(BackendListModel::AddressColumn);
    m_address->setPlain(address.isEmpty() ? tr("no address configured") : address);
    const QString authentication = cell(BackendListModel::AuthenticationColumn);
    m_authentication->setPlain(authentication.isEmpty() ? tr("No authentication") : authentication);
    QString state = freshnessText(row);
    if (row.data(BackendListModel::IsInsecureRole).toBool()) {
        state += u' ' + tr("Its certificate is not verified.");
    }
    const bool isConfigured = row.data(BackendListModel::IsConfiguredRole).toBool();
    for (VerbButton *button : {m_change, m_remove}) {
        button->setVisible(isConfigured && m_context.editor.isEditable());
    }
    if (!isConfigured) {
        state += u' ' + tr("No longer in the configuration.");
    }
    m_state->setLook(m_context.theme, TypeFace::Body, m_freshness == Freshness::Live ? Token::Muted : freshnessToken(m_freshness));
    m_state->setPlain(state);
    showVerdict(row);
    update();
}

bool SourceCard::lookFor(const QString &secret)
{
    bool isOurs = false;
    for (SecretRow *row : m_secrets) {
        if (row->name() == secret) {
            row->look();
            isOurs = true;
        }
    }
    return isOurs;
}

void SourceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_context.theme.color(freshnessToken(m_freshness)));
    painter.drawEllipse(QPointF(4, m_name->geometry().center().y() + 0.5), 3.5, 3.5);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintHairline(painter, rect(), m_context.theme);
}

QString SourceCard::freshnessText(const QModelIndex &row) const
{
    const UtcTime lastOk {row.data(TimeRole).toLongLong()};
    const QString reason = errorWords(row.data(BackendListModel::ErrorRole).value<Error>());
    QString word = freshnessWord(m_freshness);
    word[0] = word[0].toUpper();
    if (m_freshness == Freshness::Live) {
        return tr("%1, last answer %2 ago.").arg(word, ageText(m_context.clock.now() - lastOk));
    }
    QString sentence = lastOk.isValid() ? tr("%1. Last successful answer: %2.").arg(word, m_context.time.exactText(lastOk))
                                        : tr("%1. Never answered.").arg(word);
    return reason.isEmpty() ? sentence : sentence + u' ' + reason;
}

void SourceCard::showVerdict(const QModelIndex &row)
{
    const auto probe = ProbeState(row.data(BackendListModel::ProbeStateRole).toInt());
    m_test->setEnabled(probe != ProbeState::Running);
    m_verdict->setVisible(probe != ProbeState::Untested);
    m_verdict->setLook(m_context.theme, TypeFace::Body, verdictToken(probe));
    m_verdict->setPlainBlock(
        verdictWords(probe, row.data(BackendListModel::VerdictRole).toStringList(), errorIn(row.data(BackendListModel::ProbeErrorRole))));
}

} // namespace quarterdeck
