#include "app/sources/icinga2/objectref.h"

namespace quarterdeck::icinga2 {

ObjectRef ObjectRef::fromId(QStringView id)
{
    const qsizetype mark = id.indexOf(u'!');
    if (mark < 0) {
        return {id.toString(), {}};
    }
    const QStringView service = id.mid(mark + 1);
    if (mark == 0 || service.isEmpty() || service.contains(u'!')) {
        return {};
    }
    return {id.left(mark).toString(), service.toString()};
}

} // namespace quarterdeck::icinga2
