// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "znodes/znodeeditor.h"

#include <QtCore/QJsonObject>
#include <QtCore/QObject>

#include <memory>

namespace zoodock
{

class ZnodeConnection;

/// A subtree outside of a server. Paths are relative to the exported node; parents first.
struct ZnodeDump
{
    static constexpr int formatVersion = 1;
    ZnodePath exportedFrom;
    QDateTime exportedAt; ///< UTC
    QList<ZnodeRecord> records;
};

/// Lossless: a value as text where it is UTF-8 that survives the way there and back, else base64; null is not
/// "".
/// {"zoodock":"znodes","version":1,"path":…,"exported":…,"znodes":[{"path":"/a","text":…|"base64":…,"acl":[…],
/// "kind":"persistent","ttl":…}]}
[[nodiscard]] QByteArray toJson(const ZnodeDump &dump);
/// FileDamaged with line or entry and reason; FileNewer for a later version.
[[nodiscard]] Result<ZnodeDump> dumpFromJson(const QByteArray &json);

enum class ImportConflict { Skip, Overwrite, Stop };

/// What an import would do; the preview shows it.
struct ImportPreview
{
    QList<ZnodePath> toCreate;
    QList<ZnodePath> existing; ///< equal in value and ACL ones left out
    qint64 equal = 0;
    QStringList losses; ///< ephemerals come back as …
};

/// Export and import of subtrees; pipelined, in batches under the packet limit.
class ZnodeTransfer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeTransfer)
public:
    explicit ZnodeTransfer(ZnodeConnection *connection, QObject *parent);
    ~ZnodeTransfer() override;

    [[nodiscard]] ValueOperation<ZnodeDump> *exportSubtree(const ZnodePath &top, QObject *parent);
    [[nodiscard]] ValueOperation<ImportPreview> *preview(const ZnodeDump &dump, const ZnodePath &under,
                                                         QObject *parent);
    [[nodiscard]] ZnodeChange *import(const ZnodeDump &dump, const ZnodePath &under,
                                      ImportConflict onConflict, QObject *parent);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace zoodock
