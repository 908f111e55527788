#include "app/demo/demofiles.h"

#include "app/demo/company.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>

namespace quarterdeck::demo {

namespace {

Result<Done> write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner) || file.write(bytes) != bytes.size()) {
        return fail(ErrorKind::Storage, QStringLiteral("The demo cannot write ") + path + QStringLiteral(": ") + file.errorString(), path);
    }
    return Done {};
}

QByteArray prometheusYml(const DemoPorts &ports)
{
    QByteArray yml = "global:\n  scrape_interval: 2s\n  evaluation_interval: 2s\nrule_files: [rules.yml]\nalerting:\n"
                     "  alertmanagers:\n    - static_configs: [{targets: ['127.0.0.1:"
        + QByteArray::number(ports.alertmanager) + "']}]\nscrape_configs:\n";
    for (const DemoService &service : company()) {
        const QByteArray name = service.name.toUtf8();
        yml += "  - job_name: " + name + "\n    metrics_path: /metrics/" + name + "\n    static_configs:\n      - targets: ['127.0.0.1:"
            + QByteArray::number(ports.exporter) + "']\n        labels: {service: " + name + ", instance: '" + name + ":8080'}\n";
    }
    return yml;
}

QByteArray configYaml(QByteArray text, const DemoPorts &ports)
{
    text.replace("@PROMETHEUS@", QByteArray::number(ports.prometheus));
    text.replace("@ALERTMANAGER@", QByteArray::number(ports.alertmanager));
    text.replace("@JOURNAL@", QByteArray::number(ports.journal));
    text.replace("@PAGERDUTY@", QByteArray::number(ports.pager));
    text.replace("@ICINGA2@", QByteArray::number(ports.icinga));
    QByteArrayList lines = text.split('\n');
    if (ports.icinga == 0) {
        lines.removeIf([](const QByteArray &line) { return line.endsWith(" # where it is installed"); });
    }
    return lines.join('\n');
}

QByteArray randomKey()
{
    const auto half = [] { return QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0'); };
    return half() + half();
}

} // namespace

DemoKeys DemoKeys::random()
{
    return {randomKey(), randomKey()};
}

Result<Done> writeDemoFiles(const QString &folder, const DemoPorts &ports, const DemoKeys &keys)
{
    Result<Done> done = write(folder + QStringLiteral("/prometheus.yml"), prometheusYml(ports))
                            .and_then([&](Done) { return write(folder + QStringLiteral("/pagerduty.key"), keys.pager + '\n'); })
                            .and_then([&](Done) { return write(folder + QStringLiteral("/icinga2.key"), keys.icinga + '\n'); });
    QDirIterator files(QStringLiteral(":/demo"), QDir::Files, QDirIterator::Subdirectories);
    while (done && files.hasNext()) {
        QFile source(files.next());
        if (!source.open(QIODevice::ReadOnly)) {
            return fail(ErrorKind::Internal, QStringLiteral("A file of the demo is missing from the program"), source.fileName());
        }
        QByteArray bytes = source.readAll();
        const QString relative = source.fileName().mid(QStringLiteral(":/demo/").size());
        if (relative == QLatin1StringView("config.yaml")) {
            bytes = configYaml(bytes, ports);
        }
        done = write(folder + u'/' + relative, bytes);
    }
    return done;
}

} // namespace quarterdeck::demo
