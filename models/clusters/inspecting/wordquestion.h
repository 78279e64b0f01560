// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/serverinspector.h"
#include "proberoute.h"

namespace zoodock
{

class DockerEngine;

/// One four-letter word, by one route after the other until somebody answers.
class WordQuestion : public ValueOperation<ServerAnswer>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WordQuestion)
public:
    /// No routes: fails with NotRunning and what to do about it. `container` for the route by exec;
    /// `whitelist`: the words that the configuration allows, for the advice; empty: not known.
    WordQuestion(DockerEngine &engine, QString container, QList<ProbeRoute> routes, QByteArray word,
                 QString whitelist, QObject *parent);
    /// Of the container, before this is started: it decides what to do where nothing runs.
    void setLife(ContainerLife life) { m_life = life; }

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    [[nodiscard]] static QString notRunning(ContainerLife life);
    void askNext();
    void take(const QByteArray &answer);

    DockerEngine &m_engine;
    QString m_container;
    QList<ProbeRoute> m_routes;
    QByteArray m_word;
    QString m_whitelist;
    ContainerLife m_life = ContainerLife::Exited;
    ValueOperation<QByteArray> *m_question = nullptr;
};

} // namespace zoodock
