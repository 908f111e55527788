#include "app/yaml/yamlparts.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

namespace quarterdeck {

namespace {

constexpr qsizetype LargestText = 4 * 1024 * 1024;
constexpr std::size_t DeepestPart = 64;
constexpr int MostParts = 200'000;
constexpr qsizetype ByteOrderMark = 3;

/// A limit that the document goes beyond.
class BeyondLimit : public std::exception {
public:
    explicit BeyondLimit(int line)
        : m_line(line)
    {
    }
    int line() const { return m_line; }

private:
    int m_line;
};

qsizetype quoteEnd(const QByteArray &bytes, qsizetype begin)
{
    const char quote = bytes[begin];
    for (qsizetype i = begin + 1; i < bytes.size(); ++i) {
        if (quote == '"' && bytes[i] == '\\') {
            ++i;
        } else if (bytes[i] == quote && quote == '\'' && i + 1 < bytes.size() && bytes[i + 1] == quote) {
            ++i;
        } else if (bytes[i] == quote) {
            return i + 1;
        }
    }
    return -1;
}

// Behind the mark that closes a flow collection, between its last part and which only space, comments and commas stand.
qsizetype flowEnd(const QByteArray &bytes, qsizetype from, char closing)
{
    for (qsizetype i = from; i < bytes.size(); ++i) {
        if (bytes[i] == closing) {
            return i + 1;
        }
        if (bytes[i] == '#') {
            i = bytes.indexOf('\n', i);
            if (i < 0) {
                return -1;
            }
        } else if (!QByteArrayView(" \t\r\n,:").contains(bytes[i])) {
            return -1;
        }
    }
    return -1;
}

// Builds parts of what yaml-cpp reads. It marks only where a part begins; where one ends follows from its text.
class PartBuilder final : public YAML::EventHandler {
public:
    PartBuilder(const QByteArray &bytes, qsizetype offset)
        : m_bytes(bytes)
        , m_offset(offset)
    {
    }
    YamlPart take() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        // The mark is that of what comes next: where nothing stands is behind the colon of its key.
        YamlPart part = begun(mark, anchor, {});
        if (const YamlPart *key = waitingKey()) {
            const qsizetype nullEnd = writtenNullEnd(part.begin);
            part.begin = nullEnd < 0 ? behindColon(key->end) : part.begin;
            part.end = nullEnd < 0 ? part.begin : nullEnd;
            part.line = nullEnd < 0 ? key->line : part.line;
        }
        add(std::move(part));
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override { add(begun(mark, anchor, {})); }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        YamlPart part = begun(mark, anchor, tag);
        part.text = QByteArray::fromStdString(value);
        part.form = YamlPart::Form::Spanning;
        const char first = part.begin < m_bytes.size() ? m_bytes[part.begin] : '\0';
        if (first == '\'' || first == '"') {
            const qsizetype end = quoteEnd(m_bytes, part.begin);
            if (end > 0 && !m_bytes.mid(part.begin, end - part.begin).contains('\n')) {
                part.form = first == '"' ? YamlPart::Form::DoubleQuoted : YamlPart::Form::SingleQuoted;
                part.end = end;
            }
        } else if (first != '|' && first != '>' && m_bytes.mid(part.begin, part.text.size()) == part.text) {
            part.form = YamlPart::Form::Plain;
            part.end = part.begin + part.text.size();
        }
        add(std::move(part));
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override
    {
        open(mark, anchor, tag, style == YAML::EmitterStyle::Flow ? YamlPart::Form::FlowList : YamlPart::Form::BlockList);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override
    {
        open(mark, anchor, tag, style == YAML::EmitterStyle::Flow ? YamlPart::Form::FlowMap : YamlPart::Form::BlockMap);
    }
    void OnMapEnd() override { close(); }

private:
    YamlPart begun(const YAML::Mark &mark, YAML::anchor_t anchor, const std::string &tag)
    {
        if (--m_left < 0) {
            throw BeyondLimit(mark.line + 1);
        }
        YamlPart part;
        part.begin = mark.pos + m_offset;
        part.line = mark.line + 1;
        part.column = mark.column;
        part.isInFlow = !m_open.empty() && m_open.back().isFlow();
        part.isShared = anchor != 0 || !(tag.empty() || tag == "?" || tag == "!");
        return part;
    }

    void open(const YAML::Mark &mark, YAML::anchor_t anchor, const std::string &tag, YamlPart::Form form)
    {
        if (m_open.size() >= DeepestPart) {
            throw BeyondLimit(mark.line + 1);
        }
        YamlPart part = begun(mark, anchor, tag);
        part.form = form;
        m_open.push_back(std::move(part));
    }

    void close()
    {
        YamlPart part = std::move(m_open.back());
        m_open.pop_back();
        const YamlPart *last = part.items.empty() ? nullptr : &part.items.back();
        if (part.isFlow()) {
            const qsizetype from = last != nullptr ? last->end : part.begin + 1;
            part.end = from < 0 ? -1 : flowEnd(m_bytes, from, part.isList() ? ']' : '}');
        } else {
            part.end = last != nullptr ? last->end : -1;
        }
        add(std::move(part));
    }

    qsizetype writtenNullEnd(qsizetype begin) const
    {
        for (const QByteArrayView word : {QByteArrayView("~"), QByteArrayView("null"), QByteArrayView("Null"), QByteArrayView("NULL")}) {
            const qsizetype end = begin + word.size();
            const char next = end < m_bytes.size() ? m_bytes[end] : '\n';
            if (m_bytes.mid(begin, word.size()) == word && QByteArrayView(" \t\r\n,}]#").contains(next)) {
                return end;
            }
        }
        return -1;
    }

    qsizetype behindColon(qsizetype keyEnd) const
    {
        qsizetype i = keyEnd;
        while (i >= 0 && i < m_bytes.size() && m_bytes[i] == ' ') {
            ++i;
        }
        return i >= 0 && i < m_bytes.size() && m_bytes[i] == ':' ? i + 1 : keyEnd;
    }

    // The key of the innermost map that has no value yet.
    const YamlPart *waitingKey() const
    {
        const bool isWaiting = !m_open.empty() && m_open.back().isMap() && m_open.back().keys.size() > m_open.back().items.size();
        return isWaiting ? &m_open.back().keys.back() : nullptr;
    }

    void add(YamlPart part)
    {
        if (m_open.empty()) {
            m_root = std::move(part);
            return;
        }
        YamlPart &into = m_open.back();
        const bool isKey = into.isMap() && waitingKey() == nullptr;
        const bool isMerge = isKey && part.text == "<<";
        into.isShared = into.isShared || part.isShared || isMerge || (isKey && !part.isScalar());
        (isKey ? into.keys : into.items).push_back(std::move(part));
    }

    const QByteArray &m_bytes;
    qsizetype m_offset;
    int m_left = MostParts;
    std::vector<YamlPart> m_open;
    YamlPart m_root;
};

tl::unexpected<Error> refusedAt(const QString &file, int line, int column, const QString &why)
{
    return fail(ErrorKind::Rejected, why, QStringLiteral("%1:%2:%3").arg(file).arg(line).arg(column));
}

} // namespace

qsizetype YamlPart::indexOf(QByteArrayView key) const
{
    const auto at = std::find_if(keys.begin(), keys.end(), [key](const YamlPart &part) { return part.isScalar() && part.text == key; });
    return at == keys.end() ? -1 : at - keys.begin();
}

const YamlPart *YamlPart::find(QByteArrayView key) const
{
    const qsizetype at = indexOf(key);
    return at < 0 || std::size_t(at) >= items.size() ? nullptr : &items[std::size_t(at)];
}

Result<YamlPart> yamlParts(const QByteArray &bytes, const QString &file)
{
    if (bytes.size() > LargestText) {
        return refusedAt(file, 1, 1, QStringLiteral("The file is larger than 4 MB"));
    }
    const qsizetype offset = bytes.startsWith("\xEF\xBB\xBF") ? ByteOrderMark : 0;
    PartBuilder builder(bytes, offset);
    try {
        std::istringstream in(bytes.mid(offset).toStdString());
        YAML::Parser parser(in);
        if (!parser.HandleNextDocument(builder)) {
            return YamlPart {};
        }
        YamlPart root = builder.take();
        PartBuilder second(bytes, offset);
        if (parser.HandleNextDocument(second)) {
            return refusedAt(file, second.take().line, 1, QStringLiteral("There is more than one document in this file"));
        }
        return root;
    } catch (const YAML::Exception &error) {
        return refusedAt(
            file, error.mark.line + 1, error.mark.column + 1, QStringLiteral("This is not YAML: %1").arg(QString::fromStdString(error.msg)));
    } catch (const BeyondLimit &limit) {
        return refusedAt(file, limit.line(), 1, QStringLiteral("There are more than 64 levels or 200,000 values"));
    }
}

} // namespace quarterdeck
