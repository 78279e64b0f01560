// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "znodes/znodepath.h"

#include <QtCore/QList>

#include <memory>

namespace zoodock
{

class ZnodeConnection;

struct ZnodeQuery
{
    ZnodePath below;
    QString text;
    bool regularExpression = false; ///< of QRegularExpression; ^ and $ stand for begin and end of each line
    bool caseSensitive = false;
    bool names = true; ///< the last component of the path
    /// As the text that readingOf() takes them for, what is none as UTF-8 or ISO-8859-1; a plain text also in
    /// every other charset of valuecodec.h, wherever the bytes are text of it.
    bool values = false;
    int resultLimit = 100'000; ///< reached: ends with success, isComplete() is false then
    friend bool operator==(const ZnodeQuery &, const ZnodeQuery &) = default;
};

struct ZnodeMatch
{
    ZnodePath path;
    bool inName = false;
    bool inValue = false;
    QString excerpt; ///< of the value, around the first match
    friend bool operator==(const ZnodeMatch &, const ZnodeMatch &) = default;
};

/// Searches a subtree: a pipelined walk with a bounded window of requests, the answers matched in
/// another thread as they come, results told as they come (a few times a second, in batches). Znodes that may
/// not be read are counted, not fatal; znodes that vanish meanwhile are passed over. Fails with InvalidInput
/// for a broken regular expression. While the connection is broken it waits, and goes on in the same session;
/// ends with Cancelled when the connection's generation changes.
class ZnodeSearch : public Operation
{
    Q_OBJECT
public:
    ZnodeSearch(ZnodeConnection *connection, ZnodeQuery query, QObject *parent);
    ~ZnodeSearch() override;

    [[nodiscard]] const ZnodeQuery &query() const;
    [[nodiscard]] const QList<ZnodeMatch> &matches() const;
    [[nodiscard]] qint64 visited() const;   ///< znodes looked at
    [[nodiscard]] qint64 known() const;     ///< znodes known to exist so far; grows
    [[nodiscard]] qint64 forbidden() const; ///< could not be read for want of permission
    [[nodiscard]] qint64 givenUp() const;   ///< the regular expression would have taken too long on them
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool isWaiting() const; ///< for the connection to come back

Q_SIGNALS:
    /// matches() has grown: from index `first` on.
    void found(qsizetype first);
    /// Or it begins to wait, or ceases to.
    void progress(qint64 visited, qint64 known);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace zoodock
