// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The least that carrying bytes to another program over HTTP costs: libcurl posts them, a bare Beast server
// reads them whole and says OK. One connection, kept open, over loopback.

#include "tests/bench/floor.h"

#include <memory>
#include <string_view>

namespace lianxin::bench {

/// Owns the server's thread and the connection. Belongs to one thread. Throws std::runtime_error when a post
/// fails.
class PostFloor {
public:
    PostFloor();
    PostFloor(const PostFloor&) = delete;
    PostFloor& operator=(const PostFloor&) = delete;
    ~PostFloor();

    /// From the call until the whole answer is there.
    [[nodiscard]] Seconds post(std::string_view bytes);

private:
    class Server;
    class Client;
    std::unique_ptr<Server> server_;
    std::unique_ptr<Client> client_;
};

} // namespace lianxin::bench
