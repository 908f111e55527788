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
QString sinkProgram;

void sink(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static constexpr const char *Levels[] = {"debug", "warning", "critical", "fatal", "info"};
    const QString words = text::plain(redacted(message)) + u'\n';
    const QString line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' ' + QLatin1StringView(Levels[int(type)]) + u' '
        + QLatin1StringView(context.category != nullptr ? context.category : "default") + QStringLiteral(": ") + words;
    const QMutexLocker lock(&sinkMutex);
    const QByteArray bytes = line.toUtf8();
    const QByteArray shown = sinkProgram.isEmpty() ? bytes : (sinkProgram + QStringLiteral(": ") + words).toUtf8();
    std::fwrite(shown.constData(), 1, std::size_t(shown.size()), stderr);
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

void installLogSink(const QString &file, const QString &program)
{
    {
        const QMutexLocker lock(&sinkMutex);
        sinkFile = file;
        sinkProgram = program;
    }
    qInstallMessageHandler(sink);
}

} // namespace quarterdeck
