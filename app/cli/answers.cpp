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

QStringList sourcesWith(CliSession &session, Face face)
{
    QStringList names;
    for (const SourceInfo &info : session.engine().sync().infos()) {
        if (info.faces.testFlag(face)) {
            names.append(info.id);
        }
    }
    return names;
}

QStringList sourcesOfPromQl(CliSession &session)
{
    QStringList names;
    for (const SourceInfo &info : session.engine().sync().infos()) {
        if (info.metricLanguage == PromQl) {
            names.append(info.id);
        }
    }
    return names;
}

QStringList sourcesTaking(CliSession &session, Verb verb)
{
    QStringList names;
    for (const SourceInfo &info : session.engine().sync().infos()) {
        if (info.verbs.has(verb)) {
            names.append(info.id);
        }
    }
    return names;
}

} // namespace quarterdeck
