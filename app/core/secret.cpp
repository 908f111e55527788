#include "app/core/secret.h"

#include <cstring>

namespace quarterdeck {

Secret::Secret(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

Secret::~Secret()
{
    if (!m_bytes.isEmpty() && m_bytes.isDetached()) {
        explicit_bzero(m_bytes.data(), std::size_t(m_bytes.size()));
    }
}

} // namespace quarterdeck
