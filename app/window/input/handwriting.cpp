// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/input/handwriting.h"

#include <zinnia.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lianxin::window {

namespace {

// The model was taught with characters that fill a square.
constexpr double side = 1000;
constexpr double filled = 0.8;
constexpr std::size_t mostCharacters = 24;

// Brings a character written small, or in a corner of a wide field, to where the model expects it.
class Square {
public:
    explicit Square(const std::vector<Handwriting::Stroke>& strokes) {
        for (const auto& stroke : strokes)
            for (const auto& point : stroke) {
                left_ = std::min(left_, point.x);
                right_ = std::max(right_, point.x);
                top_ = std::min(top_, point.y);
                bottom_ = std::max(bottom_, point.y);
            }
        scale_ = side * filled / std::max({right_ - left_, bottom_ - top_, 1.0});
    }
    int x(double value) const { return place(value - (left_ + right_) / 2); }
    int y(double value) const { return place(value - (top_ + bottom_) / 2); }

private:
    int place(double fromTheMiddle) const {
        return static_cast<int>(std::lround(side / 2 + fromTheMiddle * scale_));
    }

    double left_ = std::numeric_limits<double>::max(), right_ = std::numeric_limits<double>::lowest();
    double top_ = left_, bottom_ = right_;
    double scale_ = 1;
};

} // namespace

class Recogniser {
public:
    explicit Recogniser(const std::string& model)
        : engine_(zinnia::createRecognizer()), isOpen_(engine_->open(model.c_str())) {}

    std::vector<std::string> read(const std::vector<Handwriting::Stroke>& strokes) const {
        std::vector<std::string> characters;
        if (!isOpen_)
            return characters;
        const std::unique_ptr<zinnia::Character> written(zinnia::createCharacter());
        written->set_width(static_cast<std::size_t>(side));
        written->set_height(static_cast<std::size_t>(side));
        const Square square(strokes);
        for (std::size_t index = 0; index < strokes.size(); ++index)
            for (const auto& point : strokes[index])
                written->add(index, square.x(point.x), square.y(point.y));
        const std::unique_ptr<zinnia::Result> result(engine_->classify(*written, mostCharacters));
        for (std::size_t index = 0; result && index < result->size(); ++index)
            characters.emplace_back(result->value(index));
        return characters;
    }

private:
    const std::unique_ptr<zinnia::Recognizer> engine_;
    const bool isOpen_;
};

Handwriting::Handwriting(std::string model) : model_(std::move(model)) {}
Handwriting::~Handwriting() = default;

void Handwriting::prepare() {
    if (!recogniser_.valid())
        recogniser_ = std::async(std::launch::async, [model = model_] {
                          return std::make_shared<Recogniser>(model);
                      }).share();
}

std::vector<std::string> Handwriting::read(const std::vector<Stroke>& strokes) {
    if (strokes.empty())
        return {};
    prepare();
    return recogniser_.get()->read(strokes);
}

} // namespace lianxin::window
