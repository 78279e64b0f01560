// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    /// `why`: a sentence that the disabled Undo shows; empty: changes may be taken back.
    void setReadOnly(const QString &why);
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void cancelWanted();
    void undoWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();
    void show(const QString &sentence, bool busy, bool canUndo);

    QLabel *m_sentence;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QPushButton *m_undo;
    QPushButton *m_dismiss;
    bool m_failed = false;
};

} // namespace zoodock
