// SPDX-License-Identifier: Apache-2.0
#include "engine/articles.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/bundled.h"

namespace tmsweep::engine {

TEST_CASE("contract numbers become citations") {
  struct Row {
    Edition edition;
    std::string article;
    std::string zh;
    std::string en;
  };
  using enum Edition;
  const std::vector<Row> all{{law2019, "10.1.2", "第十条第一款第（二）项", "art. 10(1)(2)"},
                             {law2019, "99999999999.1", "第9999条第一款", "art. 9999(1)"},
                             {law2019, "10.2", "第十条第二款", "art. 10(2)"},
                             {law2019, "11.1.1", "第十一条第一款第（一）项", "art. 11(1)(1)"},
                             {law2026, "11.1.1", "第十一条第一款第（一）项", "art. 11(1)(1)"},
                             {law2026, "15.3", "第十五条第（三）项", "art. 15(3)"},
                             {law2026, "15.10", "第十五条第（十）项", "art. 15(10)"},
                             {law2026, "16.1", "第十六条第一款", "art. 16(1)"},
                             {law2026, "17.1.1", "第十七条第一款第（一）项", "art. 17(1)(1)"},
                             {law2019, "15.1", "第十五条第一款", "art. 15(1)"},
                             {law2019, "ad:9.3", "第九条第（三）项", "art. 9(3)"},
                             {law2026, "ad:9.3", "第九条第（三）项", "art. 9(3)"},
                             {law2019, "20", "第二十条", "art. 20"},
                             {law2019, "21", "第二十一条", "art. 21"},
                             {law2026, "64.1", "第六十四条第一款", "art. 64(1)"},
                             {law2019, "4", "第四条", "art. 4"},
                             {law2019, "99", "第九十九条", "art. 99"},
                             {law2019, "100", "第100条", "art. 100"}};
  for (const Row& row : all) {
    CAPTURE(row.article);
    CHECK(article_label(row.edition, row.article, Lang::zh) == row.zh);
    CHECK(article_label(row.edition, row.article, Lang::en) == row.en);
  }
}

TEST_CASE("a provision carries its law and its words") {
  const Provision zh = provision(support::bundled(), Edition::law2019, "10.1.2", Lang::zh);
  CHECK(zh.law == "中华人民共和国商标法");
  CHECK(zh.label == "第十条第一款第（二）项");
  CHECK(zh.quote.find("外国的国家名称") != std::string::npos);
  const Provision en = provision(support::bundled(), Edition::law2026, "15.3", Lang::en);
  CHECK(en.label == "art. 15(3)");
  CHECK(en.quote.find("foreign State") != std::string::npos);
  CHECK(provision(support::bundled(), Edition::law2019, "99.9", Lang::zh).quote.empty());
}

TEST_CASE("another law is cited by its own name in both editions") {
  for (const Edition e : {Edition::law2019, Edition::law2026}) {
    const Provision p = provision(support::bundled(), e, "ad:9.3", Lang::zh);
    CHECK(p.law.find("广告法") != std::string::npos);
    CHECK_FALSE(p.quote.empty());
  }
}

}  // namespace tmsweep::engine
