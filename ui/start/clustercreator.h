// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"

#include "core/error.h"
#include "ensemble/ensemble.h"
#include "ensemble/hostfacts.h"

#include <QtCore/QList>
#include <QtCore/QObject>

#include <chrono>
#include <optional>

namespace zoodock
{

class ClusterTask;

/// From a wish to a running task: looks at the engine, proposes free ports, plans and creates. One wish at a
/// time: what is asked for meanwhile waits its turn. What fails before anything is made is a task of the
/// activity, too. Each that comes to nothing can be tried again, and changed.
class ClusterCreator : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterCreator)
public:
    enum class Ports { Proposed, AsChosen };
    explicit ClusterCreator(const UiServices &services, QObject *parent);

    /// Members, names and network are taken as they are; ports, and the image if none is named, from what the
    /// engine has; "Try again" looks for both anew. In a test run (ZOODOCK_TEST_RUN, as on the command line)
    /// what is made carries its label.
    void create(const Ensemble &wish);
    /// The same, with the ports as they are. Once it is made, the next wizard begins with `toRemember`.
    void createAsChosen(const Ensemble &wish, const Ensemble &toRemember);
    /// The quickstart's wish: `members` participants and every default.
    void create(const QString &name, int members);
    [[nodiscard]] ClusterService &service() const { return m_services.service; }
    /// A wish has no task yet.
    [[nodiscard]] bool isBusy() const { return m_looking; }

    /// "quickstart", then "cluster-2", "cluster-3" …
    [[nodiscard]] QString freeName() const;

Q_SIGNALS:
    void busyChanged(bool busy);
    void started(zoodock::ClusterTask *task);
    /// A person wants to change what `ended` was to make, and to have it made.
    void changeWanted(const zoodock::Ensemble &wish, zoodock::ClusterCreator::Ports ports,
                      zoodock::ClusterTask *ended);

private:
    struct Wish
    {
        Ensemble ensemble;
        Ports ports = Ports::Proposed; ///< in this attempt
        Ports asked = Ports::Proposed; ///< in the first one
        std::chrono::milliseconds quorumDeadline = std::chrono::seconds(60);
        std::optional<Ensemble> before = {}; ///< with the ports of an attempt that failed
        std::optional<Ensemble> toRemember = {};
    };

    [[nodiscard]] Wish wishFor(const Ensemble &ensemble, Ports ports) const;
    void begin(const Wish &wish);
    void look(const Wish &wish);
    void plan(const Wish &wish, const HostFacts &facts);
    static void letAmend(ClusterTask &task, const Wish &wish);
    void rememberOnceMade(const Ensemble &wish, ClusterTask *task);
    /// Nothing was made: the person reads why, and can ask for it again.
    void giveUp(const Wish &wish, bool hasLooked, const Error &error);
    void setBusy(bool busy);

    UiServices m_services;
    bool m_looking = false;
    QList<Wish> m_waiting; ///< those who came while it looked
};

} // namespace zoodock
