// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/client.h"

#include "platform/process/signals.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <new>
#include <stdexcept>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lianxin::platform {

namespace {

constexpr std::size_t maxHeaderBytes = std::size_t{16} * 1024;
constexpr std::chrono::milliseconds maxConnectTime = std::chrono::seconds(15);

struct FreeEasy {
    void operator()(CURL* easy) const noexcept { curl_easy_cleanup(easy); }
};
struct FreeMulti {
    void operator()(CURLM* multi) const noexcept { curl_multi_cleanup(multi); }
};
struct FreeList {
    void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, FreeEasy>;
using Multi = std::unique_ptr<CURLM, FreeMulti>;
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

void initialiseLibrary() {
    static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (initialised != CURLE_OK) {
        throw std::runtime_error(curl_easy_strerror(initialised));
    }
}

template <class Value>
void setOption(CURL* easy, CURLoption option, Value value) {
    const CURLcode code = curl_easy_setopt(easy, option, value);
    if (code == CURLE_OUT_OF_MEMORY) {
        throw std::bad_alloc();
    }
    if (code != CURLE_OK) {
        throw std::runtime_error(curl_easy_strerror(code));
    }
}

void requireSuccess(CURLMcode code) {
    if (code == CURLM_OUT_OF_MEMORY) {
        throw std::bad_alloc();
    }
    if (code != CURLM_OK) {
        throw std::runtime_error(curl_multi_strerror(code));
    }
}

void requireNoControlCharacter(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; })) {
        throw std::invalid_argument("a control character would end the header that it is in");
    }
}

void append(HeaderList& list, const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) {
        throw std::bad_alloc();
    }
    static_cast<void>(list.release()); // the first element, if any, is in the longer list
    list.reset(longer);
}

// One exchange: the request that curl reads from and the answer that it fills.
struct Transfer {
    Easy easy;
    HeaderList headers;
    ClientRequest request;
    ClientAnswer answer;
    HttpClient::Done done;
    std::size_t maxAnswerBytes = 0;
    std::size_t headerBytes = 0;
    std::array<char, CURL_ERROR_SIZE> error{};
};

// Called by C code, which an exception must not cross: running out of memory refuses the answer.
std::size_t takeBody(const char* bytes, std::size_t one, std::size_t count, void* context) noexcept {
    auto& transfer = *static_cast<Transfer*>(context);
    const std::size_t size = one * count;
    if (size > transfer.maxAnswerBytes - transfer.answer.body.size()) {
        transfer.answer.failure = "the answer is larger than allowed";
        return 0;
    }
    try {
        transfer.answer.body.append(bytes, size);
    } catch (const std::bad_alloc&) {
        return 0;
    }
    return size;
}

std::size_t takeHeader(const char*, std::size_t one, std::size_t count, void* context) noexcept {
    auto& transfer = *static_cast<Transfer*>(context);
    const std::size_t size = one * count;
    transfer.headerBytes += size;
    if (transfer.headerBytes > maxHeaderBytes) {
        transfer.answer.failure = "the answer's header is larger than allowed";
        return 0;
    }
    return size;
}

// curl's own counters mix headers and bodies in a way that differs between releases; this hook sees every
// byte.
int countBytes(CURL*, curl_infotype kind, char*, std::size_t size, void* context) noexcept {
    if (context == nullptr) {
        return 0; // a handle between two requests
    }
    auto& answer = static_cast<Transfer*>(context)->answer;
    if (kind == CURLINFO_HEADER_OUT || kind == CURLINFO_DATA_OUT) {
        answer.bytesSent += size;
    } else if (kind == CURLINFO_HEADER_IN || kind == CURLINFO_DATA_IN) {
        answer.bytesReceived += size;
    }
    return 0;
}

