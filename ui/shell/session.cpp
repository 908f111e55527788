#include "ui/shell/session.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

namespace quarterdeck {

namespace {

constexpr quint32 Magic = 0x51445331; // QDS1
constexpr qsizetype Largest = 256 * 1024;

QByteArray digest(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

} // namespace

QByteArray Session::save() const
{
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << Magic << geometry << page << spanMs << qint32(places.size());
    for (const Destination &place : places) {
        out << place.page << place.object << place.arguments;
    }
    return digest(body) + body;
}

Session Session::load(const QByteArray &bytes)
{
    Session session;
    const QByteArray body = bytes.mid(32);
    // A damaged file would make the stream allocate whatever length it finds in it.
    if (bytes.size() > Largest || body.isEmpty() || digest(body) != bytes.left(32)) {
        return session;
    }
    QDataStream in(body);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    qint32 count = 0;
    in >> magic >> session.geometry >> session.page >> session.spanMs >> count;
    if (magic != Magic) {
        return {};
    }
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        Destination place;
        in >> place.page >> place.object >> place.arguments;
        session.places.append(place);
    }
    return in.status() == QDataStream::Ok ? session : Session {};
}

} // namespace quarterdeck
