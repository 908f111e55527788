#pragma once

#include "app/sources/files/connector.h"
#include "tests/contract/bench.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace quarterdeck {

/// When the logs of these tests begin.
/// What an answer lacks, in words.
inline QStringList sentencesOf(const std::vector<Error> &lacks)
{
    QStringList sentences;
    for (const Error &lack : lacks) {
        sentences.append(lack.what);
    }
    return sentences;
}

inline const UtcTime Beginning {1'777'690'800'000}; // 2026-05-02T03:00:00Z

/// A folder of log files and our source over it; what a tail brings is gathered.
class FilesBench : public QObject {
protected:
    void startFiles(const QMap<QString, QString> &options = {})
    {
        m_bench = std::make_unique<ContractBench>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_got.clear();
        m_gaps = 0;
        m_isFollowing = false;
        open(options);
    }
    void open(const QMap<QString, QString> &options)
    {
        const auto connector = makeFilesConnector();
        Endpoint endpoint = ContractBench::endpoint({});
        endpoint.kind = connector->kind();
        endpoint.options.insert(QStringLiteral("paths"), m_folder->path());
        endpoint.options.insert(QStringLiteral("zone"), QStringLiteral("UTC"));
        endpoint.options.insert(options);
        m_source.reset();
        m_source = m_bench->open(*connector, endpoint);
    }

    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes, QIODevice::OpenMode how = QIODevice::Truncate) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly | how) || file.write(bytes) != bytes.size()) {
            qFatal("The test cannot write %s", qPrintable(name));
        }
    }
    void append(const QString &name, const QByteArray &bytes) const { write(name, bytes, QIODevice::Append); }
    /// Packs a file in its place by a program: "app.log" becomes "app.log.gz".
    void pack(const QString &program, const QString &name) const
    {
        QStringList arguments {QStringLiteral("-q"), path(name)};
        if (program == u"zstd") {
            arguments.prepend(QStringLiteral("--rm"));
        }
        QProcess::execute(program, arguments);
    }

    /// A line of the second `second` after Beginning.
    static QByteArray line(qint64 second, const QByteArray &text)
    {
        return toRfc3339(Beginning + Millis(second * 1000)).toLatin1() + ' ' + text + '\n';
    }
    static LogQuery seconds(qint64 from, qint64 to, int limit = 1000)
    {
        LogQuery query;
        query.range = {Beginning + Millis(from * 1000), Beginning + Millis(to * 1000)};
        query.limit = limit;
        return query;
    }
    Result<LogPage> ask(const LogQuery &query) { return await(m_source->logs()->query(query, {})); }
    /// The texts without their time.
    static QByteArrayList texts(const std::vector<LogLine> &lines)
    {
        QByteArrayList out;
        for (const LogLine &line : lines) {
            const bool isTimed = line.text.startsWith("20");
            out.append(isTimed ? line.text.mid(line.text.indexOf(' ') + 1) : line.text);
        }
        return out;
    }

    void follow(LogQuery query = {})
    {
        m_stop = std::stop_source();
        m_ended = m_source->logs()->tail(
            query,
            [this](const TailEvent &event) {
                if (std::holds_alternative<TailFollowing>(event)) {
                    m_isFollowing = true;
                } else if (std::holds_alternative<TailGap>(event)) {
                    ++m_gaps;
                } else {
                    m_got += texts(std::get<std::vector<LogLine>>(event));
                }
            },
            m_stop.get_token());
        QVERIFY(QTest::qWaitFor([this] { return m_isFollowing; }, 10'000));
    }
    void unfollow()
    {
        m_stop.request_stop();
        const auto ended = await(m_ended);
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
    }

    std::unique_ptr<ContractBench> m_bench;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Source> m_source;
    QByteArrayList m_got;
    int m_gaps = 0;
    bool m_isFollowing = false;
    std::stop_source m_stop;
    Async<Done> m_ended;
};

} // namespace quarterdeck
