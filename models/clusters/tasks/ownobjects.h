// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "docker/dockerobjects.h"

#include <functional>
#include <memory>

namespace zoodock
{

class DockerEngine;

/// What an engine has of one cluster: everything that carries its label, and nothing else.
struct OwnObjects
{
    QList<ContainerInfo> containers;
    QStringList networks;
    QStringList volumes;

    [[nodiscard]] QStringList containerNames() const;
    /// Containers, networks, volumes, in this order.
    [[nodiscard]] QStringList names() const;
};

/// Asks the engine for them, all kinds at the same time.
class OwnObjectsQuery : public ValueOperation<OwnObjects>
{
    Q_OBJECT
public:
    OwnObjectsQuery(DockerEngine &engine, QString cluster, QObject *parent);
    ~OwnObjectsQuery() override;

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    template <typename T>
    void ask(ValueOperation<T> *question, T OwnObjects::*place);
    void onAnswer(const Result<void> &outcome);

    DockerEngine &m_engine;
    QString m_cluster;
    OwnObjects m_found;
    int m_open = 0;
};

/// Asks for `owner`, whose `running` operation this is meanwhile; then `next`.
void lookAtOwnObjects(DockerEngine &engine, const QString &cluster, QObject *owner, Operation *&running,
                      const std::function<void(const Result<OwnObjects> &)> &next);

} // namespace zoodock
