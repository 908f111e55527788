#include "ui/pages/services/oncallline.h"

#include "app/core/clock.h"
#include "app/core/text.h"
#include "app/ports/sources.h"
#include "ui/pages/parts/dayclock.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr Millis LookEvery {30'000};

} // namespace

OnCallLine::OnCallLine(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_label(new PlainLabel(this))
    , m_feed(context.onCall, context.sources, context.clock)
{
    m_label->setObjectName(QStringLiteral("serviceOnCall"));
    m_label->setEliding(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_label);
    m_timer.setInterval(LookEvery);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    m_timer.start();
    connect(&m_feed, &OnCallFeed::answered, this, [this] {
        own();
        tell();
    });
}

void OnCallLine::setService(const QString &name)
{
    if (m_service == name) {
        refresh();
        return;
    }
    m_service = name;
    own();
    refresh();
}

void OnCallLine::refresh()
{
    if (!m_service.isEmpty()) {
        m_feed.look();
    }
    tell();
}

void OnCallLine::own()
{
    const auto &answer = m_feed.answer();
    m_own = answer && *answer ? forService(**answer, m_service) : OnCallAnswer {};
}

void OnCallLine::tell()
{
    const auto &answer = m_feed.answer();
    const auto say = [this](const QString &words, Token token, const QString &why) {
        m_label->setLook(m_context.theme, TypeFace::Body, token);
        m_label->setPlain(words);
        const QString whole = why.isEmpty() ? words : phrases::sentences({words, why});
        setHint(m_label, whole);
        m_label->setAccessibleName(text::plain(whole));
    };
    if (!m_feed.hasSource()) {
        say(phrases::pair(tr("On call"), tr("unknown, no source reports it")), Token::Muted, {});
    } else if (!answer) {
        say(phrases::pair(tr("On call"), tr("loading…")), Token::Muted, {});
    } else if (!*answer) {
        say(phrases::pair(tr("On call"), tr("unknown")), Token::Warning, errorWords(answer->error()));
    } else {
        const ServiceOnCall known = serviceOnCall(m_own, m_context.clock.now());
        const bool isGood = known.kind == ServiceOnCall::Kind::Somebody && !known.oldAsOf.isValid();
        say(phrases::pair(tr("On call"), sentence(known)), isGood ? Token::Text : Token::Warning, hover(known));
    }
}

QString OnCallLine::sentence(const ServiceOnCall &known) const
{
    const bool isNobody = known.kind == ServiceOnCall::Kind::Nobody;
    QString words;
    if (known.kind == ServiceOnCall::Kind::Unknown) {
        words = tr("unknown");
    } else if (known.kind == ServiceOnCall::Kind::NoPolicy) {
        words = tr("no policy covers this service");
    } else {
        const QString now = isNobody ? tr("nobody") : phrases::list(known.now);
        const bool isNextTold = !known.next.isEmpty() || known.isNextWhole;
        const QString next = known.next.isEmpty() ? tr("nobody") : phrases::list(known.next);
        words = !known.until.isValid() ? now
            : isNextTold               ? tr("%1 until %2, then %3").arg(now, dayClockText(m_context.time, known.until, m_context.clock.now()), next)
                                       : tr("%1 until %2").arg(now, dayClockText(m_context.time, known.until, m_context.clock.now()));
    }
    return known.oldAsOf.isValid() ? tr("%1 (as of %2 ago)").arg(words, ageText(m_context.clock.now() - known.oldAsOf)) : words;
}

QString OnCallLine::hover(const ServiceOnCall &known) const
{
    QStringList parts;
    if (!known.policies.isEmpty()) {
        parts.append(tr("By %1, from %2").arg(phrases::list(known.policies), phrases::list(known.sources)));
    }
    const UtcTime asOf = known.oldAsOf.isValid() ? known.oldAsOf : m_own.asOf;
    if (asOf.isValid()) {
        parts.append(tr("Read %1 ago").arg(ageText(m_context.clock.now() - asOf)));
    }
    for (const SourceFailure &failure : known.failures) {
        const QString why = errorWords(failure.error);
        parts.append(failure.source.isEmpty() ? why : phrases::pair(text::plain(failure.source, 80), why));
    }
    return phrases::sentences(parts + known.remarks);
}

} // namespace quarterdeck
