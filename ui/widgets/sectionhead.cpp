#include "ui/widgets/sectionhead.h"

#include "ui/widgets/plainlabel.h"

#include <QHBoxLayout>

namespace quarterdeck {

namespace {
constexpr qsizetype LongTitle = 40;
}

SectionHead::SectionHead(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new PlainLabel(title, this))
    , m_remark(new PlainLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_title, 0);
    row->addWidget(m_remark, 1);
    m_title->setLook(theme, TypeFace::Section);
    m_remark->setLook(theme, TypeFace::Body, Token::Faint);
    m_remark->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_remark->setEliding(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SectionHead::setTitle(const QString &title)
{
    m_title->setPlain(title);
    // Only a name from outside is this long: our own titles are never cut for the remark beside them.
    m_title->setEliding(title.size() > LongTitle);
}

void SectionHead::setRemark(const QString &remark, Token token)
{
    m_remark->setLook(m_theme, TypeFace::Body, token);
    m_remark->setPlain(remark);
}

} // namespace quarterdeck
