// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/znodes/znodedrafts.h"
#include "znodes/valuecodec.h"
#include "znodes/znodestat.h"

#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QStackedWidget;

namespace zoodock
{

class HexView;
class TextEditor;
class ValueBar;

/// A znode's value, as text in a charset or as bytes, to read and to change. The bytes are the truth: what
/// was not edited is given back byte for byte, whatever it was shown as.
class ValueView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueView)
public:
    using Draft = ZnodeDraft;

    explicit ValueView(QWidget *parent = nullptr);
    ~ValueView() override;

    /// Shows a value; unsaved edits are gone.
    void setValue(const ZnodeValue &value);
    void setDraft(const Draft &draft);
    /// What is edited was written to the server: caret, scrolling and undo stay, and what was typed
    /// meanwhile.
    void noteSaved(const ZnodeValue &value);
    /// Nothing to show; a sentence instead.
    void setMessage(const QString &sentence);
    /// `why`: a sentence that the disabled Save shows; empty: it may be changed.
    void setReadOnly(const QString &why);
    void setLimit(qint64 bytes);
    /// Part of a dialog, whose own button saves.
    void setSaving(bool saving);
    /// Values to come are laid out where that is possible, as the person chose before.
    void setPrettyWanted(bool wanted);

    [[nodiscard]] bool isModified() const { return m_modified; }
    [[nodiscard]] const std::optional<ZnodeValue> &base() const { return m_base; }
    /// As it would be saved. InvalidInput: the charset lacks a character.
    [[nodiscard]] Result<QByteArray> bytes() const;
    [[nodiscard]] std::optional<Draft> draft() const;
    [[nodiscard]] TextEditor *editor() const { return m_text; }
    [[nodiscard]] HexView *hexView() const { return m_hex; }

Q_SIGNALS:
    void saveWanted();
    void modifiedChanged(bool modified);
    /// The person gave the edits up.
    void discarded();
    /// The person wants values laid out, or no more.
    void prettyChosen(bool wanted);
    /// A sentence for the status bar.
    void said(const QString &sentence);

private:
    void build();
    void read(const QByteArray &bytes);
    void choosePretty();
    void showAnew(const QByteArray &bytes);
    void sayWhyRefused();
    /// The editor's, after the byte order mark if there was one.
    [[nodiscard]] QString wholeText() const;
    void showBytes(const QByteArray &bytes);
    void showPretty();
    void chooseCharset(Charset wanted);
    void chooseFormat(ValueFormat wanted);
    void showHex(bool on);
    void markModified();
    void revert();
    void refresh();
    /// With the bytes() of now, which take a while where there are many.
    void refresh(const Result<QByteArray> &now);
    void showHint(const QString &problem);
    [[nodiscard]] bool isHex() const;
    [[nodiscard]] bool isPretty() const;
    [[nodiscard]] QString whyNotSaved(const Result<QByteArray> &bytes) const;

    std::optional<ZnodeValue> m_base;
    QByteArray m_shown; ///< the bytes that the editors were last filled with
    Charset m_charset = Charset::Utf8;
    ValueFormat m_format = ValueFormat::Plain;
    QString m_note; ///< a sentence about how the value is shown
    QString m_whyReadOnly;
    qint64 m_limit = -1;
    bool m_hasMark = false; ///< a byte order mark, which the editor does not see: it stays first
    bool m_modified = false;
    bool m_prettyWanted = false; ///< of every value that has such a form

    ValueBar *m_bar = nullptr;
    QLabel *m_hint = nullptr;
    QStackedWidget *m_stack = nullptr;
    TextEditor *m_text = nullptr;
    HexView *m_hex = nullptr;
    QLabel *m_message = nullptr;
};

} // namespace zoodock
