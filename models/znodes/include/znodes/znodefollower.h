// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "znodes/acl.h"
#include "znodes/znodepath.h"
#include "znodes/znodestat.h"

#include <QtCore/QObject>

#include <memory>
#include <optional>

namespace zoodock
{

class ZnodeConnection;

/// The value of one znode, live: read with a watch and again at every change, at most a few times a second;
/// the last reading is after the last change. Survives the znode's removal (it says so, and goes on when the
/// znode comes back) and new sessions.
class ZnodeFollower : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeFollower)
public:
    enum class State {
        Idle,    ///< no path
        Loading, ///< not read yet
        Present, ///< value() is what the server last said
        Absent,  ///< there is no such znode (now)
        Failed,  ///< error(): not allowed to read, …
    };

    /// The connection outlives the follower.
    explicit ZnodeFollower(ZnodeConnection *connection, QObject *parent);
    ~ZnodeFollower() override;

    /// No path: stops, and gives the watch back.
    void setPath(const std::optional<ZnodePath> &path);
    [[nodiscard]] const std::optional<ZnodePath> &path() const;
    [[nodiscard]] State state() const;
    /// The last value seen, also while Absent or while the connection is broken.
    [[nodiscard]] const std::optional<ZnodeValue> &value() const;
    [[nodiscard]] const std::optional<Error> &error() const;
    /// Reads again (F5).
    void refresh();

Q_SIGNALS:
    /// State, error, or something of the stat other than the value's version.
    void stateChanged();
    /// A value was read that differs from the last one in value, version or identity (czxid). `missed`
    /// changes of the value lay between the two and were not seen; −1 where the znode was made anew
    /// meanwhile.
    void valueChanged(qint64 missed);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace zoodock
