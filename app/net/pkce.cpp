#include "app/net/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace quarterdeck {

namespace {

constexpr auto Base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray unguessable()
{
    std::array<quint32, 8> bits {};
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    return QByteArray(reinterpret_cast<const char *>(bits.data()), qsizetype(sizeof(bits))).toBase64(Base64Url);
}

QByteArray challengeOf(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(Base64Url);
}

} // namespace quarterdeck
