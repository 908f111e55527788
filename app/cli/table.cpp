#include "app/cli/table.h"

#include "app/core/text.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace quarterdeck {

namespace {

constexpr int Gap = 2;
constexpr int NarrowestColumn = 4;

// Unicode's East Asian Width W and F, by block.
bool isWide(char32_t c)
{
    struct Range {
        char32_t first;
        char32_t last;
    };
    static constexpr Range Wide[] {{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
    return std::any_of(std::begin(Wide), std::end(Wide), [c](const Range &range) { return c >= range.first && c <= range.last; });
}

int widthOf(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format) {
        return 0;
    }
    return isWide(c) ? 2 : 1;
}

QString padded(const QString &text, int width)
{
    const QString cell = fitted(text, width);
    return cell + QString(std::max(0, width - displayWidth(cell)), u' ');
}

} // namespace

int displayWidth(QStringView text)
{
    const QList<uint> points = text.toUcs4();
    return std::accumulate(points.begin(), points.end(), 0, [](int sum, uint c) { return sum + widthOf(c); });
}

QString fitted(const QString &text, int width)
{
    if (displayWidth(text) <= width) {
        return text;
    }
    QString out;
    int used = 0;
    for (const uint c : text.toUcs4()) {
        used += widthOf(c);
        if (used > width - 1) {
            break;
        }
        out += QChar::fromUcs4(c);
    }
    return out + QChar(0x2026);
}

Table::Table(QStringList header, int wideOnly)
    : m_header(std::move(header))
    , m_wideOnly(wideOnly)
{
}

void Table::add(const QStringList &cells, Ink ink, Keys keys, Shorts shorts)
{
    QStringList plain;
    for (const QString &cell : cells) {
        plain.append(text::plain(cell));
    }
    m_rows.push_back({plain, ink, std::move(keys), std::move(shorts)});
}

std::vector<std::size_t> Table::orderBy(const QString &column) const
{
    const bool isDown = column.startsWith(u'-');
    const QString title = isDown ? column.mid(1) : column;
    const auto at = std::ranges::find_if(m_header, [&title](const QString &name) { return name.compare(title, Qt::CaseInsensitive) == 0; });
    const int index = at == m_header.end() ? -1 : int(at - m_header.begin());
    std::vector<std::size_t> order(index < 0 ? 0 : m_rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    QCollator words;
    words.setNumericMode(true);
    words.setCaseSensitivity(Qt::CaseInsensitive);
    const auto compare = [this, index, &words](std::size_t left, std::size_t right) {
        const Row &a = m_rows[left];
        const Row &b = m_rows[right];
        const auto keyA = a.keys.find(index);
        const auto keyB = b.keys.find(index);
        if (keyA != a.keys.end() && keyB != b.keys.end()) {
            return keyA->second < keyB->second ? -1 : int(keyA->second > keyB->second);
        }
        return words.compare(a.cells.at(index), b.cells.at(index));
    };
    std::stable_sort(
        order.begin(), order.end(), [&compare, isDown](std::size_t a, std::size_t b) { return isDown ? compare(b, a) < 0 : compare(a, b) < 0; });
    return order;
}

void Table::reorder(const std::vector<std::size_t> &order)
{
    std::vector<Row> rows;
    for (const std::size_t i : order) {
        rows.push_back(std::move(m_rows[i]));
    }
    m_rows = std::move(rows);
}

std::vector<int> Table::naturalWidths(qsizetype columns) const
{
    std::vector<int> widths;
    for (qsizetype i = 0; i < columns; ++i) {
        int widest = displayWidth(m_header[i]);
        for (const Row &row : m_rows) {
            widest = std::max(widest, displayWidth(row.cells[i]));
        }
        widths.push_back(widest);
    }
    return widths;
}

std::vector<int> Table::widthsFor(int width, qsizetype &columns) const
{
    columns = m_header.size();
    std::vector<int> widths = naturalWidths(columns);
    const auto total = [&widths] { return std::accumulate(widths.begin(), widths.end(), Gap * int(widths.size() - 1)); };
    if (width > 0 && total() > width && m_wideOnly > 0) {
        columns -= m_wideOnly;
        widths.resize(std::size_t(columns));
    }
    // The widest gives way, column by column; the first, by which a row is named, stays whole.
    std::vector<std::size_t> cut;
    for (std::size_t i = 1; i < widths.size(); ++i) {
        if (std::ranges::none_of(m_rows, [i](const Row &row) { return row.shorts.contains(int(i)); })) {
            cut.push_back(i);
        }
    }
    while (width > 0 && total() > width && !cut.empty()) {
        int &widest = widths[*std::ranges::max_element(cut, {}, [&widths](std::size_t i) { return widths[i]; })];
        if (widest <= NarrowestColumn) {
            break;
        }
        --widest;
    }
    return widths;
}

bool Table::fits(int width) const
{
    const std::vector<int> widths = naturalWidths(m_header.size());
    return std::accumulate(widths.begin(), widths.end(), Gap * int(widths.size() - 1)) <= width;
}

Table Table::shortened() const
{
    Table table = *this;
    for (Row &row : table.m_rows) {
        for (const auto &[column, text] : row.shorts) {
            row.cells[column] = text;
        }
    }
    return table;
}

QString Table::toString(int width) const
{
    const bool isShort = width > 0 && !fits(width);
    return isShort ? shortened().lines(width) : lines(width);
}

QString Table::lines(int width) const
{
    qsizetype columns = 0;
    const std::vector<int> widths = widthsFor(width, columns);
    const auto line = [&widths, columns](const QStringList &cells) {
        QString out;
        for (qsizetype i = 0; i < columns; ++i) {
            const int wide = widths[std::size_t(i)];
            out += i + 1 < columns ? padded(cells[i], wide + Gap) : fitted(cells[i], wide);
        }
        return out;
    };
    const auto cut = [&widths, columns](const QStringList &cells) {
        QStringList out;
        for (qsizetype i = 0; i < columns; ++i) {
            out.append(fitted(cells[i], widths[std::size_t(i)]));
        }
        return out;
    };
    QStringList all {inked(line(cut(m_header)), Ink::Dim)};
    for (const Row &row : m_rows) {
        all.append(inked(line(cut(row.cells)), row.ink));
    }
    return all.join(u'\n');
}

QString Table::toCsv() const
{
    const auto line = [](const QStringList &cells) {
        QStringList safe;
        for (const QString &cell : cells) {
            safe.append(text::csvCell(cell));
        }
        return safe.join(u',');
    };
    QStringList header;
    for (const QString &title : m_header) {
        header.append(title.toLower());
    }
    QStringList lines {line(header)};
    for (const Row &row : m_rows) {
        lines.append(line(row.cells));
    }
    return lines.join(QStringLiteral("\r\n"));
}

QString Table::names() const
{
    QStringList lines;
    for (const Row &row : m_rows) {
        lines.append(row.cells.first());
    }
    return lines.join(u'\n');
}

} // namespace quarterdeck
