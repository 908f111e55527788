#include "app/core/log.h"

#include "app/core/redact.h"
#include "app/core/text.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>

#include <cstdio>

namespace quarterdeck {

Q_LOGGING_CATEGORY(logNet, "quarterdeck.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "quarterdeck.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logSync, "quarterdeck.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "quarterdeck.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(logDemo, "quarterdeck.demo", QtInfoMsg)

namespace {

constexpr qint64 RotateAt = 4 * 1024 * 1024;
QMutex sinkMutex;
QString sinkFile;

void sink(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static constexpr const char *Levels[] = {"debug", "warning", "critical", "fatal", "info"};
    const QString line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' ' + QLatin1StringView(Levels[int(type)]) + u' '
        + QLatin1StringView(context.category != nullptr ? context.category : "default") + QStringLiteral(": ") + text::plain(redacted(message))
        + u'\n';
    const QMutexLocker lock(&sinkMutex);
    const QByteArray bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    if (sinkFile.isEmpty()) {
        return;
    }
    QFile file(sinkFile);
    if (file.size() > RotateAt) {
        QFile::remove(sinkFile + QStringLiteral(".1"));
        QFile::rename(sinkFile, sinkFile + QStringLiteral(".1"));
    }
    if (file.open(QIODevice::Append, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        file.write(bytes);
    }
}

} // namespace

void installLogSink(const QString &file)
{
    {
        const QMutexLocker lock(&sinkMutex);
        sinkFile = file;
    }
    qInstallMessageHandler(sink);
}

} // namespace quarterdeck
