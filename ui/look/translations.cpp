// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/translations.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTranslator>

// Outside the namespace, as Q_INIT_RESOURCE wants it.
static void initialiseTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

bool installTranslations(QCoreApplication &application)
{
    initialiseTranslations();
    auto *translator = new QTranslator(&application);
    return translator->load(u":/translations/zoodock_en.qm"_s) &&
           QCoreApplication::installTranslator(translator);
}

} // namespace zoodock
