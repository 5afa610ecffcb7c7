// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every page that a link of the demonstration leads its organiser, its steward, a member, its treasurer and its auditor to, on a phone 360 px wide and
 * in Spanish: it fits the screen, can be read by those who do not see it, complains of nothing and has no text that is
 * missing.
 */
class EveryPageTest {
  private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
  /** What a link hands over as a file, and what ends the visit. */
  private static final List<String> NOT_PAGES = List.of(".pdf", ".csv", ".ics", ".json", "/file", "/photo", "/picture");
  /** What a link hands over on paper. */
  private static final Pattern PAPER = Pattern
      .compile("/letter/(sheet|delivered)$|/prints/[^/]+/paper$|/chart/prints/|/(csv|pdf)$|/papers/");
  /** Pages that differ from one to the next: a strike of rent and one of work, a march and a picket. */
  private static final Map<String, Integer> SEVERAL = Map.of("/strikes/*", 3, "/actions/*", 3, "/campaigns/*", 3,
      "/campaigns/*/steps/*", 4, "/reinforcements/*", 3);
  private static final int MOST = 200;

  @Test
  void fitsAPhoneAndSpeaksSpanish() {
    try (var product = RunningProduct.empty(); var chromium = new Chromium()) {
      try (var phone = chromium.phone("es-ES")) {
        var hand = new Hand(phone.newPage(), product.address(), "every-page");
        hand.open("/demonstration");
        hand.next();
        assertThat(visits(hand, "organiser")).hasSizeGreaterThan(100)
            .contains("/strikes/*/units/*", "/strikes/*/list", "/actions/*/picket", "/actions/*/picket/plan",
                "/actions/*/march", "/reinforcements/*", "/reinforcements/*/people", "/reinforcements/together",
                "/cases/*", "/all-right", "/care", "/campaigns/*/steps/*/pledges", "/wins/learned");
      }
      try (var phone = chromium.phone("es-ES")) {
        var hand = new Hand(phone.newPage(), product.address(), "");
        hand.open("/demonstration");
        assertThat(visits(hand, "steward")).hasSizeGreaterThan(30)
            .contains("/strikes/*", "/strikes/*/units/*", "/reinforcements/*", "/all-right", "/care", "/cases/*",
                "/ready",
                "/my-people");
      }
      try (var phone = chromium.phone("es-ES")) {
        var hand = new Hand(phone.newPage(), product.address(), "");
        hand.open("/demonstration");
        assertThat(visits(hand, "member")).hasSizeGreaterThan(20)
            .contains("/strikes/*", "/reinforcements/*", "/actions/*", "/care", "/ready")
            .contains("/dues", "/treasury")
            .doesNotContain("/cases/*", "/strikes/*/units/*", "/reinforcements/*/people", "/people", "/dues/members");
      }
      try (var phone = chromium.phone("es-ES")) {
        var hand = new Hand(phone.newPage(), product.address(), "");
        hand.open("/demonstration");
        assertThat(visits(hand, "treasurer")).hasSizeGreaterThan(40)
            .contains("/dues/members", "/dues/members/*", "/dues/plans/*", "/dues/runs/*", "/dues/receipts/*",
                "/treasury", "/treasury/entries/new", "/treasury/entries/*", "/spending/new", "/gifts/new",
                "/treasury/budget", "/bank/accounts/*", "/bank/accounts/*/lines", "/bank/accounts/*/check",
                "/bank/lines/*", "/spending/looks", "/spending/moves", "/spending/petty-cash/*",
                "/spending/appropriations/*")
            .anyMatch(shape -> shape.startsWith("/treasury/quarters/"));
      }
      try (var phone = chromium.phone("es-ES")) {
        var hand = new Hand(phone.newPage(), product.address(), "");
        hand.open("/demonstration");
        assertThat(visits(hand, "auditor")).hasSizeGreaterThan(30)
            .contains("/treasury/entries/*", "/bank/accounts/*", "/bank/lines/*", "/spending/petty-cash/*")
            .anyMatch(shape -> shape.startsWith("/treasury/quarters/"))
            .doesNotContain("/treasury/entries/new", "/bank/accounts/*/bring", "/dues/members/*");
      }
    }
  }

  /** Comes in as a role, opens every page that leads on from the first, and returns the shapes of their addresses. */
  private static Set<String> visits(Hand hand, String role) {
    hand.tap("button[value='" + role + "']");
    var seen = new HashSet<String>();
    var shapes = new HashMap<String, Integer>();
    var waiting = new ArrayDeque<String>();
    follow(hand, seen, shapes, waiting);
    int opened = 0;
    while (!waiting.isEmpty() && opened < MOST) {
      String path = waiting.remove();
      hand.open(path);
      opened++;
      assertThat(hand.page().locator("html").getAttribute("lang")).as(path).isEqualTo("es");
      assertThat(hand.page().locator("main h1").count()).as("headings of %s", path).isOne();
      assertThat(hand.page().locator("main .button--next").count()).as("red buttons of %s", path).isLessThan(2);
      assertThat(hand.main().innerText()).as(path).doesNotContain("???", "{0", "{1");
      follow(hand, seen, shapes, waiting);
    }
    assertThat(waiting).as("a visit that ends before its end").isEmpty();
    System.out.printf("pages of the demonstration opened on a phone as %s: %d%n", role, opened);
    return shapes.keySet();
  }

  /** Adds the pages that this one leads to, one or a few for each shape of address. */
  private static void follow(Hand hand, Set<String> seen, Map<String, Integer> shapes, ArrayDeque<String> waiting) {
    for (String link : hand.links()) {
      String path = link.replaceAll("[?#].*", "");
      String shape = IDENTIFIER.matcher(path).replaceAll("*").replaceFirst("^/l/[^/]+", "");
      if (path.startsWith("/l/") && NOT_PAGES.stream().noneMatch(path::contains) && !PAPER.matcher(path).find()
          && shapes.getOrDefault(shape, 0) < SEVERAL.getOrDefault(shape, 1) && seen.add(path)) {
        shapes.merge(shape, 1, Integer::sum);
        waiting.add(link);
      }
    }
  }
}
