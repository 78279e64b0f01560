// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownobjects.h"

#include "docker/dockerengine.h"
#include "ensemble/ensemble.h"

namespace zoodock
{

QStringList OwnObjects::containerNames() const
{
    QStringList names;
    for (const ContainerInfo &container : containers)
        names += container.name;
    return names;
}

QStringList OwnObjects::names() const
{
    return containerNames() + networks + volumes;
}

OwnObjectsQuery::OwnObjectsQuery(DockerEngine &engine, QString cluster, QObject *parent)
    : ValueOperation(parent)
    , m_engine(engine)
    , m_cluster(std::move(cluster))
{
}

OwnObjectsQuery::~OwnObjectsQuery() = default;

void OwnObjectsQuery::begin()
{
    const QStringList filter{QString::fromUtf16(label::cluster) + u'=' + m_cluster};
    ask(m_engine.containers(filter, this), &OwnObjects::containers);
    ask(m_engine.networks(filter, this), &OwnObjects::networks);
    ask(m_engine.volumes(filter, this), &OwnObjects::volumes);
}

template <typename T>
void OwnObjectsQuery::ask(ValueOperation<T> *question, T OwnObjects::*place)
{
    ++m_open;
    connect(question, &Operation::finished, this, [this, question, place] {
        if (question->succeeded())
            m_found.*place = question->value();
        onAnswer(question->outcome());
    });
    question->start();
}

void OwnObjectsQuery::abort(const Error &why)
{
    fail(why);
}

void OwnObjectsQuery::onAnswer(const Result<void> &outcome)
{
    --m_open;
    if (isSettled())
        return;
    if (!outcome)
        fail(outcome.error());
    else if (m_open == 0)
        succeedWith(m_found);
}

void lookAtOwnObjects(DockerEngine &engine, const QString &cluster, QObject *owner, Operation *&running,
                      const std::function<void(const Result<OwnObjects> &)> &next)
{
    auto *const query = new OwnObjectsQuery(engine, cluster, owner);
    running = query;
    QObject::connect(query, &Operation::finished, owner, [query, &running, next] {
        running = nullptr;
        query->deleteLater();
        next(query->result());
    });
    query->start();
}

} // namespace zoodock
