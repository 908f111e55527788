#pragma once

#include <QByteArray>

namespace quarterdeck {

/// A token or password. Cannot be printed or logged; its bytes are overwritten when the last copy goes.
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray bytes);
    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(const Secret &) = default;
    Secret &operator=(Secret &&) noexcept = default;
    ~Secret();

    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// The bytes themselves: only for building a request or handing to a SecretStore back end.
    const QByteArray &reveal() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace quarterdeck
