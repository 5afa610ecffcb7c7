// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The research sheet of a target: dated, sourced, sealed findings and what is still to be found out. */
@ExtendWith(ProductExtension.class)
class ResearchTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private static final Pattern ITEM = Pattern.compile("/research/([0-9a-f-]{36})");

  private static String hidden(Pattern pattern, Page page) {
    var found = pattern.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String target(Product product, FoundedLocal local) {
    return local.path("targets/" + local.as(local.founder(), () -> local.write(() -> product.bean(Targets.class)
        .name(TargetKind.LANDLORD, Optional.of("Torvald Pellgrave"), Optional.empty(), Optional.empty()))));
  }

  private static Page write(Visitor visitor, String path, String section, String finding, String source,
      String... more) {
    String once = hidden(ONCE, visitor.get(path + "/research/new?section=" + section));
    var fields = new java.util.ArrayList<>(java.util.List.of("once", once, "section", section, "finding", finding,
        "source", source));
    fields.addAll(java.util.List.of(more));
    return visitor.post(path + "/research/new", fields.toArray(String[]::new));
  }

  @Test
  void showsFindingsInTheirSectionsWithSourceDayAndAuthor(Product product, FoundedLocal local) {
    String path = target(product, local);
    var visitor = local.founder().visitor();
    for (var section : ResearchSection.values()) {
      var answer = write(visitor, path, section.key(), "Found in " + section.key(), "Paper " + section.key(), "found",
          "2026-02-03", "happens", section == ResearchSection.DATES_THAT_HURT ? "2027-03-01" : "");
      assertThat(answer.status()).as(section.key()).isEqualTo(303);
    }
    String body = visitor.get(path).body();
    int before = 0;
    for (var section : ResearchSection.values()) {
      int at = body.indexOf("Found in " + section.key());
      assertThat(at).as(section.key()).isGreaterThan(before);
      before = at;
      assertThat(body).contains("Source: Paper " + section.key() + ". Found February 3, 2026, written by Founder");
    }
    assertThat(body).contains("March 1, 2027");
    assertThat(visitor.speaking("es").get(path).body())
        .contains("Fuente: Paper money. Averiguado el 3 de febrero de 2026");
  }

  @Test
  void putsDatesThatHurtInTheirOrder(Product product, FoundedLocal local) {
    String path = target(product, local);
    var visitor = local.founder().visitor();
    write(visitor, path, "dates-that-hurt", "The later one", "paper", "happens", "2027-09-01");
    write(visitor, path, "dates-that-hurt", "The sooner one", "paper", "happens", "2027-01-01");
    String body = visitor.get(path).body();
    assertThat(body.indexOf("The sooner one")).isPositive().isLessThan(body.indexOf("The later one"));
  }

  @Test
  void refusesAFindingWithoutASourceOrADateWithoutItsDay(Product product, FoundedLocal local) {
    String path = target(product, local);
    var visitor = local.founder().visitor();
    var unsourced = write(visitor, path, "money", "He owes <i>two</i> millions", "");
    assertThat(unsourced.status()).isEqualTo(422);
    assertThat(unsourced.body()).contains("Without a source it is a rumour", "He owes &lt;i&gt;two&lt;/i&gt; millions",
        "id=\"source-error\"");
    assertThat(write(visitor, path, "dates-that-hurt", "A loan", "paper").body()).contains("needs its day");
    assertThat(write(visitor, path, "money", "", "").body()).contains("Write a question, or what was found");
    assertThat(write(visitor, path, "stars", "x", "y").body()).contains("Choose a part of the sheet");
    assertThat(write(visitor, path, "money", "x", "y", "found", "yesterday").body()).contains("Write the day as");
    assertThat(write(visitor, path, "money", "x", "y", "found", "2999-01-01").body()).contains("too far ahead");
    assertThat(write(visitor, path, "money", "x", "y", "found", "1066-10-14").body()).contains("too long ago");
    assertThat(write(visitor, path, "money", "x".repeat(2001), "y").status()).isEqualTo(422);
    assertThat(visitor.get(path).body()).doesNotContain("millions");
  }

  @Test
  void makesAQuestionATaskUntilItIsAnswered(Product product, FoundedLocal local) {
    String path = target(product, local);
    var visitor = local.founder().visitor();
    write(visitor, path, "lenders", "", "", "question", "Which bank holds the mortgage?");
    assertThat(visitor.get(path).body()).contains("Still to find out", "Which bank holds the mortgage?");
    assertThat(visitor.get(local.path("")).body()).contains("Find out: Which bank holds the mortgage?");
    String item = path + "/research/" + hidden(ITEM, visitor.get(path));
    String version = hidden(VERSION, visitor.get(item));
    assertThat(visitor.post(item, "version", version, "section", "lenders", "question",
        "Which bank holds the mortgage?", "finding", "The savings bank", "source", "land register").status())
        .isEqualTo(303);
    assertThat(visitor.get(path).body()).doesNotContain("Still to find out").contains("The savings bank");
  }

  @Test
  void refusesTheSecondOfTwoWhoChangeOrRemoveOneEntry(Product product, FoundedLocal local) {
    String path = target(product, local);
    var one = local.withPasskey(local.founder()).visitor();
    var other = local.withPasskey(local.person(Role.ORGANISER)).visitor();
    write(one, path, "allies", "The parish", "Ana asked");
    String item = path + "/research/" + hidden(ITEM, one.get(path));
    String version = hidden(VERSION, one.get(item));
    other.get(item);
    one.post(item, "version", version, "section", "allies", "finding", "The parish council", "source", "Ana asked");
    var refused = other.post(item, "version", version, "section", "opponents", "finding", "Not the parish", "source",
        "I was there");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("The parish council", "Not the parish", "I was there");
    assertThat(other.post(item + "/remove", "version", version).status()).isEqualTo(409);
    assertThat(one.get(path).body()).contains("The parish council");
    assertThat(other.post(item + "/remove", "version", hidden(VERSION, other.get(item))).status()).isEqualTo(303);
    assertThat(one.get(path).body()).doesNotContain("The parish council");
    assertThat(one.get(item).status()).isEqualTo(404);
  }

  @Test
  void escapesHostileTextEverywhere(Product product, FoundedLocal local) {
    String hostile = "<script>alert(1)</script>\" onclick=x";
    var visitor = local.founder().visitor();
    String once = hidden(ONCE, visitor.get(local.path("targets/new")));
    String path = visitor
        .post(local.path("targets/new"), "once", once, "kind", "landlord", "person", "<script>alert</script>",
            "firm", hostile)
        .location()
        .orElseThrow()
        .replaceAll("\\?.*", "");
    write(visitor, path, "money", hostile, hostile, "question", hostile);
    write(visitor, path, "money", "", "", "question", hostile);
    String item = path + "/research/" + hidden(ITEM, visitor.get(path));
    for (String page : new String[]{path, path + "/change", item, local.path("targets"), local.path("")}) {
      assertThat(visitor.get(page).body()).as(page).doesNotContain("<script>alert");
    }
    assertThat(visitor.get(item).body()).contains("&#34; onclick=x").doesNotContain("\" onclick=x");
  }

  @Test
  void writesOnceWhatIsSentTwiceAndKeepsNothingInTheClear(Product product, FoundedLocal local) throws SQLException {
    String path = target(product, local);
    var visitor = local.founder().visitor();
    String once = hidden(ONCE, visitor.get(path + "/research/new?section=money"));
    for (int sent = 0; sent < 2; sent++) {
      visitor.post(path + "/research/new", "once", once, "section", "money", "finding", "Sealedfinding", "source",
          "Sealedsource", "question", "Sealedquestion");
    }
    UUID target = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    assertThat(local.read(() -> product.bean(Research.class).sheet(target))).hasSize(1);
    try (var owner = product.connection(DatabaseRole.OWNER);
        var rows = owner.createStatement()
            .executeQuery("select count(*) from target.research r where r.target_id = '" + target
                + "' and r::text like '%' || encode('Sealed'::bytea, 'hex') || '%'")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }
}
