// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

#include <QtWidgets/QWidget>

#include <array>

class QGridLayout;
class QLabel;

namespace zoodock
{

/// The figures of one member: its addresses, what its server says and what it uses.
class MemberFigures : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemberFigures)
public:
    enum Value {
        Client,
        Admin,
        Version,
        Zxid,
        Latency,
        Connections,
        Outstanding,
        Nodes,
        Uptime,
        Cpu,
        Memory,
        ValueCount
    };

    explicit MemberFigures(QWidget *parent);

    /// All but the uptime. `noAdmin`: why there is no address of the AdminServer; empty: there is one.
    void setMember(const MemberStatus &member, const QString &noAdmin);
    /// Invalid: it does not run.
    void setStarted(const QDateTime &started, const QDateTime &now);
    /// Greys what the server said (`stale`), and what only a silent engine knows.
    void tint(bool stale, bool engineSilent);

    [[nodiscard]] QString text(Value value) const;
    /// "name: value", all of them.
    [[nodiscard]] QStringList lines() const;

private:
    void addValue(QGridLayout *grid, Value value, const QString &title, int row, int column, int span = 1);
    void setValue(Value value, const QString &text, const QString &toolTip = {});
    void evenRows(QGridLayout *grid);
    void setReport(const MemberStatus &member);

    std::array<QLabel *, ValueCount> m_titles{};
    std::array<QLabel *, ValueCount> m_values{};
};

/// "127.0.0.1:2181"; a dash where there is none.
[[nodiscard]] QString addressText(const QString &host, quint16 port);

} // namespace zoodock
