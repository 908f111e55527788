#include "app/store/tables/blob.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>
#include <utility>

namespace quarterdeck {

namespace {

// Even a thousand texts that come in turn have repeated by then.
constexpr int Trial = 2048;
constexpr int WorthOneIn = 8;
// Damaged bytes may promise any number.
constexpr qsizetype UsualLabels = 64;

bool isSame(const QString &text, QByteArrayView utf8)
{
    return QAnyStringView::equal(text, QUtf8StringView(utf8.data(), utf8.size()));
}

} // namespace

QString StringPool::text(QByteArrayView utf8)
{
    const std::size_t hash = qHash(utf8);
    const auto known = m_known.constFind(hash);
    if (known != m_known.constEnd() && isSame(*known, utf8)) {
        return *known;
    }
    return *m_known.insert(hash, QString::fromUtf8(utf8));
}

StringPool::Place &StringPool::at(std::size_t place)
{
    if (place >= m_places.size()) {
        m_places.resize(place + 1);
    }
    return m_places[place];
}

const QString &StringPool::name(std::size_t place, QByteArrayView utf8)
{
    Place &here = at(place);
    if (!isSame(here.name, utf8)) {
        here = {text(utf8), 0, 0};
    }
    return here.name;
}

QString StringPool::text(std::size_t place, QByteArrayView utf8)
{
    Place &here = at(place);
    if (here.asked >= Trial && here.repeated * WorthOneIn < here.asked) {
        return QString::fromUtf8(utf8);
    }
    const qsizetype before = m_known.size();
    QString found = text(utf8);
    ++here.asked;
    here.repeated += m_known.size() == before ? 1 : 0;
    return found;
}

QByteArray BlobWriter::take()
{
    m_out.truncate(m_size);
    return std::move(m_out);
}

char *BlobWriter::room(qsizetype size)
{
    if (m_out.size() - m_size < size) {
        m_out.resize(std::max(m_out.size() * 2, m_size + size));
    }
    return m_out.data() + std::exchange(m_size, m_size + size);
}

BlobWriter &BlobWriter::number(qint64 value)
{
    room(value, 0);
    return *this;
}

/// Writes a number and makes room for so many bytes behind it: one call for both.
char *BlobWriter::room(qint64 value, qsizetype size)
{
    quint64 rest = (quint64(value) << 1) ^ quint64(value >> 63);
    const qsizetype digits = std::max(1, (int(std::bit_width(rest)) + 6) / 7);
    char *out = room(digits + size);
    for (; rest >= 0x80; rest >>= 7) {
        *out++ = char(quint8(rest) | 0x80);
    }
    *out++ = char(quint8(rest));
    return out;
}

BlobWriter &BlobWriter::real(double value)
{
    std::memcpy(room(qsizetype(sizeof value)), &value, sizeof value);
    return *this;
}

BlobWriter &BlobWriter::text(const QString &value)
{
    const QChar *begin = value.constData();
    // All bits at once: stopping at the first that is no ASCII takes longer.
    const auto bits = std::accumulate(begin, begin + value.size(), quint16(0), [](quint16 sum, QChar c) { return quint16(sum | c.unicode()); });
    if (bits >= 0x80) {
        return bytes(value.toUtf8());
    }
    std::transform(begin, begin + value.size(), room(value.size(), value.size()), [](QChar c) { return char(c.unicode()); });
    return *this;
}

BlobWriter &BlobWriter::bytes(QByteArrayView value)
{
    std::copy(value.begin(), value.end(), room(value.size(), value.size()));
    return *this;
}

BlobWriter &BlobWriter::texts(const QStringList &values)
{
    number(values.size());
    for (const QString &value : values) {
        text(value);
    }
    return *this;
}

BlobWriter &BlobWriter::labels(const Labels &values)
{
    number(values.size());
    for (const Label &label : values) {
        text(label.name).text(label.value);
    }
    return *this;
}

BlobWriter &BlobWriter::pairs(const std::vector<Label> &values)
{
    number(qint64(values.size()));
    for (const Label &label : values) {
        text(label.name).text(label.value);
    }
    return *this;
}

BlobWriter &BlobWriter::matchers(const std::vector<Matcher> &values)
{
    number(qint64(values.size()));
    for (const Matcher &matcher : values) {
        text(matcher.name).text(matcher.value).number((matcher.isRegex ? 1 : 0) | (matcher.isEqual ? 2 : 0));
    }
    return *this;
}

qint64 BlobReader::number()
{
    quint64 value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        if (m_at >= m_bytes.size()) {
            m_ok = false;
            return 0;
        }
        const auto byte = quint8(m_bytes[m_at++]);
        value |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80) {
            return qint64(value >> 1) ^ -qint64(value & 1);
        }
    }
    m_ok = false;
    return 0;
}

