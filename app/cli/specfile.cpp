// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/specfile.h"

#include "app/cli/console.h"
#include "ensemble/ensemblejson.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <cstdio>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct SpecFile
{
    Q_DECLARE_TR_FUNCTIONS(SpecFile)
};

/// 255 members with every key take a tenth of it.
constexpr qint64 largestSpec = 4 * 1024 * 1024;

Error cannotRead(const QString &path, const QFile &file)
{
    QString sentence;
    if (file.error() == QFileDevice::NoError || file.error() == QFileDevice::ReadError)
        sentence = SpecFile::tr("“%1” cannot be read: %2. Try again, or name another file.")
                       .arg(path, file.errorString());
    else if (!QFileInfo::exists(path))
        sentence = SpecFile::tr("There is no file “%1”. Name a cluster's file, or “-” for standard input.")
                       .arg(path);
    else
        sentence = SpecFile::tr("“%1” cannot be opened: %2. Change its permissions, or name another file.")
                       .arg(path, file.errorString());
    return Error(ErrorKind::InvalidInput, sentence);
}

Result<QByteArray> contentOf(const QString &path)
{
    if (QFileInfo(path).isDir())
        return failure(ErrorKind::InvalidInput,
                       SpecFile::tr("“%1” is a folder. Name a cluster's file in it instead.").arg(path));
    QFile file(path);
    const bool isOpen =
        path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return failure(cannotRead(path, file));
    QByteArray content;
    while (content.size() <= largestSpec) {
        const QByteArray piece = file.read(largestSpec);
        if (piece.isEmpty())
            break;
        content += piece;
    }
    if (file.error() != QFileDevice::NoError)
        return failure(cannotRead(path, file));
    if (content.size() > largestSpec)
        return failure(ErrorKind::InvalidInput,
                       SpecFile::tr("“%1” is too large for a cluster's file. Name another file.").arg(path));
    return content;
}

} // namespace

Result<Ensemble> ensembleFromFile(const QString &path)
{
    const Result<QByteArray> content = contentOf(path);
    if (!content)
        return failure(content.error());
    const QString shown = path == "-"_L1 ? SpecFile::tr("standard input") : path;
    const Result<Ensemble> read = ensembleFromJson(*content);
    if (!read) {
        const Error &error = read.error();
        const QString sentence = u"%1: %2"_s.arg(shown, error.message());
        return failure(
            error.kind(),
            error.kind() == ErrorKind::FileDamaged
                ? SpecFile::tr("%1 Correct that and try again; docs/cli.md describes the keys.").arg(sentence)
                : sentence,
            error.detail());
    }
    Ensemble ensemble = withoutAdoption(*read);
    if (ensemble != *read)
        console::note(
            SpecFile::tr("Warning: %1: “adopted”, “composeProject” and “container” are about containers "
                         "that others made. They are left out: ZooDock makes new ones.")
                .arg(shown));
    ensemble.secretsKey.clear(); // that other cluster's own
    return ensemble;
}

} // namespace zoodock
