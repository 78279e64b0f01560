// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodestat.h"

#include <QtWidgets/QDialog>

#include <optional>

namespace zoodock
{

/// Somebody else changed the znode since it was read: what it was, what is there now, what you have.
class ConflictDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictDialog)
public:
    /// `theirs` empty: the znode is gone.
    ConflictDialog(const QString &path, const ZnodeValue &base, const std::optional<ZnodeValue> &theirs,
                   const QByteArray &mine, QWidget *parent);

Q_SIGNALS:
    /// Write mine over what was shown here.
    void overwriteWanted();
    void createWanted();
    /// Forget mine.
    void theirsWanted();
};

} // namespace zoodock
