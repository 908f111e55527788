#include "tests/support/pagerdutyserver.h"

#include <QCoreApplication>

#include <iostream>

/// The stand-in for PagerDuty as a program, for tests/faults/acts. It says where it listens, then opens an incident for each line that it is
/// given and says its id; it ends with its input.
int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    quarterdeck::PagerdutyServer server;
    std::cout << server.url().toString().toStdString() << std::endl;
    for (std::string title; std::getline(std::cin, title);) {
        const QString id = server.with([&title](quarterdeck::PagerdutyAccount &account) { return account.open(QString::fromStdString(title)); });
        std::cout << id.toStdString() << std::endl;
    }
    return 0;
}
