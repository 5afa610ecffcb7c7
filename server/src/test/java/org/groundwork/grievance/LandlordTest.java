// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.disclosure.Band;
import org.groundwork.platform.disclosure.Recount;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A landlord who reads every public page and sends ten false reports of his own learns nothing and moves nothing. Houses 1
 * and 2 of the register are one network of 60 homes; house 3 is another of 8.
 */
@ExtendWith(ProductExtension.class)
class LandlordTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  /** So many different people report, are spoken with, and it is settled who they are. */
  private static void people(FoundedLocal local, int count, String register) {
    local.write(() -> {
      UUID set = part(ChangeSets.class).open("test");
      for (int at = 0; at < count; at++) {
        UUID person = part(People.class).addContact(set,
            new People.Known("Person " + at, Optional.empty(), Optional.empty(), ""));
        part(Grievances.class).report(new NewGrievance(GrievanceKind.REPAIRS, Optional.of(person), Optional.empty(),
            Optional.of(register), "", Optional.empty(), Optional.empty(), "told", "", Locale.ENGLISH,
            NewGrievance.CameBy.ORGANISER), Optional.empty());
      }
      return true;
    });
  }

  private static void count(FoundedLocal local, LocalDate monday) { Recount.week(local, CauseBands.KIND, monday); }

  private static Band band(FoundedLocal local, String register) {
    return local.read(() -> part(CauseBands.class).of(GrievanceKind.REPAIRS,
        part(org.groundwork.target.Networks.class).of(register)));
  }

  /** Everything a stranger can read of a local, without the tokens that are fresh in every form. */
  private static Map<String, String> publicPages(FoundedLocal local) {
    var pages = new TreeMap<String, String>();
    var stranger = Product.shared().visitor();
    java.util.Objects.requireNonNull(
        Product.shared().beans(RequestMappingHandlerMapping.class).get("requestMappingHandlerMapping"))
        .getHandlerMethods()
        .forEach((route, method) -> {
          boolean reads = route.getMethodsCondition().getMethods().toString().contains("GET");
          if (reads && method.hasMethodAnnotation(OpenRoute.class)) {
            for (String pattern : route.getPatternValues()) {
              String path = pattern.replace("{local}", local.handle()).replaceAll("\\{[^}]+}", "x");
              pages.put(path, seen(stranger.get(path)));
            }
          }
        });
    pages.put("/", seen(stranger.get("/")));
    return pages;
  }

  private static String seen(Page page) {
    String body = page.bodyWithoutTokens()
        .replaceAll("name=\"once\" value=\"[^\"]+\"", "once")
        .replaceAll("/follow-up/[A-Za-z0-9_-]{20,}", "/follow-up/…");
    return page.status() + "\n" + page.comparableHeaders() + "\n" + body;
  }

  private static String followUp(FoundedLocal local, Visitor reporter) {
    return seen(reporter.get("/r/" + local.handle() + "/follow-up"));
  }

  @Test
  void learnsNothingAndMovesNothing(FoundedLocal local) {
    people(local, 6, "tst:1");
    count(local, MONDAY);
    var honest = PublicForm.open(local);
    honest.stranger().follow(PublicForm.link(honest.send("No heat", "tst:2")));
    String shown = followUp(local, honest.stranger());
    assertThat(shown).contains("data-band=\"few\"", "A few");
    var before = publicPages(local);
    assertThat(before).hasSizeGreaterThan(8).containsKey("/r/" + local.handle() + "/report");

    var answers = new TreeMap<String, Integer>();
    for (int at = 0; at < 10; at++) {
      var form = PublicForm.open(local);
      var answer = form.send(List.of(PublicForm.file("", new byte[0])), "False " + at, at % 2 == 0 ? "tst:1" : "tst:2",
          "place", (at % 2 == 0 ? SmallRegister.FIRST : SmallRegister.SECOND) + " " + at);
      answers.merge(seen(answer), 1, Integer::sum);
      form.stranger().follow(PublicForm.link(answer));
      assertThat(followUp(local, form.stranger())).contains("data-band=\"few\"");
    }
    assertThat(answers).as("ten times the same answer").hasSize(1);
    assertThat(publicPages(local)).isEqualTo(before);
    assertThat(followUp(local, honest.stranger())).isEqualTo(shown);

    count(local, MONDAY);
    assertThat(followUp(local, honest.stranger())).as("counted again within the week").isEqualTo(shown);
    count(local, MONDAY.plusWeeks(1));
    assertThat(followUp(local, honest.stranger())).as("the next week's count").isEqualTo(shown);
    assertThat(publicPages(local)).isEqualTo(before);
  }

  @Test
  void seesNothingOfOnePersonBeforeTheWeekIsOver(FoundedLocal local) {
    people(local, 10, "tst:1");
    count(local, MONDAY);
    assertThat(band(local, "tst:2")).as("the whole network").isEqualTo(Band.FEW);
    people(local, 1, "tst:2");
    count(local, MONDAY);
    assertThat(band(local, "tst:1")).isEqualTo(Band.FEW);
    count(local, MONDAY.plusWeeks(1));
    assertThat(band(local, "tst:1")).isEqualTo(Band.TEN);
  }

  @Test
  void isNotToldOfFourPeopleNorOfManyInASmallNetwork(FoundedLocal local) {
    people(local, 4, "tst:1");
    people(local, 30, "tst:3");
    count(local, MONDAY);
    assertThat(band(local, "tst:1")).isEqualTo(Band.NONE);
    assertThat(band(local, "tst:3")).isEqualTo(Band.NONE);
    var form = PublicForm.open(local);
    assertThat(form.send("No heat", "tst:3").body()).doesNotContain("data-band");
    assertThat(PublicForm.open(local).send("No heat", "none").body()).doesNotContain("data-band");
  }

  @Test
  void isNotToldByABandThatFallsWhenPeopleTakeItUp(FoundedLocal local) {
    people(local, 6, "tst:1");
    count(local, MONDAY);
    var all = local.read(() -> part(Grievances.class).newest(50));
    local.write(() -> {
      all.forEach(each -> part(Closing.class).close(each.id(), each.version(), ClosedAs.IN_A_FIGHT));
      return true;
    });
    count(local, MONDAY.plusWeeks(1));
    assertThat(band(local, "tst:1")).isEqualTo(Band.FEW);
  }

  @Test
  void cannotBeCountedAsManyWhileNobodyKnowsWhoHeIs(FoundedLocal local) {
    for (int at = 0; at < 6; at++) {
      var form = PublicForm.open(local);
      form.send("False " + at, "tst:1");
      var report = PublicForm.newest(local);
      local.write(() -> part(Talks.class).spoken(report.id(), report.version(), Optional.empty()));
    }
    count(local, MONDAY);
    assertThat(band(local, "tst:1")).isEqualTo(Band.NONE);
  }
}
