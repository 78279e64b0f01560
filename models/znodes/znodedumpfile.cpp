// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of a hundred thousand znodes take a while to be written and understood: in another thread.
#include "znodes/znodetransfer.h"

#include "core/elsewhere.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <atomic>
#include <functional>

namespace zoodock
{

namespace
{

/// Runs a function in another thread; it outlives the operation and is then heard by nobody.
template <typename T>
class InAThread : public ValueOperation<T>
{
public:
    InAThread(std::function<Result<T>()> work, QObject *parent)
        : ValueOperation<T>(parent)
        , m_work(std::move(work))
        , m_elsewhere(this, [this](const Result<T> &result) {
            if (!this->isSettled())
                this->settleWith(result);
        })
    {
    }

protected:
    void begin() override { m_elsewhere.run(m_work); }

private:
    std::function<Result<T>()> m_work;
    Elsewhere<Result<T>> m_elsewhere;
};

/// The same for what must not be cut off: cancelled it tells to stop, and ends when that is done.
class WriteInAThread : public Operation
{
public:
    using Work = std::function<Result<bool>(const std::atomic_bool &stopped)>;
    WriteInAThread(Work work, QObject *parent)
        : Operation(parent)
        , m_work(std::move(work))
        , m_elsewhere(this, [this](const Result<bool> &result) {
            if (result)
                succeed();
            else
                fail(result.error());
        })
    {
    }

protected:
    void begin() override { m_elsewhere.runToItsEnd(m_work); }
    void abort(const Error &) override { m_elsewhere.stop(); }

private:
    Work m_work;
    Elsewhere<Result<bool>> m_elsewhere;
};

struct FileWords
{
    Q_DECLARE_TR_FUNCTIONS(ZnodeDump)
};

Result<ZnodeDump> read(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorKind::FileMissing,
            FileWords::tr("%1 could not be read: %2. Choose another file.").arg(name, file.errorString()));
    return dumpFromJson(file.readAll());
}

Result<bool> write(const QString &name, const ZnodeDump &dump, const std::atomic_bool &stopped)
{
    QSaveFile file(name);
    const auto writePiece = [&](const QByteArray &piece) {
        return !stopped && file.write(piece) == piece.size();
    };
    if (file.open(QIODevice::WriteOnly) && writeJson(dump, writePiece) && !stopped && file.commit())
        return true;
    if (stopped)
        return failure(Error::cancelled());
    return failure(
        ErrorKind::FileUnwritable,
        FileWords::tr("%1 could not be written: %2. Choose another place.").arg(name, file.errorString()));
}

} // namespace

ValueOperation<ZnodeDump> *readDumpFile(const QString &file, QObject *parent)
{
    return new InAThread<ZnodeDump>([file] { return read(file); }, parent);
}

Operation *writeDumpFile(const QString &file, const ZnodeDump &dump, QObject *parent)
{
    return new WriteInAThread(
        [file, dump](const std::atomic_bool &stopped) { return write(file, dump, stopped); }, parent);
}

} // namespace zoodock
