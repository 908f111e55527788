#include "app/yaml/yamlnode.h"
#include "app/yaml/yamlrepair.h"

#include <QSet>

#include <yaml-cpp/yaml.h>

namespace quarterdeck {

namespace {

constexpr qsizetype LargestFile = 4 * 1024 * 1024;
constexpr int DeepestNesting = 64;
constexpr int MostValues = 200'000;
constexpr qint64 MostText = 16LL * 1024 * 1024;

QString place(const QString &file, int line)
{
    return QStringLiteral("%1:%2").arg(file).arg(line);
}

// Copies yaml-cpp's shared nodes into values. An alias bomb is small in memory there and would be huge here: hence the budget.
class Copier {
public:
    Copier(const QString &file, int lineOffset, YamlDocument &document)
        : m_file(file)
        , m_offset(lineOffset)
        , m_document(document)
    {
    }

    bool copy(const YAML::Node &from, YamlNode &to, int depth)
    {
        to.line = lineOf(from);
        if (depth > DeepestNesting) {
            return refuse(to.line, QStringLiteral("The nesting is deeper than 64 levels"));
        }
        if (--m_budget < 0) {
            return refuse(to.line, QStringLiteral("There are more than 200,000 values once aliases are resolved"));
        }
        switch (from.Type()) {
        case YAML::NodeType::Scalar:
            to.kind = YamlNode::Kind::Scalar;
            m_text -= qint64(from.Scalar().size());
            if (m_text < 0) {
                return refuse(to.line, QStringLiteral("There is more than 16 MB of text once aliases are resolved"));
            }
            to.scalar = QString::fromStdString(from.Scalar());
            to.isQuoted = from.Tag() == "!";
            return true;
        case YAML::NodeType::Sequence:
            return copyList(from, to, depth);
        case YAML::NodeType::Map:
            return copyMap(from, to, depth);
        case YAML::NodeType::Undefined:
        case YAML::NodeType::Null:
            break;
        }
        return true;
    }
    const QString &refusal() const { return m_refusal; }
    int refusedAt() const { return m_refusedAt; }

private:
    int lineOf(const YAML::Node &node) const { return m_offset + std::max(0, node.Mark().line) + 1; }

    bool refuse(int line, const QString &why)
    {
        m_refusal = why;
        m_refusedAt = line;
        return false;
    }

    bool copyList(const YAML::Node &from, YamlNode &to, int depth)
    {
        to.kind = YamlNode::Kind::List;
        for (const YAML::Node &item : from) {
            if (!copy(item, to.items.emplace_back(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    bool copyMap(const YAML::Node &from, YamlNode &to, int depth)
    {
        to.kind = YamlNode::Kind::Map;
        QSet<QString> seen;
        for (const auto &pair : from) {
            const int line = lineOf(pair.first);
            if (!pair.first.IsScalar()) {
                m_document.problems.append(place(m_file, line) + QStringLiteral(": a key that is not plain text is ignored"));
                continue;
            }
            const QString key = QString::fromStdString(pair.first.Scalar());
            if (seen.contains(key)) {
                m_document.repeated.push_back({key, {}, line});
                continue;
            }
            seen.insert(key);
            YamlEntry &entry = to.entries.emplace_back();
            entry.key = key;
            entry.line = line;
            if (!copy(pair.second, entry.value, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    QString m_file;
    int m_offset;
    YamlDocument &m_document;
    int m_budget = MostValues;
    qint64 m_text = MostText;
    QString m_refusal;
    int m_refusedAt = 0;
};

struct Chunk {
    QByteArray bytes;
    int lineOffset = 0;
};

bool isMarker(QByteArrayView line, QByteArrayView marker)
{
    return line.startsWith(marker) && (line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r' || line[3] == '\n');
}

// "---" at the start of a line ends a document whatever stands around it (YAML 1.2, 9.1.2), so a bad document can be cut out.
std::vector<Chunk> documentChunks(const QByteArray &bytes)
{
    std::vector<Chunk> chunks(1);
    int line = 0;
    qsizetype at = 0;
    while (at < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', at);
        end = end < 0 ? bytes.size() : end + 1;
        const QByteArrayView text = QByteArrayView(bytes).sliced(at, end - at);
        if (isMarker(text, "---")) {
            chunks.push_back({{}, line});
        } else if (isMarker(text, "...")) {
            chunks.push_back({{}, line + 1});
            at = end;
            ++line;
            continue;
        }
        chunks.back().bytes.append(text.data(), text.size());
        at = end;
        ++line;
    }
    return chunks;
}

bool hasContent(const QByteArray &bytes)
{
    for (const QByteArray &line : bytes.split('\n')) {
        const QByteArray trimmed = line.trimmed();
        if (!trimmed.isEmpty() && trimmed != "---" && !trimmed.startsWith('#') && !line.startsWith('%')) {
            return true;
        }
    }
    return false;
}

// yaml-cpp refuses some of what YAML allows: a document that it cannot read is offered again with that written in another way.
YAML::Node load(const QByteArray &bytes)
{
    try {
        return YAML::Load(bytes.toStdString());
    } catch (const YAML::Exception &) {
        const QByteArray repaired = repairedYaml(bytes);
        if (repaired == bytes) {
            throw;
        }
        return YAML::Load(repaired.toStdString());
    }
}

YamlDocument readDocument(const Chunk &chunk, const QString &file)
{
    YamlDocument document {YamlNode(), chunk.lineOffset + 1, {}};
    try {
        const YAML::Node loaded = load(chunk.bytes);
        Copier copier(file, chunk.lineOffset, document);
        YamlNode root;
        if (copier.copy(loaded, root, 0)) {
            document.root = std::move(root);
        } else {
            document.root = fail(ErrorKind::Rejected, copier.refusal(), place(file, copier.refusedAt()) + QStringLiteral(":1"));
        }
    } catch (const YAML::Exception &error) {
        const int line = chunk.lineOffset + std::max(0, error.mark.line) + 1;
        document.root = fail(ErrorKind::Rejected, QStringLiteral("This is not YAML: %1").arg(QString::fromStdString(error.msg)),
            place(file, line) + QStringLiteral(":%1").arg(std::max(0, error.mark.column) + 1));
    } catch (const std::exception &error) {
        document.root = fail(ErrorKind::Rejected, QStringLiteral("This is not YAML: %1").arg(QString::fromUtf8(error.what())),
            place(file, chunk.lineOffset + 1) + QStringLiteral(":1"));
    }
    return document;
}

} // namespace

std::vector<YamlDocument> parseYaml(const QByteArray &bytes, const QString &file)
{
    std::vector<YamlDocument> documents;
    if (bytes.size() > LargestFile) {
        documents.push_back({fail(ErrorKind::Rejected, QStringLiteral("The file is larger than 4 MB"), file + QStringLiteral(":1:1")), 1, {}});
        return documents;
    }
    QByteArray text = bytes;
    if (text.startsWith("\xEF\xBB\xBF")) {
        text.remove(0, 3);
    }
    for (const Chunk &chunk : documentChunks(text)) {
        if (hasContent(chunk.bytes)) {
            documents.push_back(readDocument(chunk, file));
        }
    }
    return documents;
}

} // namespace quarterdeck
