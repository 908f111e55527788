#include "ui/pages/logs/logcsv.h"

#include "app/core/nanotime.h"
#include "app/core/text.h"

namespace quarterdeck {

QByteArray logCsv(int count, const std::function<const LogLine &(int)> &line)
{
    QByteArray csv;
    const auto row = [&csv](const QStringList &cells) {
        QStringList safe;
        for (const QString &cell : cells) {
            safe.append(text::csvCell(cell));
        }
        csv += safe.join(u',').toUtf8() + "\r\n";
    };
    row({QStringLiteral("time"), QStringLiteral("level"), QStringLiteral("service"), QStringLiteral("source"), QStringLiteral("host"),
        QStringLiteral("text"), QStringLiteral("fields")});
    for (int i = 0; i < count; ++i) {
        const LogLine &one = line(i);
        QStringList fields;
        for (const Label &field : one.fields) {
            fields.append(field.name + u'=' + field.value);
        }
        row({nanoTime(one.nanos), logLevelName(one.level), one.service, one.source, one.host, QString::fromUtf8(one.text), fields.join(u' ')});
    }
    return csv;
}

} // namespace quarterdeck
