// SPDX-License-Identifier: GPL-3.0-or-later
// The bare peer of bench_window --start: an empty QMainWindow. Prints "painted" and ends at its first painted
// frame.
#include <QtCore/QEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>

#include <cstdio>

namespace
{

class EmptyWindow : public QMainWindow
{
protected:
    bool event(QEvent *event) override
    {
        const bool handled = QMainWindow::event(event);
        if (event->type() == QEvent::UpdateRequest) {
            std::puts("painted");
            std::fflush(stdout);
            QApplication::exit(0);
        }
        return handled;
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    EmptyWindow window;
    window.resize(1100, 720);
    window.show();
    return QApplication::exec();
}
