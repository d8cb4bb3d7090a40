// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/draft_keeper.h"

#include "platform/files/durable_file.h"

#include <chrono>

namespace lianxin::ward {

namespace {

constexpr std::chrono::milliseconds aMoment{400};
constexpr std::size_t mostBytes = 16 << 20;

std::filesystem::path fileOf(const store::Device& device) {
    return device.folder() / "drafts.json";
}

} // namespace

nlohmann::json readDrafts(const store::Device& device) {
    const auto text = platform::readWhole(fileOf(device), mostBytes);
    auto drafts = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
    return drafts.is_object() ? drafts : nlohmann::json::object();
}

QString textOf(const nlohmann::json& kept, const char* name) {
    const auto found = kept.find(name);
    return found != kept.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                     : QString();
}

DraftKeeper::DraftKeeper(window::StoreLink& store, Gather gather)
    : store_(store), gather_(std::move(gather)) {
    moment_.setSingleShot(true);
    moment_.setInterval(aMoment);
    connect(&moment_, &QTimer::timeout, this, &DraftKeeper::write);
}

void DraftKeeper::touch() {
    ++change_;
    if (!moment_.isActive()) // not put off for as long as somebody goes on typing
        moment_.start();
    if (std::exchange(kept_, false))
        emit changed();
}

void DraftKeeper::flush() {
    if (moment_.isActive())
        write();
}

void DraftKeeper::write() {
    moment_.stop();
    store_.ask(
        this,
        [drafts = gather_()](store::Device& device) {
            try {
                platform::writeDurably(fileOf(device), drafts.dump());
                return true;
            } catch (const std::system_error&) {
                return false; // the page goes on saying that it is not saved
            }
        },
        [this, change = change_](bool written) {
            if (!written || change != change_)
                return;
            kept_ = true;
            keptAt_ = QDateTime::currentDateTime();
            emit changed();
        });
}

} // namespace lianxin::ward
