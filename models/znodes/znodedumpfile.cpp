// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of a hundred thousand znodes take a while to be written and understood: in another thread.
#include "znodes/znodetransfer.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QFutureWatcher>
#include <QtCore/QPromise>
#include <QtCore/QSaveFile>
#include <QtCore/QThreadPool>

#include <functional>
#include <memory>

namespace zoodock
{

namespace
{

/// Runs a function in the thread pool; it outlives the operation and is then heard by nobody.
template <typename T>
class InThePool : public ValueOperation<T>
{
public:
    InThePool(std::function<Result<T>()> work, QObject *parent)
        : ValueOperation<T>(parent)
        , m_work(std::move(work))
    {
    }

protected:
    void begin() override
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        auto *watcher = new QFutureWatcher<Result<T>>(this);
        QObject::connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
            if (!this->isSettled())
                this->settleWith(watcher->result());
        });
        watcher->setFuture(promise->future());
        QThreadPool::globalInstance()->start([promise, work = m_work] {
            promise->start();
            promise->addResult(work());
            promise->finish();
        });
    }

private:
    std::function<Result<T>()> m_work;
};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ZnodeDump)
};

Result<ZnodeDump> read(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorKind::FileMissing,
            Text::tr("%1 could not be read: %2. Choose another file.").arg(name, file.errorString()));
    return dumpFromJson(file.readAll());
}

Result<bool> write(const QString &name, const ZnodeDump &dump)
{
    QSaveFile file(name);
    const QByteArray json = toJson(dump);
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit())
        return true;
    return failure(
        ErrorKind::FileUnwritable,
        Text::tr("%1 could not be written: %2. Choose another place.").arg(name, file.errorString()));
}

} // namespace

ValueOperation<ZnodeDump> *readDumpFile(const QString &file, QObject *parent)
{
    return new InThePool<ZnodeDump>([file] { return read(file); }, parent);
}

Operation *writeDumpFile(const QString &file, const ZnodeDump &dump, QObject *parent)
{
    return new InThePool<bool>([file, dump] { return write(file, dump); }, parent);
}

} // namespace zoodock
