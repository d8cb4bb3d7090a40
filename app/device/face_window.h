// SPDX-License-Identifier: GPL-3.0-or-later
// One face of one device, open in a window: its engine, its theme, its language and its controller. It lives
// as long as the window.
#pragma once

#include "app/window/language.h"
#include "app/window/store_link.h"

#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickWindow>

#include <future>
#include <memory>

namespace lianxin::device {

class FaceWindow {
public:
    /// Opens the device in the folder. Throws what StoreLink throws, and std::runtime_error when the pages
    /// cannot be shown.
    FaceWindow(const std::filesystem::path& folder, window::Theme::Face face, QSize size,
               double pixelsPerMillimetre);

    FaceWindow(const FaceWindow&) = delete;
    FaceWindow& operator=(const FaceWindow&) = delete;
    ~FaceWindow(); ///< the pages go before what they know

    QQuickWindow& window() { return *window_; }
    window::StoreLink& store() { return store_; }
    window::Theme& theme() { return theme_; }
    window::Language& language() { return language_; }
    /// What the pages of the face know.
    QObject& controller() { return *controller_; }

private:
    using OpeningDevice = std::future<std::unique_ptr<store::Device>>;
    FaceWindow(OpeningDevice opening, window::Theme::Face face, QSize size, double pixelsPerMillimetre);

    QQmlApplicationEngine engine_;
    window::Theme& theme_;
    QQmlComponent pages_; ///< being read while the device is opened
    window::StoreLink store_;
    window::Language language_;
    std::unique_ptr<QObject> controller_;
    QQuickWindow* window_ = nullptr;
};

} // namespace lianxin::device
