// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storewait.h"

#include <QtCore/QDateTime>
#include <QtCore/QMap>
#include <QtCore/QSet>

namespace zoodock
{

struct ClusterStatus;
struct MemberStatus;

/// Which life of which container.
struct ContainerMark
{
    QString id;
    QDateTime startedAt;

    [[nodiscard]] static ContainerMark of(const MemberStatus &member);
    friend bool operator==(const ContainerMark &, const ContainerMark &) = default;
};

/// Reads the store until the quorum is there and the given members serve, those with a mark in a later life
/// than that. NoQuorum at the deadline (caused by Timeout), and at once where one of the marked has died for
/// good. Does not probe.
class ServingWait : public StoreWait
{
    Q_OBJECT
public:
    ServingWait(const ClusterStore &store, QString cluster, QSet<int> members, QMap<int, ContainerMark> marks,
                QObject *parent);
    ~ServingWait() override;

protected:
    void abort(const Error &why) override;
    void look(const ClusterStatus &status) override;

private:
    [[nodiscard]] bool isNewLife(const MemberStatus &member) const;
    [[nodiscard]] QStringList missing(const ClusterStatus &status) const;

    QSet<int> m_members;
    QMap<int, ContainerMark> m_marks;
};

} // namespace zoodock
