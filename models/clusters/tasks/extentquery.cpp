// SPDX-License-Identifier: GPL-3.0-or-later
#include "extentquery.h"

#include "docker/dockerengine.h"
#include "docker/dockerparsers.h"

namespace zoodock
{

using namespace std::chrono_literals;

namespace
{

/// A person waits for the question.
constexpr std::chrono::milliseconds countingTime = 8s;

} // namespace

ExtentQuery::ExtentQuery(DockerEngine &engine, QString cluster, RemovalExtent::Sizes sizes, QObject *parent)
    : ValueOperation(parent)
    , m_engine(engine)
    , m_cluster(std::move(cluster))
    , m_sizes(sizes)
{
}

ExtentQuery::~ExtentQuery() = default;

void ExtentQuery::begin()
{
    auto *const query = new OwnObjectsQuery(m_engine, m_cluster, this);
    connect(query, &Operation::finished, this, [this, query] {
        if (!isSettled())
            onFound(query->result());
    });
    query->start();
}

void ExtentQuery::abort(const Error &why)
{
    fail(why); // the questions are our children and only ask
}

void ExtentQuery::onFound(const Result<OwnObjects> &found)
{
    if (!found) {
        fail(found.error());
        return;
    }
    m_extent.cluster = m_cluster;
    m_extent.containers = found->containerNames();
    m_extent.networks = found->networks;
    for (const QString &name : found->volumes)
        m_extent.volumes.append({name, std::nullopt});
    if (m_extent.volumes.isEmpty() || m_sizes == RemovalExtent::Sizes::LeftOut)
        succeedWith(m_extent);
    else
        size();
}

void ExtentQuery::size()
{
    CommandSpec spec = m_engine.commands().volumeSizes();
    spec.deadline = countingTime;
    ValueOperation<QByteArray> *const count = m_engine.run(spec, this);
    connect(count, &Operation::finished, this, [this, count] {
        if (isSettled())
            return;
        const Result<QMap<QString, qint64>> sizes =
            count->succeeded() ? parse::volumeSizes(count->value()) : failure(count->error());
        for (RemovalExtent::Volume &volume : m_extent.volumes) {
            if (sizes && sizes->contains(volume.name))
                volume.bytes = sizes->value(volume.name);
        }
        succeedWith(m_extent);
    });
    count->start();
}

} // namespace zoodock
