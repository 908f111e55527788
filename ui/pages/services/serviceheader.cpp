#include "ui/pages/services/serviceheader.h"

#include "app/core/clock.h"
#include "ui/pages/services/factlabel.h"
#include "ui/pages/services/healthwords.h"
#include "ui/pages/services/oncallline.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/stalestrip.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

class HealthShape final : public QWidget {
public:
    HealthShape(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedSize(14, 20);
    }
    void setHealth(Health health)
    {
        m_health = health;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintHealthShape(painter, rect(), m_health, m_theme);
    }

private:
    const Theme &m_theme;
    Health m_health = Health::Unknown;
};

QString provenanceOf(const Service &service, const QString &field)
{
    QStringList sources;
    for (const Provenance &fact : service.provenance) {
        if (fact.field == field) {
            sources.append(fact.source);
        }
    }
    return phrases::list(sources);
}

} // namespace

ServiceHeader::ServiceHeader(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_caption(new PlainLabel(this))
    , m_name(new PlainLabel(this))
    , m_shape(new HealthShape(context.theme, this))
    , m_finding(new PlainLabel(this))
    , m_onCall(new OnCallLine(context, this))
    , m_owner(new FactLabel(context.theme, tr("Owner"), this))
    , m_tier(new FactLabel(context.theme, tr("Tier"), this))
    , m_lifecycle(new FactLabel(context.theme, tr("Lifecycle"), this))
    , m_conflicts(new StaleStrip(context.theme, this))
{
    m_caption->setLook(context.theme, TypeFace::Caption, Token::Muted);
    m_caption->setEliding(true);
    m_name->setLook(context.theme, TypeFace::Title);
    m_name->setObjectName(QStringLiteral("serviceName"));
    m_finding->setObjectName(QStringLiteral("serviceFinding"));
    m_finding->setEliding(true);
    m_name->setEliding(true);
    m_owner->setObjectName(QStringLiteral("serviceOwner"));
    m_conflicts->setObjectName(QStringLiteral("serviceConflicts"));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_name);
    line->addWidget(m_shape);
    line->addWidget(m_finding, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_caption);
    words->addLayout(line);
    words->addWidget(m_onCall);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(18, 12, 18, 10);
    row->setSpacing(20);
    row->addLayout(words, 1);
    for (FactLabel *fact : {m_owner, m_tier, m_lifecycle}) {
        row->addWidget(fact, 0, Qt::AlignBottom);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(new Hairline(context.theme, Qt::Horizontal, this));
    column->addWidget(m_conflicts);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ServiceHeader::setService(const Service &service, bool isKnown)
{
    // A title that only repeats the name says nothing.
    const bool isRepeated = service.title.compare(service.name, Qt::CaseInsensitive) == 0;
    const QString title = service.title.isEmpty() || isRepeated ? QString() : u' ' + QStringLiteral("· ") + service.title;
    m_caption->setPlain((tr("Service") + title).toUpper().left(120));
    m_name->setPlain(service.name.left(80));
    m_name->setToolTip({});
    m_onCall->setService(service.name);
    QString owner = service.owner.isEmpty() ? tr("no owner") : service.owner;
    if (!service.owner.isEmpty() && !service.isOwnerKnown) {
        owner = tr("%1 (unknown team)").arg(owner);
    }
    const bool isOwned = !service.owner.isEmpty() && service.isOwnerKnown;
    m_owner->set(owner, provenanceOf(service, QStringLiteral("owner")), isOwned ? Token::Text : Token::Warning);
    m_tier->set(service.tier, provenanceOf(service, QStringLiteral("tier")));
    m_lifecycle->set(service.lifecycle, provenanceOf(service, QStringLiteral("lifecycle")));
    QStringList sentences = service.conflicts;
    if (!isKnown) {
        sentences.prepend(tr("No configuration, catalog or label defines this service."));
    }
    m_conflicts->setSentence(phrases::sentences(sentences));
}

void ServiceHeader::setHealth(const ServiceHealth &found, bool isKnown)
{
    ServiceHealth health = found;
    // That no alert carries a name nobody knows says nothing about a service.
    const bool isUnheardOf = !isKnown && health.openAlerts == 0;
    if (isUnheardOf) {
        health.health = Health::Unknown;
    }
    static_cast<HealthShape *>(m_shape)->setHealth(health.health);
    m_finding->setLook(m_context.theme, TypeFace::Section, healthToken(health.health));
    m_finding->setPlain(isUnheardOf ? tr("health unknown: not defined anywhere") : healthSentence(health, m_context.time, m_context.clock.now()));
}

} // namespace quarterdeck
