// SPDX-License-Identifier: GPL-3.0-or-later
#include "layoutlimits.h"

#include <QtCore/QCoreApplication>

namespace zoodock
{

namespace
{

struct ValueFormatText
{
    Q_DECLARE_TR_FUNCTIONS(zoodock::ValueFormat)
};

} // namespace

/// Some of the parsers' reasons end with a full stop.
tl::unexpected<Error> notWellFormed(qint64 line, const QString &reason)
{
    return failure(ErrorKind::InvalidInput,
                   ValueFormatText::tr("Line %1 is not well-formed: %2. The value is shown as it is.")
                       .arg(line)
                       .arg(reason.endsWith(u'.') ? reason.chopped(1) : reason));
}

tl::unexpected<Error> nestedTooDeeply()
{
    return failure(
        ErrorKind::InvalidInput,
        ValueFormatText::tr("This value is nested too deeply to be laid out. It is shown as it is."));
}

tl::unexpected<Error> tooLargeLaidOut()
{
    return failure(
        ErrorKind::InvalidInput,
        ValueFormatText::tr("Laid out, this value would be many times as long. It is shown as it is."));
}

} // namespace zoodock
