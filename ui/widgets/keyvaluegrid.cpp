#include "ui/widgets/keyvaluegrid.h"

#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace quarterdeck {

namespace {
constexpr int LeastName = 76;
constexpr int MostName = 200;
} // namespace

KeyValueGrid::KeyValueGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
    , m_mostName(MostName)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(0, LeastName);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueGrid::setNameWidth(int pixels)
{
    m_grid->setColumnMinimumWidth(0, std::max(LeastName, pixels));
    m_mostName = std::max(MostName, pixels);
    for (const Labels &labels : m_rows) {
        labels.name->setMaximumWidth(m_mostName);
    }
}

void KeyValueGrid::addRow()
{
    const int row = int(m_rows.size());
    Labels labels {new PlainLabel(this), new PlainLabel(this), new PlainLabel(this), new QWidget(this)};
    auto *line = new QHBoxLayout(labels.cell);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(labels.value, 0);
    line->addWidget(labels.provenance, 1);
    labels.name->setLook(m_theme, TypeFace::Body, Token::Muted);
    labels.provenance->setLook(m_theme, TypeFace::Body, Token::Faint);
    labels.name->setEliding(true);
    labels.name->setMaximumWidth(m_mostName);
    labels.provenance->setEliding(true);
    labels.value->setEliding(true);
    labels.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(labels.name, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(labels.cell, row, 1);
    m_rows.push_back(labels);
}

void KeyValueGrid::setRows(const std::vector<Row> &rows)
{
    while (m_rows.size() < rows.size()) {
        addRow();
    }
    // A label that comes into view lays out everything around it: once will do, when all are there.
    m_grid->setEnabled(false);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Labels &labels = m_rows.at(i);
        const bool isUsed = i < rows.size();
        labels.name->setVisible(isUsed);
        labels.cell->setVisible(isUsed);
        if (!isUsed) {
            continue;
        }
        const Row &row = rows.at(i);
        labels.name->setPlain(row.name);
        labels.value->setLook(m_theme, TypeFace::Body, row.token);
        labels.value->setPlain(row.value);
        if (const QString name = phrases::pair(row.name, row.value); name != labels.value->accessibleName()) {
            labels.value->setAccessibleName(name);
        }
        labels.provenance->setPlain(row.provenance);
    }
    m_grid->setEnabled(true);
}

} // namespace quarterdeck
