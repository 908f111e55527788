#include "app/cli/answers.h"

namespace quarterdeck {

QStringList wordsOf(const std::vector<std::string> &words)
{
    QStringList all;
    for (const std::string &word : words) {
        all.append(QString::fromStdString(word));
    }
    return all;
}

QStringList sourcesThat(CliSession &session, Can can)
{
    QStringList names;
    for (const SourceInfo &info : session.engine().sync().infos()) {
        if (info.can.testFlag(can)) {
            names.append(info.id);
        }
    }
    return names;
}

} // namespace quarterdeck
