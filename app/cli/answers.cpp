#include "app/cli/answers.h"

namespace quarterdeck {

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
