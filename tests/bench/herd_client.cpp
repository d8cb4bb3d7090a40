// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/herd_client.h"

#include "sync/wire/decode.h"
#include "sync/wire/encode.h"
#include "sync/wire/pack.h"
#include "tests/bench/bench_schema.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace lianxin::bench {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

std::size_t lengthIn(std::string_view head) {
    constexpr std::string_view name = "Content-Length: ";
    const std::size_t place = head.find(name);
    return place == std::string_view::npos
               ? 0
               : std::stoul(std::string(head.substr(place + name.size(), head.find('\r', place))));
}

/// One device's connection, and one request on it at a time.
class HerdConnection {
public:
    using Done = std::function<void(std::string body)>; ///< empty: not the answer that it should be

    HerdConnection(asio::io_context& io, std::string secret) : socket_(io), secret_(std::move(secret)) {}

    void connect(std::uint16_t port, std::function<void()> connected) {
        socket_.async_connect({asio::ip::address_v4::loopback(), port},
                              [connected = std::move(connected)](const error_code& error) {
                                  boost::asio::detail::throw_error(error, "connect");
                                  connected();
                              });
    }

    void ask(const char* path, std::string body, Done done) {
        done_ = std::move(done);
        body_ = std::move(body);
        head_ = std::string("POST ") + path + " HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer " + secret_ +
                "\r\nContent-Length: " + std::to_string(body_.size()) + "\r\n\r\n";
        const std::array<asio::const_buffer, 2> parts{asio::buffer(head_), asio::buffer(body_)};
        asio::async_write(socket_, parts, [this](const error_code& error, std::size_t) {
            if (error)
                return end({});
            readHead();
        });
    }

private:
    void readHead() {
        asio::async_read_until(socket_, asio::dynamic_buffer(received_), "\r\n\r\n",
                               [this](const error_code& error, std::size_t headBytes) {
                                   if (error)
                                       return end({});
                                   readBody(headBytes);
                               });
    }

    void readBody(std::size_t headBytes) {
        const std::size_t whole = headBytes + lengthIn(std::string_view(received_).substr(0, headBytes));
        const std::size_t missing = whole - std::min(whole, received_.size());
        asio::async_read(socket_, asio::dynamic_buffer(received_), asio::transfer_exactly(missing),
                         [this, headBytes](const error_code& error, std::size_t) {
                             const bool good = !error && received_.starts_with("HTTP/1.1 200");
                             end(good ? received_.substr(headBytes) : std::string());
                         });
    }

    void end(std::string body) {
        received_.clear();
        std::exchange(done_, Done())(std::move(body));
    }

    tcp::socket socket_;
    std::string secret_;
    std::string head_;
    std::string body_;
    std::string received_;
    Done done_;
};

class Herd {
public:
    Herd(std::uint16_t port, const std::vector<std::string>& secrets, const HerdShape& shape,
         const Workload& workload, const sync::Schema& schema)
        : port_(port), shape_(shape), workload_(workload), schema_(schema), packer_(schema) {
        for (std::size_t i = 0; i < shape.devices; ++i)
            members_.push_back(std::make_unique<Member>(io_, secrets.at(i)));
    }

    HerdTimes run() {
        times_.hellos = timed([this] {
            for (std::size_t i = 0; i < members_.size(); ++i)
                members_[i]->connection.connect(port_, [this, i] { hello(i); });
            io_.run();
        });
        for (std::size_t i = 0; i < members_.size(); ++i)
            prepare(i);
        io_.restart();
        times_.waits.reserve(shape_.devices * shape_.batches);
        times_.pushes = timed([this] {
            for (std::size_t i = 0; i < members_.size(); ++i)
                push(i);
            io_.run();
        });
        return std::move(times_);
    }

private:
    struct Member {
        Member(asio::io_context& io, std::string secret) : connection(io, std::move(secret)) {}
        HerdConnection connection;
        std::uint64_t round = 0;
        std::deque<std::string> batches;
    };

    static sync::WriterId writerOf(std::size_t device) { return {device + 1}; }

    void hello(std::size_t device) {
        sync::Hello hello;
        hello.writer = writerOf(device);
        hello.schemaVersion = schema_.version();
        hello.lastSequence = static_cast<sync::LocalSequence>(shape_.batches * shape_.records);
        hello.deviceTime = clock_.wall();
        members_[device]->connection.ask("/v1/hello", sync::encode(hello), [this, device](std::string body) {
            const auto answer = sync::decodeHelloAnswer(body, {});
            if (answer)
                members_[device]->round = answer->round;
            else
                ++times_.errors;
        });
    }

    void prepare(std::size_t device) {
        for (std::size_t batch = 0; batch < shape_.batches; ++batch) {
            sync::Push push;
            push.round = members_[device]->round;
            push.writer = writerOf(device);
            push.after = static_cast<sync::LocalSequence>(batch * shape_.records);
            push.through = push.after + static_cast<sync::LocalSequence>(shape_.records);
            for (std::size_t i = 0; i < shape_.records; ++i)
                push.records.push_back(record(device, batch * shape_.records + i));
            members_[device]->batches.push_back(packer_.pack(sync::encode(push), sync::BodyForm::Short));
        }
    }

    sync::PushedRecord record(std::size_t device, std::size_t number) const {
        const std::size_t place = device * shape_.batches * shape_.records + number;
        SurveyResponse response = workload_.responses[place % workload_.responses.size()];
        const std::size_t copy = place / workload_.responses.size();
        response.id.bytes[15] = static_cast<std::uint8_t>(response.id.bytes[15] + copy);
        response.id.bytes[14] = static_cast<std::uint8_t>(response.id.bytes[14] ^ copy);
        sync::PushedRecord pushed;
        pushed.record = draftOf(schema_, response);
        pushed.position = static_cast<sync::LocalSequence>(number + 1);
        pushed.record.cover = {{writerOf(device), pushed.position},
                               sync::Stamp::at(sync::WallTime{sync::Milliseconds(response.submittedAt)}),
                               {}};
        return pushed;
    }

    void push(std::size_t device) {
        Member& member = *members_[device];
        if (member.batches.empty())
            return;
        std::string batch = std::move(member.batches.front());
        member.batches.pop_front();
        const auto asked = std::chrono::steady_clock::now();
        member.connection.ask("/v1/push", std::move(batch), [this, device, asked](const std::string& body) {
            times_.waits.push_back(Seconds(std::chrono::steady_clock::now() - asked).count());
            times_.errors += isReceiptForAll(body) ? 0 : 1;
            push(device);
        });
    }

    bool isReceiptForAll(const std::string& body) const {
        const auto json = packer_.unpack(body, {});
        if (!json)
            return false;
        const auto answer = sync::decodePushAnswer(*json, schema_, {});
        return answer && answer->refused.empty() && answer->records.empty();
    }

    std::uint16_t port_;
    HerdShape shape_;
    const Workload& workload_;
    const sync::Schema& schema_;
    sync::Packer packer_;
    platform::SystemClock clock_;
    asio::io_context io_;
    std::vector<std::unique_ptr<Member>> members_;
    HerdTimes times_;
};

} // namespace

HerdTimes runHerd(std::uint16_t port, const std::vector<std::string>& secrets, const HerdShape& shape,
                  const Workload& workload, const sync::Schema& schema) {
    return Herd(port, secrets, shape, workload, schema).run();
}

} // namespace lianxin::bench
