#include "app/domain/imprint.h"

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

AlertImprint Imprinter::of(const Alert &alert)
{
    m_bytes.resize(0);
    for (const qint64 number :
        {qint64(alert.state), qint64(alert.severity), alert.startsAt.ms, alert.acknowledgedUntil.ms, qint64(alert.can.bits())}) {
        add(number);
    }
    for (const QString *text : {&alert.rawState, &alert.title, &alert.summary, &alert.service, &alert.team, &alert.cluster, &alert.ackSilence,
             &alert.acknowledgedBy, &alert.generatorUrl, &alert.runbookUrl, &alert.correlation}) {
        add(*text);
    }
    add(alert.labels);
    add(alert.annotations);
    add(alert.silencedBy);
    add(alert.inhibitedBy);
    add(alert.mutedBy);
    add(alert.mutedFor);
    add(alert.assigned);
    add(qint64(alert.links.size()));
    for (const Link &link : alert.links) {
        add(link.title);
        add(link.url);
    }
    m_hash.reset();
    m_hash.addData(m_bytes);
    const QByteArrayView digest = m_hash.resultView();
    AlertImprint imprint {alert.key.id, {}, alert.startsAt, alert.lastSeenAt, alert.state};
    std::copy_n(digest.begin(), imprint.content.size(), imprint.content.begin());
    return imprint;
}

} // namespace quarterdeck
