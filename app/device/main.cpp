// SPDX-License-Identifier: GPL-3.0-or-later
// The program with a window: opens a device's folder and shows one face of it.
#include "app/ctl/words.h"
#include "app/device/face_window.h"
#include "app/device/tour/tour.h"
#include "app/terminal/command_line.h"
#include "app/terminal/message.h"

#include <QGuiApplication>
#include <QScreen>

#include <iostream>

using namespace lianxin;

namespace {

using terminal::ExitStatus;
using terminal::Trouble;
using window::Theme;

const std::vector<terminal::Option> options = {
    {"--data"}, {"--face"}, {"--size"}, {"--to"}, {"--full-screen", terminal::Option::Kind::Flag}};
const std::vector<terminal::Command> commands = {
    {"open", 0, 0, {"--data"}, {"--face", "--size", "--full-screen"}}, {"tour", 0, 0, {"--to"}, {}}};

QSize sizeOf(const terminal::CommandLine& line, Theme::Face face) {
    const auto text = QString::fromStdString(line.value("--size").value_or("")).split(QLatin1Char('x'));
    if (text.size() == 2)
        return {text[0].toInt(), text[1].toInt()};
    const QScreen& screen = *QGuiApplication::primaryScreen();
    if (line.has("--full-screen"))
        return screen.size();
    // The reference screen, turned as this one is, as far as there is room for it.
    QSize reference = face == Theme::Ward ? QSize(1280, 800) : QSize(1920, 1080);
    const QSize room = screen.availableSize();
    if (face != Theme::Desk && room.height() > room.width())
        reference.transpose();
    return face == Theme::Desk ? reference.boundedTo(room)
                               : reference.scaled(reference.boundedTo(room), Qt::KeepAspectRatio);
}

Theme::Face faceOf(const terminal::CommandLine& line) {
    const std::string name = line.value("--face").value_or("kiosk");
    if (name == "kiosk")
        return Theme::Kiosk;
    if (name == "ward")
        return Theme::Ward;
    if (name == "desk")
        return Theme::Desk;
    throw Trouble(ExitStatus::NotDone, "no-such-face",
                  {"没有叫 " + name + " 的界面。可以是 kiosk、ward 或 desk。",
                   "There is no face called " + name + ". It is kiosk, ward or desk."});
}

int open(const terminal::CommandLine& line) {
    const Theme::Face face = faceOf(line);
    device::FaceWindow window(*line.value("--data"), face, sizeOf(line, face), 0);
    if (line.has("--full-screen"))
        window.window().showFullScreen();
    return QGuiApplication::exec();
}

int tour(const terminal::CommandLine& line) {
    return device::playTour(*line.value("--to"), std::cout) ? EXIT_SUCCESS : EXIT_FAILURE;
}

/// "--tour DIR" and "--data DIR" alone are enough; the command is what they mean.
std::vector<std::string> withCommand(std::vector<std::string> arguments) {
    if (arguments.size() == 2 && arguments.front() == "--tour")
        return {"tour", "--to", arguments.back()};
    if (!arguments.empty() && arguments.front().starts_with("--"))
        arguments.insert(arguments.begin(), "open");
    return arguments;
}

int run(const std::vector<std::string>& arguments) {
    try {
        const auto line = terminal::parseCommandLine(options, commands, withCommand(arguments));
        if (!line)
            throw terminal::usageTrouble(line.error(), "lianxin --help");
        return line->command == "tour" ? tour(*line) : open(*line);
    } catch (const std::exception& fault) {
        const Trouble trouble = ctl::troubleFrom(fault);
        terminal::print(std::cerr, trouble, false);
        return static_cast<int>(trouble.status());
    }
}

} // namespace

int main(int count, char** words) {
    const QGuiApplication application(count, words);
    return run({words + 1, words + count});
}
