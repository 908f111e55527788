#include "app/ownership/people.h"

namespace quarterdeck {

int People::numberOf(const QString &nameOrAddress)
{
    const QString key = nameOrAddress.trimmed().toLower();
    const auto at = m_numbers.constFind(key);
    if (at != m_numbers.constEnd()) {
        return *at;
    }
    m_names.append(nameOrAddress);
    return *m_numbers.insert(key, int(m_names.size()) - 1);
}

void People::add(const OnCallPerson &person)
{
    const int number = numberOf(person.name);
    if (person.email.isEmpty()) {
        return;
    }
    // Both were known, each as somebody: they are one.
    const int other = numberOf(person.email);
    for (int &one : m_numbers) {
        one = one == other ? number : one;
    }
}

} // namespace quarterdeck
