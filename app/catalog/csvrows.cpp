#include "app/catalog/csvrows.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qsizetype MostCells = 200'000;

QChar separatorOf(const QString &text)
{
    const QStringView head = QStringView(text).left(text.indexOf(u'\n') < 0 ? text.size() : text.indexOf(u'\n'));
    QChar best = u',';
    for (const QChar one : {u';', u'\t'}) {
        best = head.count(one) > head.count(best) ? one : best;
    }
    return best;
}

class CsvReader {
public:
    explicit CsvReader(QString text)
        : m_text(std::move(text))
        , m_separator(separatorOf(m_text))
    {
    }

    CsvFile read()
    {
        while (m_at < m_text.size() && m_out.problem.isEmpty()) {
            readRow();
        }
        if (!m_out.problem.isEmpty()) {
            m_out.rows.clear();
        }
        return std::move(m_out);
    }

private:
    void refuse(int line, const QString &problem)
    {
        m_out.problem = problem;
        m_out.line = line;
    }

    void readRow()
    {
        CsvRow row;
        row.line = m_line;
        do {
            row.cells.append(readCell());
            m_cells += 1;
        } while (m_out.problem.isEmpty() && m_cells < MostCells && take(m_separator));
        if (m_cells >= MostCells) {
            refuse(m_line, QStringLiteral("there are more than 200,000 cells"));
        } else if (m_out.problem.isEmpty() && !takeEnd()) {
            refuse(m_line, QStringLiteral("text stands behind the closing quote of a cell"));
        }
        if (row.cells.size() > 1 || !row.cells.front().isEmpty()) {
            m_out.rows.push_back(std::move(row));
        }
    }

    bool take(QChar wanted)
    {
        const bool is = m_at < m_text.size() && m_text.at(m_at) == wanted;
        m_at += is ? 1 : 0;
        return is;
    }
    bool takeEnd()
    {
        take(u'\r');
        const bool isEnd = m_at >= m_text.size() || take(u'\n');
        m_line += isEnd ? 1 : 0;
        return isEnd;
    }

    QString readCell()
    {
        if (!take(u'"')) {
            const qsizetype begin = m_at;
            while (m_at < m_text.size() && m_text.at(m_at) != m_separator && m_text.at(m_at) != u'\n' && m_text.at(m_at) != u'\r') {
                ++m_at;
            }
            return m_text.mid(begin, m_at - begin).trimmed();
        }
        const int line = m_line;
        QString cell;
        for (;;) {
            const qsizetype quote = m_text.indexOf(u'"', m_at);
            if (quote < 0) {
                refuse(line, QStringLiteral("a quote is not closed"));
                return {};
            }
            const QString part = m_text.mid(m_at, quote - m_at);
            m_line += int(part.count(u'\n'));
            cell += part;
            m_at = quote + 1;
            if (!take(u'"')) {
                return cell;
            }
            cell += u'"';
        }
    }

    QString m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    qsizetype m_cells = 0;
    int m_line = 1;
    CsvFile m_out;
};

} // namespace

CsvFile csvRows(const QByteArray &bytes)
{
    // A byte order mark is not part of the first name.
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(QChar::ByteOrderMark))) {
        text.remove(0, 1);
    }
    return CsvReader(std::move(text)).read();
}

} // namespace quarterdeck
