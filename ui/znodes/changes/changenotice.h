// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace zoodock
{

/// A few words about a change: how far it is, with Cancel; or what it did, with Undo.
class ChangeNotice : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeNotice)
public:
    explicit ChangeNotice(QWidget *parent = nullptr);

    void showProgress(const QString &sentence, qint64 done, qint64 total);
    void showResult(const QString &sentence, bool canUndo);
    void showFailure(const QString &sentence, bool canUndo);
    /// What a person has to know, whatever else is said meanwhile: it stays until they dismiss it, beside
    /// what was said so before.
    void showLasting(const QString &sentence);
    /// Nothing is under way or to be said any more, but for what lasts.
    void settle();
    /// The same, and nothing lasts.
    void clear();
    /// `why`: a sentence that the disabled Undo shows; empty: changes may be taken back.
    void setReadOnly(const QString &why);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString lastingSentence() const;

Q_SIGNALS:
    void cancelWanted();
    void undoWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();
    void show(const QString &sentence, bool busy, bool canUndo);

    QLabel *m_lasting;
    QStringList m_lastingSentences; ///< the oldest first
    QLabel *m_sentence;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QPushButton *m_undo;
    QPushButton *m_dismiss;
    bool m_failed = false;
};

} // namespace zoodock
