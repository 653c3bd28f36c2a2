#include "journey/parse/parse.hpp"

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

using namespace cjm;

namespace {

Parsed<Journey> parse(std::string text) {
    return parse_journey(std::make_shared<SourceText>(SourceText{"a.toml", std::move(text)}));
}

Journey parsed(std::string text) {
    auto result = parse(std::move(text));
    for (const auto& diagnostic : result.diagnostics) UNSCOPED_INFO(format_diagnostic(diagnostic));
    REQUIRE(result.value);
    return std::move(*result.value);
}

std::string every_key() {
    std::ifstream file(CJM_SOURCE_DIR "/tests/golden/check/ok-every-key.toml");
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("parse: a small journey gets the defaults", "[journey][parse]") {
    const auto journey = parsed(
        "[journey]\ntitle = \"T\"\nstart = \"a\"\n"
        "[[touchpoint]]\nid = \"a\"\nnext = { done = 0.5 }\n"
        "[[outcome]]\nid = \"done\"\nkind = \"success\"\n");
    CHECK(journey.title.value == "T");
    CHECK(journey.language == Language::english);
    CHECK_FALSE(journey.success);
    CHECK_FALSE(journey.horizon_days);
    REQUIRE(journey.start.shares.size() == 1);
    CHECK(journey.start.shares[0].name.value == "a");
    CHECK(journey.start.shares[0].number.likely == 1);
    REQUIRE(journey.personas.size() == 1);
    CHECK(journey.personas[0].id.value == "everyone");
    CHECK(journey.personas[0].share.likely == 1);
    CHECK(journey.goodwill.bad.value == -12);
    CHECK(journey.causes.size() == built_in_cause_count);
    CHECK(journey.causes[4].id.value == "delay");
    CHECK(journey.touchpoints[0].shown() == "a");
    CHECK(journey.touchpoints[0].owner_or_us() == Owner::us);
    CHECK_FALSE(journey.touchpoints[0].behaviour.weight);
    CHECK(journey.source->path == "a.toml");
}

TEST_CASE("parse: the sections of a full journey", "[journey][parse]") {
    const auto journey = parsed(every_key());
    CHECK(journey.currency == "EUR");
    REQUIRE(journey.start.shares.size() == 2);
    CHECK(journey.start.shares[1].number.likely == 0.3);
    REQUIRE(journey.success);
    CHECK(journey.success->entries[1].value == "in_progress");
    CHECK(journey.horizon_days->value == 100);
    CHECK(journey.ghost_after_days->value == 400);
    CHECK(journey.discount_rate.low == 0);
    CHECK(journey.discount_rate.likely == 0.05);
    CHECK(journey.discount_rate.high == 0.1);
    CHECK(journey.customers_per_year.likely == 5000);
    CHECK(journey.acquisition_cost.likely == 12.5);
    CHECK(journey.goodwill.fade.likely == 0.05);
    CHECK(journey.friction.goodwill.value == -1);
    CHECK(journey.friction.effort.likely == 0.5);
    CHECK(journey.causes.back().shown() == "Moved away");
    CHECK(journey.stages[0].rows.built_in[0].at(0).value == "Looks around");
    CHECK(journey.stages[1].rows.own.at(0).first.value == "legal");
    CHECK(journey.rows.at(0).shown() == "Legal");
    REQUIRE(journey.survey);
    CHECK(journey.survey->response.likely == 0.2);
    CHECK(journey.survey->nps->spread.likely == 2);
    CHECK(journey.survey->csi.at(0).second.at(1).value == "book");
}

TEST_CASE("parse: personas", "[journey][parse]") {
    const auto journey = parsed(every_key());
    const auto& anxious = journey.personas.at(0);
    CHECK(anxious.shown() == "Anxious patient");
    CHECK(anxious.share.likely == 0.4);
    CHECK(anxious.goodwill->value == -2);
    CHECK(anxious.hazard.entries.at(1).name.value == "delay");
    CHECK(anxious.hazard.entries.at(1).number.likely == 0.5);
    CHECK(anxious.start->shares.at(0).name.value == "search");
    CHECK(anxious.needs.at(0).value == "to be heard");
    CHECK(anxious.quote->value == "I would rather not.");
    CHECK_FALSE(journey.personas.at(1).goodwill);
}

TEST_CASE("parse: a touchpoint with all its keys", "[journey][parse]") {
    const auto journey = parsed(every_key());
    const auto& book = journey.touchpoints.at(2);
    CHECK(book.stage->value == "admit");
    CHECK(book.channel->value == "web");
    CHECK(book.owner->value == Owner::us);
    CHECK(journey.touchpoints.at(1).owner->value == Owner::third_party);
    CHECK(book.moment->value == Moment::do_);
    CHECK(book.links.at(1).value == "mailto:desk@example.org");
    CHECK(book.moment_of_truth->value);
    CHECK(book.evidence->kind == EvidenceKind::survey);
    CHECK(book.evidence->n == 120);
    CHECK(book.emotion->likely == -1);
    CHECK(book.rows.built_in.at(static_cast<std::size_t>(BuiltInRow::metrics)).at(0).value ==
          "Bookings a day");
    const auto& behaviour = book.behaviour;
    CHECK(behaviour.experience->bad.high == 0.2);
    CHECK(behaviour.next->shares.at(0).name.value ==
          "remind");  // the file's order, not the alphabet's
    CHECK(behaviour.causes->entries.at(3).name.value == "moved");
    CHECK(behaviour.weight->value == 3);
    CHECK(behaviour.silent->likely == 0.9);
    CHECK(behaviour.cost->low == 2);
    CHECK(behaviour.wait->entries.at(1).wait.kind == WaitKind::lognormal);
    CHECK(behaviour.wait->entries.at(1).wait.mean.high == 2);
    CHECK(behaviour.wait->entries.at(1).wait.sd.likely == 0.5);
    CHECK(behaviour.patience->entries.at(0).number.likely == 3);
    CHECK(book.seamless->entries.at(0).flag.value);
    CHECK(behaviour.after_given);
    CHECK(behaviour.after.at(0)->counts.size() == 2);
    CHECK_FALSE(behaviour.after.at(1));
    CHECK(behaviour.after.at(2)->shares.size() == 2);
    CHECK_FALSE(journey.touchpoints.at(3).channel);  // "" is no channel
}

TEST_CASE("parse: what differs by persona", "[journey][parse]") {
    const auto journey = parsed(every_key());
    const auto& [persona, own] = journey.touchpoints.at(2).for_persona.at(0);
    CHECK(persona.value == "anxious");
    CHECK(own.after.at(1)->shares.at(0).name.value == "phone");
    CHECK(own.weight->value == 100);
    CHECK(own.wait->entries.at(0).wait.mean.likely == 2);
    CHECK(own.wait->entries.at(0).wait.mean.high == 7);
    CHECK(own.patience->entries.at(0).number.likely == 30);
}

TEST_CASE("parse: counts become shares, leave does not", "[journey][parse]") {
    const auto journey = parsed(every_key());
    const auto& next = *journey.touchpoints.at(1).behaviour.next;
    REQUIRE(next.counts.size() == 3);
    REQUIRE(next.shares.size() == 2);
    CHECK(next.shares[0].number.likely == 0.812);
    CHECK(next.shares[1].number.likely == 0.095);
    CHECK(next.counts[2].name.value == "leave");
    CHECK(next.counts[2].count.value == 93);
}

TEST_CASE("parse: every kind of wait", "[journey][parse]") {
    const auto journey = parsed(every_key());
    const auto& phone = journey.touchpoints.at(3).behaviour.wait->entries;
    CHECK(phone.at(0).wait.kind == WaitKind::weibull);
    CHECK(phone.at(0).wait.shape.likely == 1.5);
    CHECK(phone.at(0).wait.scale.likely == 365);
    CHECK(phone.at(1).wait.kind == WaitKind::uniform);
    CHECK(phone.at(1).wait.low.likely == 0);
    CHECK(phone.at(1).wait.high.likely == 30.0 / 1440);
    const auto& remind = journey.touchpoints.at(4).behaviour.wait->entries;
    CHECK(remind.at(0).wait.kind == WaitKind::fixed);
    CHECK(remind.at(0).wait.mean.likely == 90.0 / 86400);
    CHECK(remind.at(1).wait.kind == WaitKind::exponential);
    CHECK(remind.at(1).wait.mean.likely == 2.0 / 24);
    CHECK(remind.at(2).wait.kind == WaitKind::gamma);
    CHECK(remind.at(3).wait.kind == WaitKind::pert);
    CHECK(remind.at(3).wait.high.likely == 10);
}

TEST_CASE("parse: scenarios", "[journey][parse]") {
    const auto journey = parsed(every_key());
    const auto& reminders = journey.scenarios.at(0);
    CHECK(reminders.cost.likely == 20000);
    CHECK(reminders.cost_per_customer.likely == 0.1);
    CHECK(reminders.hazard.entries.at(1).name.value == "delay");
    const auto& each = reminders.each.at(0);
    CHECK(each.where.owner->value == "us");
    CHECK(each.where.tag->value == "support");
    CHECK(each.leave->likely == 0.8);
    CHECK(each.revenue->high == 1.3);
    CHECK(each.cost_add->likely == 1.5);
    CHECK(reminders.touchpoints.at(0).id.value == "book");
    CHECK_FALSE(reminders.touchpoints.at(0).is_new);
    CHECK(reminders.touchpoints.at(1).is_new->value);
}

TEST_CASE("parse: places are lines and code points", "[journey][parse]") {
    const auto journey = parsed(
        "\xEF\xBB\xBF[journey]\r\ntitle = \"Đặt lịch\"\r\nstart = \"đặt\"\r\n"
        "[[touchpoint]]\r\nid = \"đặt\"\r\nnext = { \"xong\" = 0.5 }\r\n"
        "[[outcome]]\r\nid = \"xong\"\r\nkind = \"success\"\r\n");
    const auto begins = [](const SourceSpan& where, std::uint32_t line, std::uint32_t column) {
        return where.begin == SourcePoint{line, column};
    };
    CHECK(begins(journey.title.where, 2, 9));
    CHECK(journey.title.where.end == SourcePoint{2, 19});
    CHECK(begins(journey.touchpoints[0].where, 4, 1));
    CHECK(begins(journey.touchpoints[0].id.where, 5, 6));
    CHECK(begins(journey.touchpoints[0].behaviour.next->where, 6, 1));
    CHECK(begins(journey.touchpoints[0].behaviour.next->shares[0].name.where, 6, 10));
    CHECK(begins(journey.touchpoints[0].behaviour.next->shares[0].number.where, 6, 19));
}

TEST_CASE("parse: composed and decomposed spellings are one id", "[journey][parse]") {
    const auto journey = parsed(
        "[journey]\ntitle = \"T\"\nstart = \"\u0111a\u0323\u0306t\"\n"
        "[[touchpoint]]\nid = \"\u0111\u1eb7t\"\nnext = { \"la\u0323i\" = 0.5 }\n"
        "[[outcome]]\nid = \"l\u1ea1i\"\nkind = \"success\"\n");
    CHECK(journey.start.shares[0].name.value == journey.touchpoints[0].id.value);
    CHECK(journey.touchpoints[0].behaviour.next->shares[0].name.value ==
          journey.outcomes[0].id.value);
}

TEST_CASE("parse: errors leave no journey, all at once, by place", "[journey][parse]") {
    const auto result = parse(
        "[journey]\ntitle = 3\nstart = \"b\"\n"
        "[[touchpoint]]\nid = \"a\"\nnext = { a = 2 }\n");
    CHECK_FALSE(result.value);
    REQUIRE(result.diagnostics.size() == 3);
    CHECK(result.diagnostics[0].id == "wrong-type");
    CHECK(result.diagnostics[1].id == "unknown-touchpoint");
    CHECK(result.diagnostics[2].id == "out-of-range");
}

TEST_CASE("parse: a file that is too large is refused unread", "[journey][parse]") {
    const auto result = parse(std::string(8'000'001, '#'));
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(format_diagnostic(result.diagnostics[0]) ==
          "a.toml: error: the file has 8000001 bytes; a journey file has at most 8000000\n");
    CHECK(parse(std::string(8'000'000, '#')).diagnostics.at(0).id == "missing-key");
}
