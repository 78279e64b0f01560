// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "znodes/znodeeditor.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <QtCore/QSet>

#include <functional>
#include <memory>

namespace zoodock
{

class ZnodeConnection;
class ZnodeWalk;
struct ZooAcl;
struct ZooStat;

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
/// An entry of an ACL whose hash the server hid is "masked":true, and left out when it is imported.
[[nodiscard]] QByteArray toJson(const ZnodeDump &dump);
/// The same piece by piece, until `write` says false; false then.
bool writeJson(const ZnodeDump &dump, const std::function<bool(const QByteArray &piece)> &write);
/// FileDamaged with line or entry and reason; FileNewer for a later version.
[[nodiscard]] Result<ZnodeDump> dumpFromJson(const QByteArray &json);

/// What is there already with another value or ACL: Skip leaves it, Overwrite replaces both, Stop changes
/// nothing at all (NodeExists) where there is any.
enum class ImportConflict { Skip, Overwrite, Stop };

/// What an import would do; the preview shows it.
struct ImportPreview
{
    QList<ZnodePath> toCreate;
    QList<ZnodePath> existing; ///< equal in value and ACL ones left out
    QSet<ZnodePath> emptied;   ///< of `existing`: one side has no value, the other an empty one; else equal
    QHash<ZnodePath, ZnodeStat> seen; ///< of `existing`: what may be overwritten
    qint64 equal = 0;
    QStringList losses;      ///< ephemerals come back as …
    QList<ZnodePath> locked; ///< nobody but the servers' superuser may change their ACLs afterwards
    QList<ZnodePath> barred; ///< Undo may not delete what is created below them
};

/// What is lost by it, and what cannot be taken back.
[[nodiscard]] QStringList lossesOf(const ImportPreview &preview, ImportConflict onConflict);

/// Compares an export with what is there. NoNode: the znode above the one to import into does not exist.
/// TooLarge: a value is above the server's limit.
class ImportComparison : public ValueOperation<ImportPreview>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportComparison)
public:
    ImportComparison(ZnodeConnection *connection, qint64 packetLimit, QList<ZnodeRecord> records,
                     ZnodePath under, QObject *parent);
    /// While the connection is broken it waits, and goes on in the same session; Cancelled in another one.
    void setPatient() { m_patient = true; }

Q_SIGNALS:
    void progress(qint64 done, qint64 total);
    /// For the connection to come back, or no more.
    void waits(bool on);

protected:
    void begin() override;

private:
    /// About one record.
    struct Question;
    void askForParent();
    void pump();
    void ask(qsizetype row);
    void answered(const Question &question, const Result<ZooAcl> &acl);
    void noteLocks();
    void noteSeen(const ZnodePath &path, const std::optional<ZooStat> &data, const Result<ZooAcl> &acl);
    [[nodiscard]] bool isInterrupted(const Error &error, int breaks) const;
    void onState();
    void goOn();
    /// Until onState() goes on.
    void wait();

    ZnodeConnection *m_connection;
    qint64 m_packetLimit;
    QList<ZnodeRecord> m_records;
    ZnodePath m_under;
    ImportPreview m_preview;
    qsizetype m_next = 0;
    QList<qsizetype> m_again; ///< rows that were on their way when the connection broke
    int m_open = 0;
    int m_breaks = 0; ///< of the connection
    bool m_patient = false;
    bool m_parentKnown = false;
    bool m_waits = false; ///< for the connection
};

/// Reads a subtree, parents first. NoAuth where something may not be read: an export that silently lacks
/// something would be no export. While the connection is broken it waits, and goes on in the same session.
class ZnodeExport : public ValueOperation<ZnodeDump>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeExport)
public:
    ZnodeExport(ZnodeConnection *connection, const ZnodePath &top, QObject *parent);
    ~ZnodeExport() override;

Q_SIGNALS:
    /// `known` znodes to exist so far; grows.
    void progress(qint64 read, qint64 known);
    /// For the connection to come back, or no more.
    void waits(bool on);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void take(ZnodeRecord record);

    ZnodeDump m_dump;
    std::unique_ptr<ZnodeWalk> m_walk;
};

/// To and from a file, in another thread; what is written is whole or as it was before. FileMissing,
/// FileDamaged, FileNewer; FileUnwritable. Writing that is cancelled leaves nothing behind, also when the
/// operation is destroyed: that waits for the few milliseconds until it has stopped.
[[nodiscard]] ValueOperation<ZnodeDump> *readDumpFile(const QString &file, QObject *parent);
[[nodiscard]] Operation *writeDumpFile(const QString &file, const ZnodeDump &dump, QObject *parent);

/// Export and import of subtrees; pipelined, in batches under the packet limit.
class ZnodeTransfer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeTransfer)
public:
    explicit ZnodeTransfer(ZnodeConnection *connection, QObject *parent);
    ~ZnodeTransfer() override;

    /// As ZnodeEditor's.
    void setPacketLimit(qint64 bytes);
    [[nodiscard]] ZnodeExport *exportSubtree(const ZnodePath &top, QObject *parent);
    /// The dump's top becomes `under`.
    [[nodiscard]] ImportComparison *preview(const ZnodeDump &dump, const ZnodePath &under, QObject *parent);
    [[nodiscard]] ZnodeChange *import(const ZnodeDump &dump, const ZnodePath &under,
                                      ImportConflict onConflict, QObject *parent);
    /// The same after its preview: Overwrite leaves what others have changed or created since, and fails in
    /// the end with VersionConflict, which names it.
    [[nodiscard]] ZnodeChange *import(const ZnodeDump &dump, const ZnodePath &under,
                                      ImportConflict onConflict, const ImportPreview &preview,
                                      QObject *parent);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace zoodock
