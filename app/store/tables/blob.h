#pragma once

#include "app/domain/labels.h"
#include "app/domain/matcher.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QStringList>

#include <vector>

namespace quarterdeck {

/// Makes equal texts share their memory while many rows are read.
class StringPool {
public:
    QString text(QByteArrayView utf8);
    /// The name of the label in this place of a row, which is mostly the one that the row before had there.
    const QString &name(std::size_t place, QByteArrayView utf8);
    /// The text of the label in this place of a row. Where texts hardly ever repeat they are not looked up any more.
    QString text(std::size_t place, QByteArrayView utf8);

private:
    struct Place {
        QString name;
        int asked = 0;
        int repeated = 0;
    };
    Place &at(std::size_t place);

    std::vector<Place> m_places;
    QHash<std::size_t, QString> m_known; ///< By the hash of their UTF-8; of two with one hash, the later.
};

/// Writes values one after the other: numbers as variable-length integers, texts as length and UTF-8.
class BlobWriter {
public:
    explicit BlobWriter(qsizetype room = FirstSize)
        : m_out(room, Qt::Uninitialized)
    {
    }
    BlobWriter &number(qint64 value);
    BlobWriter &real(double value);
    BlobWriter &text(const QString &value);
    BlobWriter &bytes(QByteArrayView value);
    BlobWriter &texts(const QStringList &values);
    BlobWriter &labels(const Labels &values);
    BlobWriter &pairs(const std::vector<Label> &values);
    BlobWriter &matchers(const std::vector<Matcher> &values);
    QByteArray take();

private:
    char *room(qsizetype size);
    char *room(qint64 value, qsizetype size);

    static constexpr qsizetype FirstSize = 256;
    QByteArray m_out;     ///< Room,
    qsizetype m_size = 0; ///< and how much of it is written.
};

/// Reads what BlobWriter wrote. Past the end, or after a length that cannot be, everything is empty and isOk() false.
class BlobReader {
public:
    explicit BlobReader(QByteArrayView bytes, StringPool *pool = nullptr)
        : m_bytes(bytes)
        , m_pool(pool)
    {
    }
    qint64 number();
    double real();
    QString text();
    /// A text that many rows have in common.
    QString sharedText();
    QByteArrayView bytes();
    QStringList texts();
    Labels labels();
    std::vector<Label> pairs();
    std::vector<Matcher> matchers();
    bool isOk() const { return m_ok; }

private:
    qsizetype count();

    QByteArrayView m_bytes;
    StringPool *m_pool;
    std::size_t m_place = 0; // of the next label of the row
    qsizetype m_at = 0;
    bool m_ok = true;
};

/// A stored number as an enumeration; `last`, its most careful value, for what is outside.
template <class E> E bounded(qint64 value, E last)
{
    return value >= 0 && value < qint64(last) ? E(value) : last;
}

/// A map as it is stored in a row.
QByteArray packMap(const QMap<QString, QString> &map);
QMap<QString, QString> unpackMap(QByteArrayView bytes);
/// Texts as they are stored in a row; nothing for none.
QByteArray packTexts(const QStringList &texts);
QStringList unpackTexts(QByteArrayView bytes);
/// Matchers as they are stored in a row.
QByteArray packMatchers(const std::vector<Matcher> &matchers);
std::vector<Matcher> unpackMatchers(QByteArrayView bytes);

} // namespace quarterdeck
