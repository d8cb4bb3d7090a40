// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/store_link.h"

namespace lianxin::window {

StoreLink::StoreLink(const std::filesystem::path& folder)
    : StoreLink(std::make_unique<store::Device>(folder)) {}

StoreLink::StoreLink(std::unique_ptr<store::Device> device)
    : thread_(std::move(device), [this](const store::StoreState& state) {
          QMetaObject::invokeMethod(
              this, [this, state] { take(state); }, Qt::QueuedConnection);
      }) {}

void StoreLink::take(const store::StoreState& state) {
    const bool news = state.changes != state_.changes;
    state_ = state;
    emit changed();
    if (news)
        emit recordsChanged();
}

} // namespace lianxin::window
