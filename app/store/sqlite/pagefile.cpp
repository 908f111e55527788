#include "app/store/sqlite/pagefile.h"

#include <QFile>
#include <QtEndian>

#include <bit>
#include <cstring>

namespace quarterdeck::sqlite {

namespace {

constexpr quint8 TableLeaf = 0x0D;
constexpr qint64 LargestPayload = 16 * 1024 * 1024;
constexpr qsizetype WalHeader = 32;
constexpr qsizetype FrameHeader = 24;

quint32 big32(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

/// Reads a variable-length integer; moves `at` behind it, or to -1 past the end.
qint64 varint(QByteArrayView bytes, qsizetype &at)
{
    quint64 value = 0;
    for (int i = 0; i < 9; ++i) {
        if (at < 0 || at >= bytes.size()) {
            at = -1;
            return 0;
        }
        const auto byte = quint8(bytes[at++]);
        if (i == 8) {
            return qint64((value << 8) | byte);
        }
        value = (value << 7) | (byte & 0x7f);
        if (byte < 0x80) {
            break;
        }
    }
    return qint64(value);
}

qsizetype integerSize(qint64 type)
{
    return type <= 4 ? qsizetype(type) : type == 5 ? 6 : 8;
}

/// Reads one value by its serial type; false past the end.
bool readValue(QByteArrayView record, qsizetype &at, qint64 type, Value &value)
{
    if (type == 0) {
        return true;
    }
    if (type == 8 || type == 9) {
        value = Value(type - 8);
        return true;
    }
    const qsizetype size = type >= 12 ? qsizetype((type - 12) / 2) : integerSize(type);
    if (type < 0 || type == 10 || type == 11 || size > record.size() - at) {
        return false;
    }
    const QByteArrayView bytes = record.sliced(at, size);
    at += size;
    if (type >= 12) {
        value.kind = type % 2 == 0 ? Value::Kind::Blob : Value::Kind::Text;
        value.bytes = bytes.toByteArray();
        return true;
    }
    const quint8 first = quint8(bytes[0]);
    // The highest byte carries the sign.
    qint64 number = first < 0x80 ? first : first - 0x100;
    for (qsizetype i = 1; i < size; ++i) {
        number = qint64(quint64(number) << 8) | quint8(bytes[i]);
    }
    value = type == 7 ? Value() : Value(number);
    if (type == 7) {
        value.kind = Value::Kind::Real;
        value.real = std::bit_cast<double>(number);
    }
    return true;
}

bool readRecord(QByteArrayView record, Row &row)
{
    qsizetype at = 0;
    const qint64 headerSize = varint(record, at);
    if (at < 0 || headerSize < at || headerSize > record.size()) {
        return false;
    }
    qsizetype body = qsizetype(headerSize);
    while (at < headerSize) {
        const qint64 type = varint(record, at);
        Value value;
        if (at < 0 || !readValue(record, body, type, value)) {
            return false;
        }
        row.push_back(std::move(value));
    }
    return true;
}

/// The running checksum of a -wal over whole 8-byte steps.
void walSum(QByteArrayView bytes, bool isBig, quint32 sum[2])
{
    for (qsizetype i = 0; i + 8 <= bytes.size(); i += 8) {
        for (int half = 0; half < 2; ++half) {
            const char *word = bytes.data() + i + 4 * half;
            sum[half] += (isBig ? qFromBigEndian<quint32>(word) : qFromLittleEndian<quint32>(word)) + sum[1 - half];
        }
    }
}

} // namespace

PageFile::PageFile(const QString &file)
{
    QFile main(file);
    if (main.open(QIODevice::ReadOnly)) {
        m_bytes = main.readAll();
    }
    if (m_bytes.size() >= 100) {
        const quint16 stored = qFromBigEndian<quint16>(m_bytes.constData() + 16);
        if (stored >= 512 && std::has_single_bit(stored)) {
            m_pageSize = stored;
        }
    }
    QFile wal(file + QStringLiteral("-wal"));
    if (wal.open(QIODevice::ReadOnly)) {
        readWal(wal.readAll());
    }
    m_pages = std::max(m_pages, quint32((m_bytes.size() + m_pageSize - 1) / m_pageSize));
}

void PageFile::readWal(const QByteArray &wal)
{
    if (wal.size() < WalHeader || (big32(wal, 0) & ~1U) != 0x377f0682U) {
        return;
    }
    const bool isBig = (big32(wal, 0) & 1U) != 0;
    const auto size = qsizetype(big32(wal, 8));
    if (size < 512 || size > 65536 || !std::has_single_bit(quint32(size))) {
        return;
    }
    m_pageSize = size;
    quint32 sum[2] = {0, 0};
    walSum(QByteArrayView(wal).first(24), isBig, sum);
    QHash<quint32, QByteArray> open;
    for (qsizetype at = WalHeader; at + FrameHeader + size <= wal.size(); at += FrameHeader + size) {
        const QByteArrayView frame = QByteArrayView(wal).sliced(at, FrameHeader + size);
        walSum(frame.first(8), isBig, sum);
        walSum(frame.sliced(FrameHeader), isBig, sum);
        const bool isSameRun = std::memcmp(frame.data() + 8, wal.constData() + 16, 8) == 0;
        if (!isSameRun || big32(frame, 16) != sum[0] || big32(frame, 20) != sum[1]) {
            return;
        }
        open.insert(big32(frame, 0), frame.sliced(FrameHeader).toByteArray());
        m_pages = std::max(m_pages, big32(frame, 0));
        if (big32(frame, 4) != 0) {
            m_newer.insert(open);
            open.clear();
        }
    }
}

QByteArrayView PageFile::page(quint32 number) const
{
    if (const auto newer = m_newer.constFind(number); newer != m_newer.constEnd()) {
        return *newer;
    }
    const qint64 at = (qint64(number) - 1) * m_pageSize;
    if (number == 0 || at >= m_bytes.size()) {
        return {};
    }
    return QByteArrayView(m_bytes).sliced(at, std::min(m_pageSize, m_bytes.size() - qsizetype(at)));
}

QByteArray PageFile::payload(QByteArrayView page, qsizetype at, qint64 size) const
{
    const qint64 usable = m_pageSize;
    const qint64 most = usable - 35;
    if (size <= most) {
        return at + size <= page.size() ? page.sliced(at, qsizetype(size)).toByteArray() : QByteArray();
    }
    const qint64 least = (usable - 12) * 32 / 255 - 23;
    const qint64 wanted = least + (size - least) % (usable - 4);
    const qint64 local = wanted <= most ? wanted : least;
    if (at + local + 4 > page.size()) {
        return {};
    }
    QByteArray bytes = page.sliced(at, qsizetype(local)).toByteArray();
    quint32 next = big32(page, at + qsizetype(local));
    while (next != 0 && bytes.size() < size) {
        const QByteArrayView more = this->page(next);
        if (more.size() < 5) {
            return {};
        }
        next = big32(more, 0);
        bytes += more.sliced(4, std::min(more.size() - 4, qsizetype(size) - bytes.size()));
    }
    return bytes.size() == size ? bytes : QByteArray();
}

bool PageFile::readCell(QByteArrayView page, qsizetype at, RawRow &row) const
{
    const qint64 size = varint(page, at);
    if (at < 0 || size <= 0 || size > LargestPayload) {
        return false;
    }
    row.rowid = varint(page, at);
    if (at < 0) {
        return false;
    }
    const QByteArray record = payload(page, at, size);
    return !record.isEmpty() && readRecord(record, row.values);
}

std::vector<RawRow> PageFile::rows(int *unreadable) const
{
    std::vector<RawRow> found;
    for (quint32 number = 1; number <= m_pages; ++number) {
        const QByteArrayView bytes = page(number);
        const qsizetype header = number == 1 ? 100 : 0;
        if (bytes.size() < header + 8 || quint8(bytes[header]) != TableLeaf) {
            continue;
        }
        const int cells = qFromBigEndian<quint16>(bytes.data() + header + 3);
        for (int i = 0; i < cells; ++i) {
            const qsizetype place = header + 8 + 2 * i;
            RawRow row;
            if (place + 2 <= bytes.size() && readCell(bytes, qFromBigEndian<quint16>(bytes.data() + place), row)) {
                found.push_back(std::move(row));
            } else if (place + 2 <= bytes.size()) {
                ++*unreadable;
            }
        }
    }
    return found;
}

} // namespace quarterdeck::sqlite
