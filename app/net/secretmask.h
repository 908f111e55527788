#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace quarterdeck {

/// Knows what a request carried in secret and takes it out of what is said back, in whatever form a server writes it: as it is, escaped
/// for JSON or for a string of Go, in a URL, in HTML, in hexadecimal digits, in base64 at any place of the packed text, and in these inside
/// one another.
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
    /// The same for an answer of any length whose text is data, with a star for each byte: a field of a journal says its length before it. A secret
    /// that might be an ordinary word stays there: blanking a label that happens to equal it would change what the label says.
    QByteArray blankedInData(QByteArray data) const;

private:
    struct Needle {
        QByteArray bytes;
        bool isPacked = false;   ///< Base64: what is left of its last group goes with it.
        bool isDistinct = false; ///< No ordinary word.
        QByteArray run;          ///< Its longest part that no escape changes.
    };
    QByteArray blanked(const QByteArray &text, bool keepsLength) const;
    void addNeedle(const QByteArray &bytes, bool isPacked, bool isDistinct);
    friend class SecretSearch;

    std::vector<Needle> m_needles;
};

} // namespace quarterdeck