// What is the same for every request of a client; a handle keeps it when it is used again.
Easy makeEasy() {
    Easy easy(curl_easy_init());
    if (!easy) {
        throw std::bad_alloc();
    }
    CURL* handle = easy.get();
    setOption(handle, CURLOPT_NOSIGNAL, 1L);
    setOption(handle, CURLOPT_NOPROXY, "*");
    setOption(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    setOption(handle, CURLOPT_FOLLOWLOCATION, 0L);
    setOption(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    setOption(handle, CURLOPT_TCP_NODELAY, 1L);
    setOption(handle, CURLOPT_TCP_KEEPALIVE, 1L);
    setOption(handle, CURLOPT_POST, 1L);
    setOption(handle, CURLOPT_WRITEFUNCTION, takeBody);
    setOption(handle, CURLOPT_HEADERFUNCTION, takeHeader);
    setOption(handle, CURLOPT_DEBUGFUNCTION, countBytes);
    setOption(handle, CURLOPT_VERBOSE, 1L);
    return easy;
}

HeaderList headersFor(const std::string& authorization, std::string_view contentType) {
    HeaderList headers;
    // A name without a value takes away what curl would send by itself.
    append(headers, "Accept:");
    append(headers, "Expect:");
    append(headers, "Content-Type:" + (contentType.empty() ? "" : " " + std::string(contentType)));
    if (!authorization.empty()) {
        append(headers, "Authorization: " + authorization);
    }
    return headers;
}

ClientAnswer finish(Transfer& transfer, CURLcode code) {
    ClientAnswer answer = std::move(transfer.answer);
    CURL* handle = transfer.easy.get();
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<unsigned>(status);
    answer.reachedServer = code == CURLE_OK && status != 0;
    curl_off_t retryAfter = 0;
    if (curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &retryAfter) == CURLE_OK && retryAfter > 0) {
        answer.retryAfter = std::chrono::seconds(retryAfter);
    }
    if (!answer.reachedServer) {
        answer.body.clear();
        if (answer.failure.empty()) {
            answer.failure = transfer.error[0] != '\0' ? transfer.error.data() : curl_easy_strerror(code);
        }
    }
    return answer;
}

} // namespace

class HttpClient::Transfers {
public:
    Transfers(std::string baseUrl, std::string authorization, std::size_t maxAnswerBytes)
        : baseUrl_(std::move(baseUrl)),
          authorization_(std::move(authorization)),
          maxAnswerBytes_(maxAnswerBytes),
          multi_(curl_multi_init()) {
        if (!multi_) {
            throw std::bad_alloc();
        }
    }
    Transfers(const Transfers&) = delete;
    Transfers& operator=(const Transfers&) = delete;
    ~Transfers() { cancelAll(); }

    void post(ClientRequest request, Done done) {
        requireNoControlCharacter(request.path);
        requireNoControlCharacter(request.contentType);
        auto transfer = std::make_unique<Transfer>();
        transfer->easy = takeEasy();
        transfer->headers = headersFor(authorization_, request.contentType);
        transfer->request = std::move(request);
        transfer->done = std::move(done);
        transfer->maxAnswerBytes = maxAnswerBytes_;
        prepare(*transfer);
        CURL* handle = transfer->easy.get();
        const auto [place, inserted] = running_.emplace(handle, std::move(transfer));
        const CURLMcode code = curl_multi_add_handle(multi_.get(), handle);
        if (code != CURLM_OK) {
            running_.erase(place);
            requireSuccess(code);
        }
        // The request leaves now: the caller may have work to do before it waits for the answer.
        int stillRunning = 0;
        requireSuccess(curl_multi_perform(multi_.get(), &stillRunning));
    }

    bool runOnce(std::chrono::milliseconds atMost) {
        std::size_t delivered = drive();
        if (delivered == 0) {
            const auto timeout = static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(
                atMost.count(), 0, std::chrono::milliseconds(std::chrono::hours(1)).count()));
            requireSuccess(curl_multi_poll(multi_.get(), nullptr, 0, timeout, nullptr));
            delivered = drive();
        }
        return delivered != 0 || !running_.empty();
    }

    void wake() noexcept { curl_multi_wakeup(multi_.get()); }

    [[nodiscard]] std::size_t inFlight() const noexcept { return running_.size(); }

    void cancelAll() {
        ++cancellations_;
        for (const auto& [handle, transfer] : running_) {
            curl_multi_remove_handle(multi_.get(), handle);
        }
        running_.clear();
    }

