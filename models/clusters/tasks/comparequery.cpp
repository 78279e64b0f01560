// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparequery.h"

#include "docker/dockerengine.h"
#include "ensemble/ensemblejson.h"
#include "ensemble/secretrules.h"

#include <utility>

namespace zoodock
{

namespace
{

QString labelText(const ContainerInfo &container, const char16_t *key)
{
    return container.labels.value(QString::fromUtf16(key));
}

} // namespace

CompareQuery::CompareQuery(DockerEngine &engine, Ensemble before, Ensemble after, bool withAbsent,
                           QObject *parent)
    : ValueOperation(parent)
    , m_engine(engine)
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_withAbsent(withAbsent)
{
}

CompareQuery::~CompareQuery() = default;

void CompareQuery::begin()
{
    auto *const query = new OwnObjectsQuery(m_engine, m_before.name, this);
    connect(query, &Operation::finished, this, [this, query] {
        if (!isSettled())
            onFound(query->result());
    });
    query->start();
}

void CompareQuery::abort(const Error &why)
{
    fail(why); // the question is our child and only asks
}

void CompareQuery::onFound(const Result<OwnObjects> &found)
{
    if (!found) {
        fail(found.error());
        return;
    }
    for (const ContainerInfo &container : found->containers) {
        m_made.insert(labelText(container, label::member).toInt(), {container, madeWith(container)});
    }
    EnsembleChange change = changeBetween(m_before, m_after);
    if (!m_before.adopted) {
        QMap<int, Ensemble> specs;
        for (auto made = m_made.cbegin(); made != m_made.cend(); ++made)
            specs.insert(made.key(), made->spec);
        change.setMade(specs);
        if (m_withAbsent)
            addAbsent(change);
    }
    succeedWith(change);
}

/// An interrupted change may have made it with the secrets that are wanted.
Ensemble CompareQuery::madeWith(const ContainerInfo &container) const
{
    const Result<Ensemble> spec = ensembleFromJson(labelText(container, label::spec).toUtf8());
    if (!spec)
        return m_before;
    const Ensemble filled = withSecretsOf(*spec, m_before);
    return m_after.secretsKey.isEmpty() ? filled : withSecretsOf(filled, m_after);
}

/// Whoever made a container that was never started came no further.
bool CompareQuery::wasStarted(int memberId) const
{
    const auto made = m_made.constFind(memberId);
    return made != m_made.cend() && made->container.startedAt.isValid();
}

void CompareQuery::addAbsent(EnsembleChange &change) const
{
    const QList<int> differing = std::exchange(change.members, {});
    for (const Member &member : m_after.members) {
        if (differing.contains(member.id) || !wasStarted(member.id))
            change.members += member.id;
    }
    change.settle();
}

} // namespace zoodock
