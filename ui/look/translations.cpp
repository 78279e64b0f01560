// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/translations.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>

// Outside the namespace, as Q_INIT_RESOURCE wants it.
static void initialiseTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto translatorName = "zoodock-translator"_L1;

/// The first of the person's languages that the program speaks, else English. One Chinese is not the other.
QString languageOf(const QLocale &locale)
{
    const QStringList wanted = locale.uiLanguages();
    for (const QString &name : wanted) {
        const QLocale candidate(name);
        if (candidate.language() == QLocale::English)
            break;
        if (candidate.language() == QLocale::Chinese && candidate.script() == QLocale::SimplifiedHanScript)
            return u"zh_CN"_s;
    }
    return u"en"_s;
}

bool add(QCoreApplication &application, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(translatorName);
    if (translator->load(file, folder) && QCoreApplication::installTranslator(translator))
        return true;
    delete translator;
    return false;
}

} // namespace

QList<std::pair<QString, QString>> languages()
{
    return {{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}};
}

bool installTranslations(QCoreApplication &application, const QString &language)
{
    initialiseTranslations();
    qDeleteAll(application.findChildren<QTranslator *>(translatorName, Qt::FindDirectChildrenOnly));
    const QString code = language.isEmpty() ? languageOf(QLocale::system()) : language;
    QLocale::setDefault(language.isEmpty() ? QLocale::system() : QLocale(language));
    // Ours after Qt's: the last one installed is asked first.
    if (code != "en"_L1)
        add(application, u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return add(application, u"zoodock_"_s + code, u":/translations"_s);
}

} // namespace zoodock
