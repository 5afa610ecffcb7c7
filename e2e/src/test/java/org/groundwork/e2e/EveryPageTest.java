// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every page that a link of the demonstration leads its organiser to, on a phone 360 px wide and in Spanish: it fits the
 * screen, can be read by those who do not see it, complains of nothing and has no text that is missing.
 */
class EveryPageTest {
  private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
  /** What a link hands over as a file, and what ends the visit. */
  private static final List<String> NOT_PAGES = List.of(".pdf", ".csv", ".ics", ".json", "/file", "/photo", "/picture");
  private static final int FEWEST = 80;
  private static final int MOST = 160;

  @Test
  void fitsAPhoneAndSpeaksSpanish() {
    try (var product = RunningProduct.empty(); var chromium = new Chromium(); var phone = chromium.phone("es-ES")) {
      var hand = new Hand(phone.newPage(), product.address(), "every-page");
      hand.open("/demonstration");
      hand.next();
      hand.tap("button[value='organiser']");
      var seen = new HashSet<String>();
      var waiting = new ArrayDeque<String>();
      follow(hand, seen, waiting);
      int opened = 0;
      while (!waiting.isEmpty() && opened < MOST) {
        String path = waiting.remove();
        hand.open(path);
        opened++;
        assertThat(hand.page().locator("html").getAttribute("lang")).as(path).isEqualTo("es");
        assertThat(hand.page().locator("main h1").count()).as("headings of %s", path).isOne();
        assertThat(hand.main().innerText()).as(path).doesNotContain("???", "{0", "{1");
        follow(hand, seen, waiting);
      }
      System.out.printf("pages of the demonstration opened on a phone: %d%n", opened);
      assertThat(opened).isGreaterThan(FEWEST);
    }
  }

  /** Adds the pages that this one leads to, one for each shape of address. */
  private static void follow(Hand hand, Set<String> seen, ArrayDeque<String> waiting) {
    for (String path : hand.links()) {
      String shape = IDENTIFIER.matcher(path).replaceAll("*").replaceAll("[?#].*", "");
      if (path.startsWith("/l/") && NOT_PAGES.stream().noneMatch(path::contains) && seen.add(shape)) {
        waiting.add(path);
      }
    }
  }
}
