#include "app/sources/api/linenames.h"

#include <QCryptographicHash>

namespace quarterdeck {

QString LineNames::nameOf(qint64 nanos, QByteArrayView stream, QByteArrayView text)
{
    QCryptographicHash hash(QCryptographicHash::Blake2s_128);
    hash.addData(QByteArray::number(stream.size()) + ':');
    hash.addData(stream);
    hash.addData(text);
    const QString name = QString::number(nanos) + u'-' + QString::fromLatin1(hash.result().toHex());
    const int before = m_alike[name]++;
    return before == 0 ? name : name + u'-' + QString::number(before);
}

} // namespace quarterdeck
