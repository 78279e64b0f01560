// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace zoodock
{

class ZnodePath;

/// In the place of the rows that a filter hides, all of them: why nothing is there, and the way out.
class NoMatches : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoMatches)
public:
    explicit NoMatches(QWidget *parent = nullptr);

    void tell(const ZnodePath &parent, qsizetype hidden);

Q_SIGNALS:
    void clearWanted();

private:
    QLabel *m_sentence;
};

} // namespace zoodock
