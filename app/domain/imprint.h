#pragma once

#include "app/domain/alert.h"

#include <QCryptographicHash>
#include <QStringEncoder>

#include <array>

namespace quarterdeck {

/// What is kept of an alert to see in the next poll whether it changed: a tenth of its size.
struct AlertImprint {
    /// Wide and without known collisions: alerts are foreign text, and one whose change is not seen stays on screen as it was.
    using Digest = std::array<char, 20>;

    QString id;        ///< AlertKey::id.
    Digest content {}; ///< Of everything that lasts between polls.
    UtcTime startsAt;
    UtcTime lastSeenAt;
    AlertState state = AlertState::Triggered;
    friend bool operator==(const AlertImprint &, const AlertImprint &) = default;
};

/// Makes imprints, one after the other. The times that roll on with each poll and the mark of the outbox, which is the store's, are left out.
class Imprinter {
public:
    AlertImprint of(const Alert &alert);

private:
    void add(qint64 number);
    void add(const QString &text);
    void add(const QStringList &texts);
    void add(const Labels &labels);
    void add(const std::vector<Link> &links);
    void add(const Holds &holds);
    char *room(qsizetype size);

    QCryptographicHash m_hash {QCryptographicHash::Blake2b_160};
    QStringEncoder m_utf8 {QStringEncoder::Utf8, QStringEncoder::Flag::Stateless};
    QByteArray m_bytes;   ///< Room that is used again,
    qsizetype m_size = 0; ///< and how much of it is.
};

} // namespace quarterdeck
