// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/removalextent.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace zoodock
{

namespace
{

struct ExtentWords
{
    Q_DECLARE_TR_FUNCTIONS(RemovalExtent)
};

} // namespace

std::optional<qint64> RemovalExtent::bytes() const
{
    std::optional<qint64> sum;
    for (const Volume &volume : volumes) {
        if (volume.bytes)
            sum = sum.value_or(0) + *volume.bytes;
    }
    return sum;
}

QString RemovalExtent::volumesPhrase() const
{
    if (volumes.isEmpty())
        return ExtentWords::tr("no volumes");
    const int count = static_cast<int>(volumes.size());
    const std::optional<qint64> size = bytes();
    if (!size)
        return ExtentWords::tr("%Ln volume(s)", nullptr, count);
    return ExtentWords::tr("%Ln volume(s) with up to %1 of data", nullptr, count)
        .arg(QLocale().formattedDataSize(*size, 1, QLocale::DataSizeIecFormat));
}

} // namespace zoodock
