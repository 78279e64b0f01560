// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/tararchive.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

QList<GeneratedFile> someFiles()
{
    return {{u"/conf/zoo.cfg"_s, "tickTime=2000\n", 0640, 1000},
            {u"/conf/empty"_s, "", 0644, 0},
            {u"/conf/block"_s, QByteArray(512, 'x'), 0600, 65534},
            {u"/conf/bigger"_s, QByteArray(513, 'y'), 0755, 1000}};
}

/// Runs the system's tar on an archive in a file.
QByteArray tar(const QStringList &options, const QByteArray &archive, const QString &folder)
{
    QFile file(folder + u"/a.tar"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(archive) != archive.size())
        return "cannot write";
    file.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"tar"_s, options + QStringList{u"-f"_s, file.fileName()});
    process.waitForFinished();
    return process.exitCode() == 0 ? process.readAll() : "tar failed: " + process.readAll();
}

} // namespace

class TestDockerTar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listedByTar();
    void extractedByTar();
    void sizesAreWholeBlocks();
    void sameFilesSameBytes();
};

void TestDockerTar::listedByTar()
{
    QTemporaryDir folder;
    const QByteArray listing =
        tar({u"--numeric-owner"_s, u"--utc"_s, u"-tv"_s}, tarArchive(someFiles()), folder.path());
    QCOMPARE(
        QString::fromUtf8(listing).simplified(),
        u"-rw-r----- 1000/1000 14 1970-01-01 00:00 zoo.cfg -rw-r--r-- 0/0 0 1970-01-01 00:00 empty "
        "-rw------- 65534/65534 512 1970-01-01 00:00 block -rwxr-xr-x 1000/1000 513 1970-01-01 00:00 bigger"_s);
}

void TestDockerTar::extractedByTar()
{
    QTemporaryDir folder;
    QCOMPARE(
        tar({u"-x"_s, u"--no-same-owner"_s, u"-C"_s, folder.path()}, tarArchive(someFiles()), folder.path()),
        QByteArray());
    for (const GeneratedFile &file : someFiles()) {
        QFile extracted(folder.filePath(file.path.section(u'/', -1)));
        QVERIFY(extracted.open(QIODevice::ReadOnly));
        QCOMPARE(extracted.readAll(), file.bytes);
    }
}

void TestDockerTar::sizesAreWholeBlocks()
{
    // A header and the padded bytes for each, and two blocks of zeros.
    QCOMPARE(tarArchive({}).size(), 1024);
    QCOMPARE(tarArchive(someFiles()).size(), 512 * ((1 + 1) + (1 + 0) + (1 + 1) + (1 + 2)) + 1024);
}

void TestDockerTar::sameFilesSameBytes()
{
    QCOMPARE(tarArchive(someFiles()), tarArchive(someFiles()));
}

QTEST_GUILESS_MAIN(TestDockerTar)
#include "tst_docker_tar.moc"