double BlobReader::real()
{
    double value = 0;
    if (!m_ok || m_bytes.size() - m_at < qsizetype(sizeof value)) {
        m_ok = false;
        return 0;
    }
    std::memcpy(&value, m_bytes.data() + m_at, sizeof value);
    m_at += qsizetype(sizeof value);
    return value;
}

QByteArrayView BlobReader::bytes()
{
    const qint64 size = number();
    if (!m_ok || size < 0 || size > m_bytes.size() - m_at) {
        m_ok = false;
        return {};
    }
    const QByteArrayView found = m_bytes.sliced(m_at, qsizetype(size));
    m_at += qsizetype(size);
    return found;
}

QString BlobReader::text()
{
    return QString::fromUtf8(bytes());
}

QString BlobReader::sharedText()
{
    return m_pool != nullptr ? m_pool->text(bytes()) : text();
}

qsizetype BlobReader::count()
{
    const qint64 value = number();
    if (!m_ok || value < 0 || value > m_bytes.size() - m_at) {
        m_ok = false;
        return 0;
    }
    return qsizetype(value);
}

QStringList BlobReader::texts()
{
    QStringList values;
    for (qsizetype left = count(); left > 0 && m_ok; --left) {
        values += text();
    }
    return values;
}

Labels BlobReader::labels()
{
    QList<Label> values;
    qsizetype left = count();
    values.reserve(std::min(left, UsualLabels));
    for (; left > 0 && m_ok; --left) {
        if (m_pool != nullptr) {
            const std::size_t place = m_place++;
            const QString &name = m_pool->name(place, bytes());
            values.append(Label {name, m_pool->text(place, bytes())});
        } else {
            QString name = text();
            values.append(Label {std::move(name), text()});
        }
    }
    return Labels::of(std::move(values));
}

std::vector<Label> BlobReader::pairs()
{
    std::vector<Label> values;
    for (qsizetype left = count(); left > 0 && m_ok; --left) {
        const QString name = sharedText();
        values.push_back({name, text()});
    }
    return values;
}

std::vector<Matcher> BlobReader::matchers()
{
    std::vector<Matcher> values;
    for (qsizetype left = count(); left > 0 && m_ok; --left) {
        Matcher matcher;
        matcher.name = sharedText();
        matcher.value = text();
        const qint64 flags = number();
        matcher.isRegex = (flags & 1) != 0;
        matcher.isEqual = (flags & 2) != 0;
        values.push_back(matcher);
    }
    return values;
}

QByteArray packMap(const QMap<QString, QString> &map)
{
    BlobWriter writer;
    writer.number(map.size());
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        writer.text(it.key()).text(it.value());
    }
    return writer.take();
}

QMap<QString, QString> unpackMap(QByteArrayView bytes)
{
    BlobReader reader(bytes);
    QMap<QString, QString> map;
    for (const Label &pair : reader.pairs()) {
        map.insert(pair.name, pair.value);
    }
    return map;
}

QByteArray packTexts(const QStringList &texts)
{
    return texts.isEmpty() ? QByteArray("") : BlobWriter().texts(texts).take();
}

QStringList unpackTexts(QByteArrayView bytes)
{
    return bytes.isEmpty() ? QStringList() : BlobReader(bytes).texts();
}

QByteArray packMatchers(const std::vector<Matcher> &matchers)
{
    return BlobWriter().matchers(matchers).take();
}

std::vector<Matcher> unpackMatchers(QByteArrayView bytes)
{
    return BlobReader(bytes).matchers();
}

} // namespace quarterdeck
