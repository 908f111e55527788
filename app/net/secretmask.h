#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace quarterdeck {

/// Knows what a request carried in secret and takes it out of what is said back, in whatever form a server writes it: as it is, escaped
/// for JSON or for a string of Go, in a URL, in HTML, in base64 at any place of the packed text, and in these inside one another.
class SecretMask {
public:
    /// Adds one secret; an empty one is nothing.
    void add(const QByteArray &secret);
    /// Adds the pair of a basic sign-in, which is packed as one.
    void addPair(const QByteArray &name, const QByteArray &secret);
    bool isEmpty() const { return m_needles.empty(); }

    /// The text with "***" for each of them.
    QByteArray blanked(const QByteArray &text) const;
    QString blanked(const QString &text) const;

private:
    struct Needle {
        QByteArray bytes;
        bool isPacked = false; ///< Base64: what is left of its last group goes with it.
    };
    void addNeedle(const QByteArray &bytes, bool isPacked);
    friend class SecretSearch;

    std::vector<Needle> m_needles;
};

} // namespace quarterdeck
