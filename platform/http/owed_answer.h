// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all copies of one Reply share: the connection that waits for the answer. It lets go of the connection
// on the server's thread, wherever it is called or destroyed, and keeps the server's core alive until then.

#include "platform/http/connection.h"

#include <boost/asio/post.hpp>

#include <atomic>
#include <memory>
#include <utility>

namespace lianxin::platform {

class OwedAnswer {
public:
    OwedAnswer(std::shared_ptr<ServerCore> core, std::shared_ptr<Connection> connection) noexcept
        : core_(std::move(core)), connection_(std::move(connection)) {}
    OwedAnswer(const OwedAnswer&) = delete;
    OwedAnswer& operator=(const OwedAnswer&) = delete;
    ~OwedAnswer() {
        if (!given_) {
            boost::asio::post(core_->io(), [connection = std::move(connection_)] { connection->close(); });
        }
    }

    /// Any thread. Only the first call counts.
    void give(ServerAnswer answer) {
        if (!given_.exchange(true)) {
            boost::asio::post(core_->io(),
                              [connection = std::move(connection_), answer = std::move(answer)]() mutable {
                                  connection->deliver(std::move(answer));
                              });
        }
    }

private:
    std::shared_ptr<ServerCore> core_;
    std::shared_ptr<Connection> connection_;
    std::atomic<bool> given_{false};
};

} // namespace lianxin::platform
