// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/post_floor.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <curl/curl.h>

#include <limits>
#include <stdexcept>
#include <string>
#include <thread>

namespace lianxin::bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

void serveConnection(asio::ip::tcp::socket& socket) {
    beast::flat_buffer buffer;
    // Beast reads 512 bytes at a time unless the buffer has room for more.
    buffer.reserve(std::size_t{256} * 1024);
    while (true) {
        http::request_parser<http::string_body> request;
        request.body_limit(std::numeric_limits<std::uint64_t>::max());
        beast::error_code error;
        http::read(socket, buffer, request, error);
        if (error) {
            return;
        }
        http::response<http::empty_body> answer(http::status::ok, request.get().version());
        answer.prepare_payload();
        http::write(socket, answer, error);
        if (error) {
            return;
        }
    }
}

} // namespace

class PostFloor::Server {
public:
    Server()
        : acceptor_(context_, {asio::ip::address_v4::loopback(), 0}),
          port_(acceptor_.local_endpoint().port()) {
        thread_ = std::thread([this] {
            asio::ip::tcp::socket socket = acceptor_.accept();
            socket.set_option(asio::ip::tcp::no_delay(true));
            serveConnection(socket);
        });
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    /// The client's connection must be closed by now: that is what ends the thread.
    ~Server() { thread_.join(); }

    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    asio::io_context context_;
    asio::ip::tcp::acceptor acceptor_;
    std::uint16_t port_;
    std::thread thread_;
};

class PostFloor::Client {
public:
    explicit Client(std::uint16_t port) : handle_(curl_easy_init(), curl_easy_cleanup) {
        if (!handle_) {
            throw std::runtime_error("libcurl cannot be started");
        }
        const std::string url = "http://127.0.0.1:" + std::to_string(port) + "/";
        // Beast does not answer "Expect: 100-continue", and libcurl would wait a second for it.
        headers_.reset(curl_slist_append(nullptr, "Expect:"));
        curl_easy_setopt(handle_.get(), CURLOPT_URL, url.c_str());
        curl_easy_setopt(handle_.get(), CURLOPT_HTTPHEADER, headers_.get());
        curl_easy_setopt(handle_.get(), CURLOPT_NOPROXY, "*");
        curl_easy_setopt(handle_.get(), CURLOPT_POST, 1L);
        curl_easy_setopt(handle_.get(), CURLOPT_UPLOAD_BUFFERSIZE, 512L * 1024L);
    }

    void post(std::string_view bytes) {
        curl_easy_setopt(handle_.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(bytes.size()));
        curl_easy_setopt(handle_.get(), CURLOPT_POSTFIELDS, bytes.data());
        if (const CURLcode code = curl_easy_perform(handle_.get()); code != CURLE_OK) {
            throw std::runtime_error(std::string("POST: ") + curl_easy_strerror(code));
        }
    }

private:
    std::unique_ptr<CURL, void (*)(CURL*)> handle_;
    std::unique_ptr<curl_slist, void (*)(curl_slist*)> headers_{nullptr, curl_slist_free_all};
};

PostFloor::PostFloor() : server_(std::make_unique<Server>()) {
    client_ = std::make_unique<Client>(server_->port());
    // The connection is made here and is in nobody's time.
    client_->post("hello");
}

PostFloor::~PostFloor() {
    client_.reset();
}

Seconds PostFloor::post(std::string_view bytes) {
    return timed([&] { client_->post(bytes); });
}

} // namespace lianxin::bench
