// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/story_records.h"

#include "app/domain/time_text.h"

#include <array>

namespace lianxin::ctl {

namespace {

using Json = nlohmann::json;

constexpr std::array<const char*, 5> grades{"very_dissatisfied", "dissatisfied", "fair", "satisfied",
                                            "very_satisfied"};
constexpr std::array<const char*, 4> wishes{"取药窗口再多开一个", "候诊区的椅子太少", "指路牌看不清楚",
                                            "护士讲得很细，谢谢"};

template <class List>
const char* oneOf(const List& list, int number) {
    return list[static_cast<std::size_t>(number) % list.size()];
}

} // namespace

std::string StoryRecords::now() const {
    return domain::formatTime(clock_.wall());
}

Json StoryRecords::surveys(int count) {
    Json list = Json::array();
    for (int i = 0; i < count; ++i) {
        Json answers{{"suggestion", oneOf(wishes, i)}};
        for (const char* question : {"care.registration", "care.waiting", "care.doctor", "care.nurse",
                                     "care.environment", "overall.satisfaction"})
            answers[question] = oneOf(grades, i + static_cast<int>(answers.size()));
        list.push_back({{"questionnaire", storyForm},
                        {"answers", std::move(answers)},
                        {"fields", {{"device_kind", "kiosk"}, {"language", "zh-CN"}}}});
    }
    return list;
}

Json StoryRecords::kioskMatters(int count) {
    Json list = Json::array();
    for (int i = 0; i < count; ++i) {
        const std::string id = ids_.next().toString();
        list.push_back({{"type", "matter"},
                        {"id", id},
                        {"fields",
                         {{"kind", "complaint"},
                          {"channel", "internal"},
                          {"source", "opinion_form"},
                          {"contact_mode", "self_service"},
                          {"device_kind", "kiosk"},
                          {"raised_at", now()},
                          {"content", oneOf(wishes, i)}}}});
        list.push_back({{"type", "matter_event"},
                        {"fields", {{"matter", id}, {"step", "submit"}, {"occurred_at", now()}}}});
    }
    return list;
}

Json StoryRecords::wardRecords(int count) {
    Json list = Json::array();
    for (int i = 0; i < count; ++i) {
        const Json visit{{"ward", storyWard},
                         {"visited_at", now()},
                         {"outcome", "visited"},
                         {"opinions", oneOf(wishes, i)}};
        const Json card{{"ward", storyWard}, {"given_at", now()}};
        const Json matter{{"kind", "suggestion"},      {"channel", "internal"},
                          {"source", "bedside_visit"}, {"contact_mode", "bedside"},
                          {"device_kind", "ward"},     {"raised_at", now()},
                          {"ward", storyWard},         {"content", oneOf(wishes, i)}};
        list.push_back({{"type", "visit"}, {"fields", visit}});
        list.push_back({{"type", "card_handout"}, {"fields", card}});
        list.push_back({{"type", "matter"}, {"fields", matter}});
    }
    return list;
}

} // namespace lianxin::ctl
