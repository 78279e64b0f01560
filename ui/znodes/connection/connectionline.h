// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace zoodock
{

class GlyphLabel;
class ElidedLabel;
class ZnodeConnection;

/// How the connection stands in a sentence; beside it whom to connect to, read-only, and everything else in a
/// dialog. The five steps with times and the reason of a failure are a widget of their own.
class ConnectionLine : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionLine)
public:
    struct Server
    {
        int memberId = 0; ///< 0: all members
        QString text;
        friend bool operator==(const Server &, const Server &) = default;
    };

    ConnectionLine(ZnodeConnection &connection, QWidget *parent);

    void setServers(const QList<Server> &servers, int chosen);
    /// Said in place of the steps of a connection that cannot come about: why there is no server. Empty:
    /// none.
    void setObstacle(const QString &sentence);
    [[nodiscard]] QString sentence() const;
    /// Shows itself while there is no connection. The page gives it a place where its coming and going moves
    /// nothing.
    [[nodiscard]] QWidget *steps() const;

Q_SIGNALS:
    void serverChosen(int memberId);
    void readOnlyWanted(bool readOnly);
    void settingsWanted();

private:
    void build();
    void refresh();
    [[nodiscard]] QString stateSentence() const;
    [[nodiscard]] QString connectedSentence() const;
    [[nodiscard]] QString stagesText() const;
    [[nodiscard]] QString problem() const;

    ZnodeConnection &m_connection;
    QList<Server> m_servers;
    QString m_obstacle;
    GlyphLabel *m_glyph;
    ElidedLabel *m_sentence;
    QLabel *m_stages;
    QComboBox *m_choice;
    QToolButton *m_readOnly;
    QToolButton *m_settings;
};

} // namespace zoodock
