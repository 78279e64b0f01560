// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

#include <QtWidgets/QWidget>

class QFrame;
class QLabel;
class QToolButton;

namespace zoodock
{

class ClusterActions;
class ElidedLabel;
class GlyphLabel;

/// The cluster's name, the sentence about its quorum, and what can be done with all of it.
class ClusterHeader : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterHeader)
public:
    explicit ClusterHeader(const ClusterActions &actions, QWidget *parent = nullptr);

    void setStatus(const ClusterStatus &status);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showIdentity(const Ensemble &ensemble);
    void makeRoom();
    [[nodiscard]] int buttonsWidth(bool withText) const;

    QList<QToolButton *> m_buttons;
    GlyphLabel *m_glyph;
    QFrame *m_mark;
    ElidedLabel *m_name;
    QLabel *m_sentence;
    QLabel *m_facts;
    ElidedLabel *m_notes; ///< their first line; all of them in the tool tip
};

} // namespace zoodock
