// SPDX-License-Identifier: Apache-2.0
// What a register says of a mark → whether it still stands in the way.
#include <array>
#include <string>

#include "import/register_fields.h"

namespace tmsweep::import {

namespace {

struct Phrase {
  std::string_view words;
  Standing standing;
};

/// The first phrase that stands in the status decides. So what is still open stands before what has ended
/// (驳回复审 before 驳回, "cancellation pending" before "pending"), and 注册 stands last (商标注册申请中).
constexpr auto k_phrases = std::to_array<Phrase>({
    {"驳回复审", Standing::pending},
    {"部分驳回", Standing::pending},
    {"驳回通知", Standing::pending},
    {"部分无效", Standing::registered},
    {"部分撤销", Standing::registered},
    {"部分注销", Standing::registered},
    {"无效宣告申请", Standing::registered},
    {"无效宣告中", Standing::registered},
    {"撤销申请", Standing::registered},
    {"撤销中", Standing::registered},
    {"cancellation pending", Standing::registered},
    {"appeal pending", Standing::pending},
    {"无效", Standing::dead},
    {"撤销", Standing::dead},
    {"撤回", Standing::dead},
    {"驳回", Standing::dead},
    {"注销", Standing::dead},
    {"失效", Standing::dead},
    {"不予注册", Standing::dead},
    {"不予受理", Standing::dead},
    {"未续展", Standing::dead},
    {"续展", Standing::registered},
    {"转让", Standing::unknown},
    {"变更", Standing::unknown},
    {"dead", Standing::dead},
    {"abandoned", Standing::dead},
    {"cancelled", Standing::dead},
    {"canceled", Standing::dead},
    {"expired", Standing::dead},
    {"invalid", Standing::dead},
    {"invalidated", Standing::dead},
    {"refused", Standing::dead},
    {"rejected", Standing::dead},
    {"withdrawn", Standing::dead},
    {"surrendered", Standing::dead},
    {"revoked", Standing::dead},
    {"lapsed", Standing::dead},
    {"removed", Standing::dead},
    {"ended", Standing::dead},
    {"inactive", Standing::dead},
    {"not registered", Standing::unknown},
    {"已注册", Standing::registered},
    {"注册公告", Standing::registered},
    {"registration published", Standing::registered},
    {"申请", Standing::pending},
    {"等待", Standing::pending},
    {"审查", Standing::pending},
    {"审理", Standing::pending},
    {"初审", Standing::pending},
    {"初步审定", Standing::pending},
    {"受理", Standing::pending},
    {"异议", Standing::pending},
    {"pending", Standing::pending},
    {"application", Standing::pending},
    {"published", Standing::pending},
    {"filed", Standing::pending},
    {"opposition", Standing::pending},
    {"opposed", Standing::pending},
    {"examination", Standing::pending},
    {"注册", Standing::registered},
    {"有效", Standing::registered},
    {"registered", Standing::registered},
    {"registration", Standing::registered},
    {"renewed", Standing::registered},
    {"protected", Standing::registered},
    {"active", Standing::registered},
    {"live", Standing::registered},
});

bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Latin words are found whole only: "registered" is not in "unregistered".
bool holds(std::string_view status, std::string_view words) {
  for (std::size_t at = status.find(words); at != std::string_view::npos; at = status.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool begins_inside = at > 0 && is_latin(words.front()) && is_latin(status[at - 1]);
    const bool ends_inside = end < status.size() && is_latin(words.back()) && is_latin(status[end]);
    if (!begins_inside && !ends_inside) return true;
  }
  return false;
}

struct CodeRange {
  int first;
  int last;
  Standing standing;
};

/// After the table of status codes of the USPTO. Codes that stand in no row are not known; 620, 625, 969 and
/// 970 say themselves that nothing is known.
constexpr auto k_uspto = std::to_array<CodeRange>({
    {400, 400, Standing::pending},     // international registration cancelled, may be transformed
    {401, 402, Standing::dead},        // the same, not transformed
    {403, 403, Standing::pending},     // may be transformed
    {600, 609, Standing::dead},        // abandoned
    {612, 612, Standing::pending},     // petition to revive
    {614, 614, Standing::dead},        // petition denied
    {616, 616, Standing::pending},     // revived
    {618, 618, Standing::dead},        // abandoned, old file
    {622, 622, Standing::dead},        // serial number given by mistake
    {624, 624, Standing::registered},  // registered, old file
    {626, 626, Standing::dead},        // registered, old file, cancelled or expired
    {630, 699, Standing::pending},     // examination, publication, allowance
    {700, 708, Standing::registered},  // registered, use declared
    {709, 714, Standing::dead},        // cancelled
    {715, 715, Standing::pending},     // cancelled, application restored
    {716, 716, Standing::dead},        // registration number given by mistake
    {717, 717, Standing::registered},  // registered, divisional fee awaited
    {718, 739, Standing::pending},     // more time to show use
    {740, 743, Standing::registered},  // papers after registration
    {744, 777, Standing::pending},     // statement of use, appeal, opposition
    {778, 778, Standing::registered},  // cancellation dismissed
    {779, 779, Standing::pending},     // opposition sustained, not yet abandoned
    {780, 781, Standing::registered},  // cancellation ended without
    {782, 782, Standing::pending},     // opposition decided, judgment deferred
    {783, 783, Standing::registered},  // cancellation decided, judgment deferred
    {790, 790, Standing::registered},  // cancellation asked for
    {794, 794, Standing::pending},     // back with the examiner
    {800, 800, Standing::registered},  // renewed
    {801, 830, Standing::pending},     // opposition papers, examination of the statement of use
    {900, 901, Standing::dead},        // expired
    {973, 973, Standing::pending},     // petition or court decision awaited
});

}  // namespace

Standing standing_of_words(std::string_view status) {
  std::string small(status.substr(0, 200));
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const Phrase& phrase : k_phrases) {
    if (holds(small, phrase.words)) return phrase.standing;
  }
  return Standing::unknown;
}

Standing standing_of_uspto_code(std::string_view code) {
  if (code.empty() || code.size() > 4) return Standing::unknown;
  int value = 0;
  for (const char c : code) {
    if (c < '0' || c > '9') return Standing::unknown;
    value = value * 10 + (c - '0');
  }
  for (const CodeRange& range : k_uspto) {
    if (value >= range.first && value <= range.last) return range.standing;
  }
  return Standing::unknown;
}

}  // namespace tmsweep::import
