// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/server/serverquestions.h"

namespace zoodock
{

ServerQuestions::ServerQuestions(EngineRegistry &engines, ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_inspector(engines, store)
{
}

/// The questions go before the inspector that they were put to.
ServerQuestions::~ServerQuestions()
{
    forget();
}

void ServerQuestions::forget()
{
    delete m_question;
    delete m_pagesQuestion;
}

void ServerQuestions::setMember(const QString &cluster, int memberId)
{
    forget();
    m_cluster = cluster;
    m_member = memberId;
}

void ServerQuestions::askWord(const QString &word)
{
    ask(m_inspector.ask(m_cluster, m_member, word, this));
}

void ServerQuestions::askPage(const QString &page)
{
    ask(m_inspector.askAdmin(m_cluster, m_member, page, this));
}

void ServerQuestions::ask(ValueOperation<ServerAnswer> *question)
{
    delete m_question;
    m_question = question;
    connect(question, &Operation::finished, this, [this, question] {
        question->deleteLater();
        if (question->succeeded())
            Q_EMIT answered(question->value());
        else
            Q_EMIT notAnswered(question->error());
    });
    question->start();
}

void ServerQuestions::askForPages()
{
    delete m_pagesQuestion;
    auto *question = m_inspector.adminPages(m_cluster, m_member, this);
    m_pagesQuestion = question;
    connect(question, &Operation::finished, this, [this, question] {
        question->deleteLater();
        if (question->succeeded())
            Q_EMIT pagesKnown(question->value());
        else
            Q_EMIT noPages(question->error());
    });
    question->start();
}

QUrl ServerQuestions::adminUrl() const
{
    return m_inspector.adminUrl(m_cluster, m_member);
}

} // namespace zoodock
