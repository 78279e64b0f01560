// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/meaning.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace zoodock
{

class GlyphLabel;

/// The line below the settings of a cluster: how it stands with what was changed, and what to do with it.
class EditorFooter : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorFooter)
public:
    explicit EditorFooter(QWidget *parent);

    void say(Look look, const QString &sentence);
    /// Why nothing can be applied; empty: it can.
    void setReason(const QString &reason);
    /// There is something to discard.
    void setModified(bool modified);

Q_SIGNALS:
    void discardWanted();
    void applyWanted();

private:
    GlyphLabel *m_glyph;
    QLabel *m_sentence;
    QPushButton *m_discard;
    QPushButton *m_apply;
};

} // namespace zoodock
