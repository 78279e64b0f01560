// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"

#include <QtCore/QObject>
#include <QtCore/QString>

namespace zoodock
{

class Error;
class IdentityDialog;

/// What a person can do about a cluster's file: write it where it is lost, look at it, take it away where it
/// is damaged, and take over a cluster that others started.
class FileCare : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileCare)
public:
    FileCare(const UiServices &services, QWidget *owner);

    void save(const QString &cluster);
    void openFolder();
    /// Asks first; a copy is kept.
    void removeDamaged(const QString &cluster);
    void adopt(const QString &cluster);
    /// The way back from adopt().
    void release(const QString &cluster);

    /// Asks for the shown name, notes and colour, and writes them.
    void describe(const QString &cluster);

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString &sentence);

private:
    void removeNow(const QString &cluster);
    void writeDown(const QString &cluster, const IdentityDialog &identity);
    void complain(const QString &title, const Error &error);

    UiServices m_services;
    QWidget *m_owner;
};

} // namespace zoodock
