#include "ui/widgets/loglinesheet.h"

#include "app/core/nanotime.h"
#include "app/core/text.h"

#include <QCoreApplication>
#include <QDialog>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestText = 1024 * 1024;

} // namespace

QString logLineBlock(const LogLine &line)
{
    QStringList head;
    for (const QString &fact : {nanoTime(line.nanos), line.source, line.host, line.service}) {
        if (!fact.isEmpty()) {
            head << text::plain(fact, 200);
        }
    }
    QStringList blocks {head.join(QStringLiteral(" \u00b7 ")), text::plainBlock(QString::fromUtf8(line.text), LongestText)};
    QStringList fields;
    for (const Label &field : line.fields) {
        fields << text::plain(field.name, 200) + u'=' + text::plain(field.value);
    }
    blocks << fields.join(u'\n');
    blocks.removeAll(QString());
    return blocks.join(QStringLiteral("\n\n"));
}

void showLogLine(const LogLine &line, const Theme &theme, QWidget *parent)
{
    auto *sheet = new QDialog(parent);
    sheet->setObjectName(QStringLiteral("logLineSheet"));
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowTitle(QCoreApplication::translate("LogLineSheet", "Log record"));
    auto *record = new QPlainTextEdit(logLineBlock(line), sheet);
    record->setObjectName(QStringLiteral("logLineText"));
    record->setAccessibleName(sheet->windowTitle());
    record->setReadOnly(true);
    record->setLineWrapMode(QPlainTextEdit::NoWrap);
    record->setFont(theme.font(TypeFace::Mono));
    auto *column = new QVBoxLayout(sheet);
    column->addWidget(record);
    sheet->resize(900, 480);
    sheet->open();
}

} // namespace quarterdeck
