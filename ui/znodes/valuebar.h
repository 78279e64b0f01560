// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/valuecodec.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace zoodock
{

/// Above a value: what its bytes are read and highlighted as, how many they are, and what becomes of edits.
/// Knows nothing of the value itself.
class ValueBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueBar)
public:
    explicit ValueBar(QWidget *parent);

    void setCharset(Charset charset);
    /// `fixed`: bytes are shown, which have no format.
    void setFormat(ValueFormat format, bool fixed);
    [[nodiscard]] bool isPretty() const;
    void setPretty(bool pretty);
    [[nodiscard]] bool isHex() const;
    void setHex(bool hex);
    /// Less than 0: not known.
    void setSize(qsizetype bytes, bool isNull = false);
    /// `why`: a sentence that the disabled Save shows; empty: what was edited can be saved.
    void setEdits(bool modified, const QString &why);
    /// Part of a dialog, whose own button saves.
    void setSaving(bool saving);

Q_SIGNALS:
    void charsetChosen(zoodock::Charset charset);
    void formatChosen(zoodock::ValueFormat format);
    /// By a person; the button shows the new state already.
    void prettyClicked();
    void hexClicked(bool on);
    void revertWanted();
    void saveWanted();

private:
    void build();

    QComboBox *m_charsets;
    QComboBox *m_formats;
    QToolButton *m_pretty;
    QToolButton *m_hex;
    QLabel *m_size;
    QPushButton *m_revert;
    QPushButton *m_save;
    bool m_saving = true;
};

} // namespace zoodock
