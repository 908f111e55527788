#include "ui/pages/inbox/silencedialog.h"

#include "app/core/text.h"
#include "app/domain/silencepreview.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <limits>

namespace quarterdeck {

namespace {

constexpr int Width = 620;
constexpr int MostChipHeight = 132;
constexpr int MostExamples = 50;
constexpr int MostExampleLines = 8;
constexpr int MostWarnings = 4;
constexpr int RoundChips = 52; // the margins of the dialog and a scroll bar

PlainLabel *caption(const Theme &theme, const QString &words, QWidget *parent)
{
    auto *label = new PlainLabel(words, parent);
    label->setLook(theme, TypeFace::Caption, Token::Muted);
    return label;
}

} // namespace

SilenceDialog::SilenceDialog(const PageContext &context, InboxFeed &feed, const Request &request, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_feed(feed)
    , m_request(request)
    , m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("inbox.silenceDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const int wanted = int(request.alerts.size());
    const QString title = request.isAcknowledgement ? tr("Acknowledge %n alert(s) with one silence", nullptr, wanted)
        : wanted > 1                                ? tr("Silence %n alert(s)", nullptr, wanted)
                                                    : tr("Silence this alert");
    setWindowTitle(title);
    new DialogFrame(context.theme, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    auto *head = new PlainLabel(title, this);
    head->setLook(context.theme, TypeFace::Title);
    column->addWidget(head);
    if (request.elsewhere > 0) {
        auto *elsewhere = new PlainLabel(
            tr("Only on %2: %n alert(s) from other sources unaffected.", nullptr, request.elsewhere).arg(text::plain(request.source, 80)), this);
        elsewhere->setLook(context.theme, TypeFace::Body, Token::Warning);
        elsewhere->setWordWrap(true);
        column->addWidget(elsewhere);
    }
    buildMatchers(column);
    buildDurations(column);
    buildPreview(column);
    buildButtons(column);
    m_pause->setSingleShot(true);
    m_pause->setInterval(40);
    connect(m_pause, &QTimer::timeout, this, &SilenceDialog::updatePreview);
    connect(&feed.alerts(), &AlertModel::totalsChanged, m_pause, qOverload<>(&QTimer::start));
    setDuration(request.duration);
    resize(Width, 0);
    fitChips();
    updatePreview();
}

// What is typed at once is the reason. Left to the first chip, its spaces would take a label out, and the silence would hide more.
void SilenceDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isText = !event->text().isEmpty() && event->text().at(0).isPrint() && event->key() != Qt::Key_Space
        && !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (isText && !m_comment->hasFocus() && qobject_cast<const Chip *>(focusWidget()) != nullptr) {
        m_comment->setFocus();
        m_comment->insert(event->text());
        return;
    }
    QDialog::keyPressEvent(event);
}

void SilenceDialog::buildMatchers(QVBoxLayout *column)
{
    const QString what = m_request.isByMatchers
        ? tr("Silences alerts that have all of these labels. Turn off the labels that should not be matched.")
        : tr("%1 silences each of these alerts by itself, and no other.").arg(text::plain(m_request.source, 60));
    column->addWidget(caption(m_context.theme, what, this));
    auto *holder = new QWidget(this);
    m_chipRow = new FlowRow(holder);
    m_chipArea = new QScrollArea(this);
    m_chipArea->setObjectName(QStringLiteral("inbox.silenceDialog.matchers"));
    m_chipArea->setFocusPolicy(Qt::NoFocus);
    m_chipArea->setWidgetResizable(true);
    m_chipArea->setProperty("ground", "none");
    m_chipArea->setWidget(holder);
    column->addWidget(m_chipArea);
    for (const Matcher &matcher : m_request.isByMatchers ? commonMatchers(m_request.alerts) : std::vector<Matcher> {}) {
        addChip(matcher);
    }
    m_chipArea->setVisible(m_request.isByMatchers);
    m_typed = new QLineEdit(this);
    m_typed->setObjectName(QStringLiteral("inbox.silenceDialog.typed"));
    m_typed->setAccessibleName(tr("Add matcher"));
    m_typed->setPlaceholderText(tr("Add: name=value, name=~regex, name!=value, then Enter"));
    // Expressions over a thousand hosts are pasted whole: a line edit cuts at 32,767 characters without a word.
    m_typed->setMaxLength(std::numeric_limits<int>::max());
    connect(m_typed, &QLineEdit::returnPressed, this, &SilenceDialog::addTyped);
    connect(m_typed, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    m_typed->setVisible(m_request.isByMatchers);
    column->addWidget(m_typed);
}

void SilenceDialog::addChip(const Matcher &matcher)
{
    auto *chip = new Chip(m_context.theme, text::plain(matcher.toString(), 60), this);
    chip->setObjectName(QStringLiteral("inbox.silenceDialog.chip.") + matcher.name);
    setHint(chip, matcher.toString());
    chip->setCheckable(true);
    chip->setChecked(true);
    chip->setAccented(true);
    connect(chip, &QAbstractButton::toggled, this, [this, chip](bool on) {
        chip->setAccented(on);
        m_pause->start();
    });
    m_chipRow->addWidget(chip);
    m_chips.push_back({chip, matcher});
    fitChips();
}

void SilenceDialog::fitChips()
{
    // As high as its rows, up to a few: an alert with a hundred labels scrolls.
    m_chipArea->setFixedHeight(std::clamp(m_chipRow->heightForWidth(width() - RoundChips), 28, MostChipHeight));
}

void SilenceDialog::fitExamples(int lines)
{
    // As high as what it would hide, up to a few lines: more scrolls.
    const int line = QFontMetrics(m_context.theme.font(TypeFace::Caption)).lineSpacing();
    m_exampleArea->setFixedHeight(std::min(lines, MostExampleLines) * line + 2);
    m_exampleArea->setVisible(lines > 0);
    m_exampleArea->setFocusPolicy(lines > MostExampleLines ? Qt::StrongFocus : Qt::NoFocus);
}

void SilenceDialog::growToContents()
{
    // Never smaller again: buttons must not move away under the pointer.
    layout()->activate();
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
    resize(width(), std::max(height(), wanted));
}

void SilenceDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fitChips();
}

Result<std::vector<Matcher>> SilenceDialog::typed() const
{
    return m_typed->text().trimmed().isEmpty() ? Result<std::vector<Matcher>>(std::vector<Matcher> {}) : parseMatchers(m_typed->text());
}

bool SilenceDialog::addTyped()
{
    const auto matchers = typed();
    if (!matchers) {
        m_pause->stop();
        warn({tr("“%1” was not added: %2.").arg(text::plain(m_typed->text().trimmed(), 60), errorWords(matchers.error()))});
        m_typed->setFocus();
        return false;
    }
    for (const Matcher &matcher : *matchers) {
        addChip(matcher);
    }
    m_typed->clear();
    updatePreview();
    return true;
}

void SilenceDialog::warn(const QStringList &sentences)
{
    m_warnings->setPlainBlock(sentences.join(u'\n'));
    m_warnings->setVisible(!sentences.isEmpty());
    growToContents();
}

void SilenceDialog::buildDurations(QVBoxLayout *column)
{
    column->addWidget(caption(m_context.theme, tr("Duration"), this));
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    constexpr int Minutes[] {30, 60, 120, 240, 480, 1440};
    for (const int minutes : Minutes) {
        const Millis span(60'000LL * minutes);
        auto *chip = new Chip(m_context.theme, formatDuration(span), this);
        chip->setObjectName(QStringLiteral("inbox.silenceDialog.for.") + formatDuration(span));
        connect(chip, &QAbstractButton::clicked, this, [this, span] { setDuration(span); });
        row->addWidget(chip);
        m_presets.emplace_back(chip, span);
    }
    m_durationEdit = new QLineEdit(this);
    m_durationEdit->setObjectName(QStringLiteral("inbox.silenceDialog.duration"));
    m_durationEdit->setAccessibleName(tr("Duration, such as 1h30m"));
    m_durationEdit->setMaximumWidth(90);
    connect(m_durationEdit, &QLineEdit::textEdited, this, &SilenceDialog::readDuration);
    row->addWidget(m_durationEdit);
    m_ends = caption(m_context.theme, {}, this);
    row->addWidget(m_ends);
    row->addStretch();
    column->addLayout(row);
    m_comment = new QLineEdit(this);
    m_comment->setObjectName(QStringLiteral("inbox.silenceDialog.comment"));
    m_comment->setAccessibleName(tr("Reason"));
    m_comment->setPlaceholderText(tr("Reason, for whoever is on call next"));
    m_comment->setMaxLength(std::numeric_limits<int>::max());
    column->addWidget(m_comment);
}

void SilenceDialog::buildPreview(QVBoxLayout *column)
{
    m_count = new PlainLabel(this);
    m_count->setObjectName(QStringLiteral("inbox.silenceDialog.count"));
    m_count->setLook(m_context.theme, TypeFace::Section, Token::Text, true);
    m_examples = new PlainLabel(this);
    m_examples->setObjectName(QStringLiteral("inbox.silenceDialog.examples"));
    m_examples->setLook(m_context.theme, TypeFace::Caption, Token::Muted);
    m_examples->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_exampleArea = new QScrollArea(this);
    m_exampleArea->setObjectName(QStringLiteral("inbox.silenceDialog.exampleArea"));
    setAccessibleRole(m_exampleArea, QAccessible::Pane);
    m_exampleArea->setAccessibleName(tr("Alerts it hides"));
    m_exampleArea->setWidgetResizable(true);
    m_exampleArea->setProperty("ground", "none");
    m_exampleArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_exampleArea->setWidget(m_examples);
    m_warnings = new PlainLabel(this);
    m_warnings->setObjectName(QStringLiteral("inbox.silenceDialog.warnings"));
    m_warnings->setLook(m_context.theme, TypeFace::Body, Token::Warning);
    m_warnings->setWordWrap(true);
    column->addWidget(m_count);
    column->addWidget(m_exampleArea);
    column->addWidget(m_warnings);
    column->addStretch(1);
}

void SilenceDialog::buildButtons(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new VerbButton(m_context.theme, tr("Cancel"), QStringLiteral("Esc"), VerbButton::Rank::Secondary, this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(cancel);
    if (m_request.isAcknowledgement) {
        auto *each = new VerbButton(m_context.theme, tr("Acknowledge each"), {}, VerbButton::Rank::Secondary, this);
        each->setObjectName(QStringLiteral("inbox.silenceDialog.each"));
        each->setAutoDefault(false);
        connect(each, &QPushButton::clicked, this, [this] {
            emit eachChosen();
            accept();
        });
        row->addWidget(each);
    }
    m_accept = new VerbButton(m_context.theme, tr("Silence"), QStringLiteral("Ctrl+Enter"), VerbButton::Rank::Primary, this);
    m_accept->setObjectName(QStringLiteral("inbox.silenceDialog.accept"));
    m_accept->setAutoDefault(false);
    m_accept->setShortcut(QKeySequence(Qt::ControlModifier | Qt::Key_Return));
    connect(m_accept, &QPushButton::clicked, this, &SilenceDialog::finish);
    row->addWidget(m_accept);
    column->addLayout(row);
}

void SilenceDialog::setDuration(Millis duration)
{
    m_durationEdit->setText(formatDuration(duration));
    readDuration();
}

void SilenceDialog::readDuration()
{
    const auto duration = parseDuration(m_durationEdit->text());
    const bool isGood = duration && *duration >= Millis(60'000) && *duration <= Millis(366LL * 86'400'000);
    m_duration = isGood ? *duration : Millis(0);
    for (const auto &[chip, span] : m_presets) {
        chip->setAccented(isGood && span == m_duration);
    }
    const UtcTime now = m_context.clock.now();
    m_ends->setPlain(
        isGood ? tr("until %1").arg(inboxwords::moment(now + m_duration, now, m_context.time)) : tr("Use a format like 1h30m, at least 1m"));
    m_pause->start();
}

std::vector<Matcher> SilenceDialog::matchers() const
{
    std::vector<Matcher> chosen;
    for (const MatcherChip &entry : m_chips) {
        if (entry.chip->isChecked()) {
            chosen.push_back(entry.matcher);
        }
    }
    for (const Matcher &matcher : typed().value_or(std::vector<Matcher> {})) {
        chosen.push_back(matcher);
    }
    return chosen;
}

void SilenceDialog::showHidden(int total, const std::vector<Alert> &examples)
{
    m_hits = total;
    m_count->setPlain(tr("Hides %n open alert(s)", nullptr, total));
    QStringList lines;
    const QFontMetrics metrics(m_context.theme.font(TypeFace::Caption));
    for (const Alert &alert : examples) {
        const QString line = text::plain(alert.title, 60)
            + (alert.summary.isEmpty() ? QString() : QStringLiteral(" — ") + text::plain(alert.summary, 60));
        lines << metrics.elidedText(line, Qt::ElideRight, width() - RoundChips);
    }
    if (total > std::ssize(examples)) {
        lines << tr("and %n more", nullptr, total - int(examples.size()));
    }
    m_examples->setPlainBlock(lines.join(u'\n'));
    fitExamples(int(lines.size()));
}

void SilenceDialog::updatePreview()
{
    if (!m_request.isByMatchers) {
        const auto shown = std::min<std::ptrdiff_t>(MostExamples, std::ssize(m_request.alerts));
        showHidden(int(m_request.alerts.size()), {m_request.alerts.begin(), m_request.alerts.begin() + shown});
        m_accept->setEnabled(m_duration.count() > 0);
        warn({});
        return;
    }
    const AlertIndex &alerts = m_feed.alerts().alerts();
    std::vector<const Alert *> all;
    all.reserve(std::size_t(alerts.slotCount()));
    for (int slot = 0; slot < alerts.slotCount(); ++slot) {
        if (alerts.item(slot).isUsed) {
            all.push_back(&alerts.item(slot).alert);
        }
    }
    const SilencePreview preview = previewSilence(m_request.source, matchers(), all, m_feed.silences().rows(), MostExamples);
    showHidden(preview.total, preview.examples);
    QStringList warnings;
    if (!typed()) {
        warnings << tr("“%1” is not a matcher yet and is ignored.").arg(text::plain(m_typed->text().trimmed(), 60));
    }
    for (const SilencePreview::Finding &finding : preview.findings) {
        if (warnings.size() < MostWarnings) {
            warnings << inboxwords::silenceWarning(finding, preview);
        }
    }
    m_told = preview.findings;
    m_accept->setEnabled(preview.isAllowed() && m_duration.count() > 0);
    warn(warnings);
}

void SilenceDialog::finish()
{
    const std::vector<SilencePreview::Finding> told = m_told;
    if (!addTyped() || !m_accept->isEnabled()) {
        return;
    }
    // What the last keys brought about has not been read yet.
    const bool isNews = std::any_of(m_told.begin(), m_told.end(), [&told](const SilencePreview::Finding &finding) {
        return finding.needsConsent() && std::find(told.begin(), told.end(), finding) == told.end();
    });
    if (!isNews) {
        emit chosen({matchers(), m_duration, m_comment->text().trimmed(), m_hits});
        accept();
    }
}

} // namespace quarterdeck
