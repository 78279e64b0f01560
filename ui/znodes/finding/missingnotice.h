// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodepath.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace zoodock
{

/// That there is no znode where somebody wanted to go, and that it can be created.
class MissingNotice : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MissingNotice)
public:
    explicit MissingNotice(QWidget *parent = nullptr);

    void tell(const ZnodePath &path, const QString &sentence);
    /// `why`: a sentence that the disabled button shows; empty: znodes may be created.
    void setReadOnly(const QString &why);

Q_SIGNALS:
    void createWanted(const zoodock::ZnodePath &path);

private:
    ZnodePath m_path;
    QLabel *m_sentence;
    QPushButton *m_create;
};

} // namespace zoodock
