// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace zoodock
{

class GlyphLabel;

/// "Docker: default · engine 20.10.24 ● answers", for the status bar.
class EngineIndicator : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineIndicator)
public:
    explicit EngineIndicator(QWidget *parent = nullptr);
    void setStatus(const EngineStatus &engine);

private:
    QLabel *m_text;
    GlyphLabel *m_glyph;
    QLabel *m_word;
};

} // namespace zoodock