private:
    Easy takeEasy() {
        if (idle_.empty()) {
            return makeEasy();
        }
        Easy easy = std::move(idle_.back());
        idle_.pop_back();
        return easy;
    }

    void release(Easy easy) {
        // Nothing may point into the transfer that ends now.
        setOption(easy.get(), CURLOPT_DEBUGDATA, static_cast<void*>(nullptr));
        setOption(easy.get(), CURLOPT_ERRORBUFFER, static_cast<char*>(nullptr));
        idle_.push_back(std::move(easy));
    }

    void prepare(Transfer& transfer) {
        CURL* handle = transfer.easy.get();
        const auto deadline =
            std::max(transfer.request.deadline, std::chrono::milliseconds(1)); // 0 is curl's word for none
        setOption(handle, CURLOPT_URL, (baseUrl_ + transfer.request.path).c_str());
        setOption(handle, CURLOPT_HTTPHEADER, transfer.headers.get());
        setOption(handle, CURLOPT_POSTFIELDS, transfer.request.body.data());
        setOption(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(transfer.request.body.size()));
        setOption(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(maxAnswerBytes_));
        setOption(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(deadline.count()));
        setOption(handle, CURLOPT_CONNECTTIMEOUT_MS,
                  static_cast<long>(std::min(deadline, maxConnectTime).count()));
        setOption(handle, CURLOPT_ERRORBUFFER, transfer.error.data());
        setOption(handle, CURLOPT_WRITEDATA, static_cast<void*>(&transfer));
        setOption(handle, CURLOPT_HEADERDATA, static_cast<void*>(&transfer));
        setOption(handle, CURLOPT_DEBUGDATA, static_cast<void*>(&transfer));
    }

    // Moves every transfer on and calls back for those that ended. The callbacks come last, because they may
    // start and cancel transfers.
    std::size_t drive() {
        int stillRunning = 0;
        requireSuccess(curl_multi_perform(multi_.get(), &stillRunning));
        std::vector<std::pair<Done, ClientAnswer>> ended;
        int more = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &more)) {
            if (message->msg != CURLMSG_DONE) {
                continue;
            }
            const CURLcode code = message->data.result;
            auto node = running_.extract(message->easy_handle);
            Transfer& transfer = *node.mapped();
            curl_multi_remove_handle(multi_.get(), transfer.easy.get());
            ended.emplace_back(std::move(transfer.done), finish(transfer, code));
            release(std::move(transfer.easy));
        }
        const std::uint64_t generation = cancellations_;
        for (auto& [done, answer] : ended) {
            if (generation == cancellations_) {
                done(std::move(answer));
            }
        }
        return ended.size();
    }

    std::string baseUrl_;
    std::string authorization_;
    std::size_t maxAnswerBytes_;
    std::uint64_t cancellations_ = 0;
    Multi multi_;
    std::vector<Easy> idle_;
    std::unordered_map<CURL*, std::unique_ptr<Transfer>> running_;
};

HttpClient::HttpClient(std::string baseUrl, std::string authorization, std::size_t maxAnswerBytes) {
    requireNoControlCharacter(baseUrl);
    requireNoControlCharacter(authorization);
    ignoreBrokenPipes();
    initialiseLibrary();
    transfers_ = std::make_unique<Transfers>(std::move(baseUrl), std::move(authorization), maxAnswerBytes);
}

HttpClient::~HttpClient() = default;

void HttpClient::post(ClientRequest request, Done done) {
    transfers_->post(std::move(request), std::move(done));
}

bool HttpClient::runOnce(std::chrono::milliseconds atMost) {
    return transfers_->runOnce(atMost);
}

void HttpClient::wake() noexcept {
    transfers_->wake();
}

std::size_t HttpClient::inFlight() const noexcept {
    return transfers_->inFlight();
}

void HttpClient::cancelAll() {
    transfers_->cancelAll();
}

} // namespace lianxin::platform
