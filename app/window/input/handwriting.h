// SPDX-License-Identifier: GPL-3.0-or-later
// From strokes of a finger to a character. The model is large: it is loaded when somebody first wants to
// write by hand, on a thread of its own, and stays from then on. Nothing of what was written stays.
#pragma once

#include <future>
#include <memory>
#include <string>
#include <vector>

namespace lianxin::window {

class Recogniser;

class Handwriting {
public:
    struct Point {
        double x, y;
    };
    using Stroke = std::vector<Point>;

    /// The path of the model. Where it cannot be read, nothing is ever recognised.
    explicit Handwriting(std::string model);
    ~Handwriting();
    Handwriting(const Handwriting&) = delete;
    Handwriting& operator=(const Handwriting&) = delete;

    /// Begins to load the model and returns at once.
    void prepare();
    /// Characters that these strokes, in the order they were written, may be; likeliest first. UTF-8. Waits
    /// for the model.
    std::vector<std::string> read(const std::vector<Stroke>& strokes);

private:
    const std::string model_;
    std::shared_future<std::shared_ptr<Recogniser>> recogniser_;
};

} // namespace lianxin::window
