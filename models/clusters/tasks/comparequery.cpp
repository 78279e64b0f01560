// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparequery.h"

#include "containerrecipe.h"
#include "docker/dockerengine.h"
#include "ensemble/ensemblejson.h"

namespace zoodock
{

namespace
{

QString labelOf(const ContainerInfo &container, const char16_t *key)
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
        const Result<Ensemble> spec = ensembleFromJson(labelOf(container, label::spec).toUtf8());
        m_made.insert(labelOf(container, label::member).toInt(), {container, spec.value_or(m_before)});
    }
    EnsembleChange change = changeBetween(m_before, m_after);
    if (!m_before.adopted) {
        const QList<int> byWish = change.members;
        change.members.clear();
        for (const Member &member : m_after.members) {
            if (differs(member.id, byWish.contains(member.id)))
                change.members += member.id;
        }
        for (const Made &made : std::as_const(m_made))
            change.together = change.together || needsAllAtOnce(made.spec, m_after);
        change.settle();
    }
    succeedWith(change);
}

bool CompareQuery::differs(int memberId, bool wishDiffers) const
{
    const auto made = m_made.find(memberId);
    if (made == m_made.end())
        return m_withAbsent; // otherwise it is made with the new settings when it is started
    if (!made->spec.member(memberId))
        return wishDiffers;
    return !makesSameContainer(made->spec, m_after, memberId);
}

} // namespace zoodock
