// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/memberstate.h"
#include "clusters/serverinspector.h"
#include "ui/server/problemline.h"
#include "ui/uiservices.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace zoodock
{

class AnswerView;
class ElidedLabel;
class Lifecycle;
class ServerQuestions;
class ServerSide;

/// What a member's server says of itself: four-letter words, and the pages of its AdminServer. Asks when
/// something is chosen or refreshed, and only while it is visible.
class ServerPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerPage)
public:
    explicit ServerPage(const UiServices &services, QWidget *parent = nullptr);
    ~ServerPage() override;

    void showCluster(const QString &name);
    /// 0: the one that was shown.
    void showMember(int memberId);
    /// Asks again.
    void refresh();

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectParts();
    void refreshMembers();
    void onMemberChosen();
    [[nodiscard]] bool noteMember();
    void onMemberChanged();
    void offerRemedy();
    void takeRemedy(ProblemLine::Remedy remedy);
    [[nodiscard]] QUrl shownUrl() const;
    void ask();
    void askForPages();
    /// `problem` empty: all is well.
    void take(const ServerAnswer &answer, const QString &problem);
    void takePages(const QStringList &pages, const QString &problem);
    void copy();
    void openInBrowser();
    [[nodiscard]] int member() const;
    [[nodiscard]] QString whatIsAsked() const;
    [[nodiscard]] QString askedAt(const QDateTime &at) const;

    UiServices m_services;
    ServerQuestions *m_questions;
    QString m_cluster;
    ServerSide *m_side = nullptr;
    ElidedLabel *m_title = nullptr;
    QLabel *m_state = nullptr;
    ProblemLine *m_problem = nullptr;
    QLineEdit *m_filter = nullptr;
    QToolButton *m_refresh = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_browser = nullptr;
    AnswerView *m_view = nullptr;
    ServerAnswer m_answer;
    QString m_answered; ///< whose answer it is, and to what
    Lifecycle *m_lifecycle;
    bool m_browserTold = false; ///< what became of “Open in Browser”, since the last question
    bool m_failed = false;      ///< there is no answer
    ContainerLife m_life = ContainerLife::Unknown; ///< of the member that is shown
    bool m_serving = false;
};

} // namespace zoodock
