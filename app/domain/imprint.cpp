#include "app/domain/imprint.h"

#include "app/domain/alertfields.h"

#include <algorithm>
#include <cstring>

namespace quarterdeck {

char *Imprinter::room(qsizetype size)
{
    if (m_bytes.size() - m_size < size) {
        m_bytes.resize(std::max(m_bytes.size() * 2, m_size + size));
    }
    return m_bytes.data() + m_size;
}

// Every text goes in behind its length and every list behind its count, so that no two alerts are written alike.
void Imprinter::add(qint64 number)
{
    std::memcpy(room(qsizetype(sizeof number)), &number, sizeof number);
    m_size += qsizetype(sizeof number);
}

void Imprinter::add(const QString &text)
{
    add(qint64(text.size()));
    char *begin = room(m_utf8.requiredSpace(text.size()));
    m_size += m_utf8.appendToBuffer(begin, text) - begin;
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
    m_size = 0;
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
    m_hash.addData(QByteArrayView(m_bytes).first(m_size));
    const QByteArrayView digest = m_hash.resultView();
    AlertImprint imprint {alert.key.id, {}, alert.startsAt, alert.lastSeenAt, alert.state};
    std::copy_n(digest.begin(), imprint.content.size(), imprint.content.begin());
    return imprint;
}

} // namespace quarterdeck
