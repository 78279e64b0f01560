// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/fakezookeeper.h"
#include "fakes/wordserver.h"
#include "gui/stage.h"
#include "ui/mainwindow.h"

class QDialog;

namespace zoodock::test
{

/// What the program itself says, in its language.
[[nodiscard]] QString said(const char *context, const char *text);
[[nodiscard]] Error takenPort();
[[nodiscard]] Error damagedFile();

/// Every page and dialog of the program, one at a time, in the whole window: what is looked at, measured and
/// walked through by the tests that are about all of them.
class Tour
{
public:
    [[nodiscard]] static QStringList scenes();
    /// The language that the environment asks the tests for (ZOODOCK_TEST_LANGUAGE); empty: English.
    [[nodiscard]] static QString wantedLanguage();
    static bool installWantedLanguage();

    /// Shows the scene in a window of 1280×800; fails the test where it cannot be played.
    explicit Tour(const QString &scene, const QString &theme = QStringLiteral("light"));

    [[nodiscard]] bool isReady() const { return m_ready; }
    /// The dialog above everything; nullptr: the scene is a page.
    [[nodiscard]] QDialog *dialog() const;
    /// The window, and the dialogs above it, the uppermost last.
    [[nodiscard]] QList<QWidget *> tops() const;
    void setTheme(const QString &theme);

    Stage stage;
    WordServer words;
    FakeZooKeeper zookeeper;
    std::unique_ptr<MainWindow> window;

private:
    enum class Tab { Overview, Znodes, Logs, Server, Settings };

    bool play(const QString &scene);
    bool playStart(const QString &scene);
    bool playOverview(const QString &scene);
    bool playTask(const QString &scene);
    bool playQuestions(const QString &scene);
    bool playFileDialog(const QString &scene);
    bool playActivity(const QString &scene);
    bool playLogs(const QString &scene);
    bool playServer(const QString &scene);
    bool playZnodes(const QString &scene);
    bool playZnodeDialog(const QString &scene);
    void takeBackImport();
    bool playZnodeQuestion(const QString &scene);
    bool connectBelow(const QString &chroot);
    bool editAcl();
    bool openImport();
    void plantZnodes();
    bool chooseQuestion(const QString &scene);
    /// Fifteen members, and names as long as they come.
    static Ensemble large();
    void showTab(Tab tab);
    void trigger(const QString &actionName);
    bool waitForDialog();

    QString m_scene;
    bool m_wantsDialog = false;
    bool m_ready = false;
};

} // namespace zoodock::test
