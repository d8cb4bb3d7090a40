// SPDX-License-Identifier: GPL-3.0-or-later
// A questionnaire as the program works with it: read once from a FHIR R4 Questionnaire, never changed after.
// What of FHIR is understood stands in FORMS.md beside this file; everything else is named in `unsupported`.
// A form is a value; a fill-in (form_answers.h) shares the one it belongs to.
#pragma once

#include "app/domain/survey/options.h"
#include "platform/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lianxin::domain {

/// Marks a choice that is answered by touching a face; the value is true. The options run from the worst to
/// the best.
inline constexpr std::string_view faceRatingExtension = "urn:lianxin:face-rating";

enum class ItemType : std::uint8_t {
    Group,
    Display,
    Boolean,
    Decimal,
    Integer,
    Date,
    DateTime,
    Time,
    String, ///< one line
    Text,   ///< several lines
    Url,
    Choice,
    OpenChoice, ///< an option, or the person's own words
    Quantity,
    Refused, ///< nobody can answer it here; `unsupported` says why
};

/// How FHIR names the type: "open-choice". A refused one is "refused".
std::string_view nameOf(ItemType type);

/// How an item wants to be shown. An author's wish that does not suit the type of the item is reported, not
/// kept.
enum class Control : std::uint8_t {
    Usual, ///< whatever suits the type
    Slider,
    DropDown,
    CheckBox,
    RadioButton,
    Autocomplete,
    FaceRating,   ///< one of the faces; options that count nothing stand below them
    Page,         ///< a group that stands on a page of its own
    Help,         ///< a text that is shown when asked for
    Instructions, ///< a text beside the question above it
};

enum class Orientation : std::uint8_t { Unsaid, Horizontal, Vertical };

enum class Operator : std::uint8_t { Exists, Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual };

/// One enableWhen.
struct Condition {
    std::size_t question = 0; ///< place in Form::items
    Operator op = Operator::Exists;
    Value answer; ///< for Exists: whether there should be one
};

struct Item {
    std::string linkId;
    ItemType type = ItemType::Refused;
    Control control = Control::Usual;
    TranslatedText text;
    TranslatedText shortText; ///< what the question is about, in a word or two: "挂号"
    TranslatedText prefix;    ///< "1.", shown before the text
    TranslatedText entryHint; ///< what to type, shown in the empty field: "yyyy-mm-dd"
    TranslatedText openLabel; ///< what the way to one's own words is called, of an open choice
    Orientation orientation = Orientation::Unsaid;

    bool required = false;
    bool repeats = false;
    bool readOnly = false;
    bool hidden = false;                  ///< itself, or what it stands in
    std::optional<std::size_t> minLength; ///< in characters
    std::optional<std::size_t> maxLength;
    std::optional<std::size_t> maxDecimalPlaces;
    std::optional<std::size_t> minOccurs; ///< answers, or copies of a group
    std::optional<std::size_t> maxOccurs;
    std::optional<Value> minValue; ///< of the item's own type
    std::optional<Value> maxValue;
    std::optional<double> sliderStep;

    std::shared_ptr<const Options> options; ///< never null; empty where there is nothing to choose
    std::vector<Coding> units;              ///< of a number or a quantity; the first is the usual one
    std::vector<Value> initial;

    std::vector<Condition> conditions; ///< none: always enabled, if what it stands in is
    bool anyCondition = true;          ///< one that holds is enough; otherwise all must

    // ---- places in Form::items, which lists parents before children, in the order of the form
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::size_t parent = nowhere;
    std::size_t end = 0;                  ///< one beyond the last item below this one
    std::size_t repeatingGroup = nowhere; ///< the innermost one that it stands in, itself excluded
    std::vector<std::size_t> dependents;  ///< whose conditions name this item
    std::size_t order = 0;                ///< an item's is above those of all that it is enabled by
    std::size_t depth = 0;                ///< 0 at the top

    /// Takes an answer, or would if it could.
    bool isQuestion() const { return type != ItemType::Group && type != ItemType::Display; }
    bool isRepeatingGroup() const { return type == ItemType::Group && repeats; }
};

/// Something of the form that is not done as its author meant it.
struct Unsupported {
    std::string linkId; ///< empty: the form itself
    std::string what;   ///< the element or extension by name, and what happens instead
    bool operator==(const Unsupported&) const = default;
};

enum class FormFault : std::uint8_t {
    TooLarge,
    TooDeep,
    NotJson,
    NotAQuestionnaire, ///< some other resource, or no resource
    BadItem,           ///< items that are no list of objects, or one without a linkId
    TooManyItems,
    ModifierExtension, ///< the author forbids to read it without understanding this
};

std::string_view nameOf(FormFault fault);

struct FormProblem {
    FormFault fault = FormFault::NotAQuestionnaire;
    std::string place; ///< the linkId or what else is known of where; may be empty
    bool operator==(const FormProblem&) const = default;
};

class Form {
public:
    static constexpr std::size_t mostBytes = std::size_t{64} << 20;
    static constexpr std::size_t mostItems = 20'000;
    static constexpr std::size_t deepestItem = 64;
    static constexpr std::size_t deepestJson = 256;

    /// Never throws for what stands in the text.
    static platform::Result<Form, FormProblem> readText(std::string_view text);
    /// The same from JSON that was parsed already; its depth must be known to be bounded.
    static platform::Result<Form, FormProblem> read(const nlohmann::json& questionnaire);

    const std::string& url() const { return url_; }
    const std::string& version() const { return version_; }
    /// What a response names: "url|version", the url alone, or nothing.
    std::string canonical() const;
    const TranslatedText& title() const { return title_; }
    const TranslatedText& description() const { return description_; }
    const std::string& language() const { return language_; }

    /// All items, parents before children.
    const std::vector<Item>& items() const { return items_; }
    std::optional<std::size_t> find(const std::string& linkId) const;
    std::size_t questions() const;

    const std::vector<Unsupported>& unsupported() const { return unsupported_; }
    /// The required questions that a person could not answer: refused ones, and those that are hidden or
    /// read-only without a value. A form with any is no form to hand out.
    std::vector<std::string> unanswerable() const;
    /// The items that would be shown in the form's own language to a reader of this one.
    std::vector<std::string> untranslated(std::string_view language) const;

private:
    friend class FormReader;
    Form() = default;

    std::string url_;
    std::string version_;
    std::string language_;
    TranslatedText title_;
    TranslatedText description_;
    std::vector<Item> items_;
    std::unordered_map<std::string, std::size_t> byLinkId_;
    std::vector<Unsupported> unsupported_;
};

} // namespace lianxin::domain
