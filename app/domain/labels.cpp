#include "app/domain/labels.h"

#include "app/domain/promql.h"

#include <algorithm>

namespace quarterdeck {

namespace {

/// Room made at the first label: more than annotations need, half of what labels do.
constexpr qsizetype FewLabels = 4;

auto lowerBound(const QList<Label> &labels, QStringView name)
{
    return std::lower_bound(labels.cbegin(), labels.cend(), name, [](const Label &label, QStringView n) { return label.name < n; });
}

void mixText(quint64 &hash, QStringView text)
{
    const QByteArray bytes = text.toUtf8();
    for (const char c : bytes) {
        hash = (hash ^ quint8(c)) * 0x100000001b3ULL;
    }
    hash = (hash ^ 0xFF) * 0x100000001b3ULL;
}

} // namespace

Labels::Labels(std::initializer_list<Label> labels)
{
    for (const Label &label : labels) {
        insert(label.name, label.value);
    }
}

Labels Labels::of(QList<Label> labels)
{
    Labels all;
    const auto isOutOfOrder = [](const Label &one, const Label &next) { return !(one.name < next.name); };
    const bool isInOrder = std::adjacent_find(labels.cbegin(), labels.cend(), isOutOfOrder) == labels.cend();
    if (isInOrder) {
        all.m_labels = std::move(labels);
        return all;
    }
    for (const Label &label : std::as_const(labels)) {
        all.insert(label.name, label.value);
    }
    return all;
}

void Labels::insert(const QString &name, const QString &value)
{
    if (m_labels.isEmpty()) {
        m_labels.reserve(FewLabels);
    }
    // Servers write them in order.
    if (m_labels.isEmpty() || m_labels.constLast().name < name) {
        m_labels.append(Label {name, value});
        return;
    }
    const auto at = lowerBound(m_labels, name);
    const auto index = at - m_labels.cbegin();
    if (at != m_labels.cend() && at->name == name) {
        m_labels[index].value = value;
    } else {
        m_labels.insert(index, Label {name, value});
    }
}

void Labels::remove(QStringView name)
{
    const auto at = lowerBound(m_labels, name);
    if (at != m_labels.cend() && at->name == name) {
        m_labels.remove(at - m_labels.cbegin());
    }
}

QString Labels::value(QStringView name) const
{
    const auto at = lowerBound(m_labels, name);
    return at != m_labels.cend() && at->name == name ? at->value : QString();
}

bool Labels::contains(QStringView name) const
{
    const auto at = lowerBound(m_labels, name);
    return at != m_labels.cend() && at->name == name;
}

QString Labels::toString() const
{
    QString out(u'{');
    for (const Label &label : m_labels) {
        if (out.size() > 1) {
            out += u',';
        }
        out += label.name + u'=' + promql::quoted(label.value);
    }
    return out + u'}';
}

quint64 Labels::fingerprint() const
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const Label &label : m_labels) {
        mixText(hash, label.name);
        mixText(hash, label.value);
    }
    return hash;
}

} // namespace quarterdeck
