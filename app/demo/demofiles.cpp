#include "app/demo/demofiles.h"

#include "app/demo/company.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

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
    return text;
}

} // namespace

Result<Done> writeDemoFiles(const QString &folder, const DemoPorts &ports)
{
    Result<Done> done = write(folder + QStringLiteral("/prometheus.yml"), prometheusYml(ports));
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
