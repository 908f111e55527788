#include "app/domain/imprint.h"

#include "app/domain/alertfields.h"

#include <algorithm>

namespace quarterdeck {

// Every text goes in behind its length and every list behind its count, so that no two alerts are written alike.
void Imprinter::add(qint64 number)
{
    m_bytes.append(reinterpret_cast<const char *>(&number), qsizetype(sizeof number));
}

void Imprinter::add(const QString &text)
{
    add(qint64(text.size()));
    const qsizetype at = m_bytes.size();
    m_bytes.resize(at + m_utf8.requiredSpace(text.size()));
    m_bytes.truncate(m_utf8.appendToBuffer(m_bytes.data() + at, text) - m_bytes.constData());
}

void Imprinter::add(const QStringList &texts)
{
    add(qint64(texts.size()));
    for (const QString &text : texts) {
        add(text);
    }
}

void Imprinter::add(const Labels &labels)
{
    add(qint64(labels.size()));
    for (const Label &label : labels) {
        add(label.name);
        add(label.value);
    }
}

void Imprinter::add(const std::vector<Link> &links)
{
    add(qint64(links.size()));
    for (const Link &link : links) {
        add(link.title);
        add(link.url);
    }
}

void Imprinter::add(const Holds &holds)
{
    for (const Hold &hold : holds) {
        add(qint64(hold.kind));
        add(hold.id);
        add(hold.by);
        add(hold.until.ms);
        add(hold.receiver);
    }
    add(qint64(std::distance(holds.begin(), holds.end())));
}

AlertImprint Imprinter::of(const Alert &alert)
{
    m_bytes.resize(0);
    visitFields(alert, [this](const char *, const auto &field, FieldUse use) {
        using Field = std::remove_cvref_t<decltype(field)>;
        if (use == FieldUse::Key || use == FieldUse::Rolling || use == FieldUse::Observed) {
            return;
        }
        if constexpr (std::is_enum_v<Field>) {
            add(qint64(field));
        } else if constexpr (std::is_same_v<Field, UtcTime>) {
            add(field.ms);
        } else if constexpr (std::is_same_v<Field, VerbSet>) {
            add(qint64(field.bits()));
        } else if constexpr (!std::is_same_v<Field, AlertKey>) {
            add(field);
        }
    });
    m_hash.reset();
    m_hash.addData(m_bytes);
    const QByteArrayView digest = m_hash.resultView();
    AlertImprint imprint {alert.key.id, {}, alert.startsAt, alert.lastSeenAt, alert.state};
    std::copy_n(digest.begin(), imprint.content.size(), imprint.content.begin());
    return imprint;
}

} // namespace quarterdeck
