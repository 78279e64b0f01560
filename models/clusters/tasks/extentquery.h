// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/removalextent.h"
#include "core/operation.h"
#include "ownobjects.h"

namespace zoodock
{

class DockerEngine;

/// What carries a cluster's label, and how much its volumes hold, if that is asked. Docker's own count takes
/// a while where there is much: after some seconds the answer comes without sizes.
class ExtentQuery : public ValueOperation<RemovalExtent>
{
    Q_OBJECT
public:
    ExtentQuery(DockerEngine &engine, QString cluster, RemovalExtent::Sizes sizes, QObject *parent);
    ~ExtentQuery() override;

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void onFound(const Result<OwnObjects> &found);
    void size();

    DockerEngine &m_engine;
    QString m_cluster;
    RemovalExtent::Sizes m_sizes;
    RemovalExtent m_extent;
};

} // namespace zoodock
