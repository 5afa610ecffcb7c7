// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A hand on a page: taps and types as a person does and counts both. Every page it passes is checked for accessibility,
 * for console errors and for requests to other hosts, and must fit the width of the screen.
 */
final class Hand {
  private static final String NAMED_TWICE = """
      () => {
        const ids = [...document.querySelectorAll('[id]')].map(named => named.id);
        return ids.filter((id, at) => ids.indexOf(id) !== at);
      }""";
  /** axe-core's rules in one visit to the page, for violations alone: its builder asks a second page to gather all results. */
  private static final String ACCESSIBILITY = "async () => {" + AxeBuilder.getAxeScript() + """
      ;const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      return violations.map(rule => `${rule.id}: ${rule.help} ${rule.nodes.map(node => node.html)}`);
      }""";
  /** Pictures of every page are for people to look at: they are taken when asked for. */
  private static final boolean PICTURES = System.getenv("GROUNDWORK_PICTURES") != null;
  private final Page page;
  private final String address;
  private final String pictures;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> expected = new ArrayList<>(List.of("status of 422"));
  private int taps;
  private int fields;
  private int characters;
  private int pages;
  private int pictured;

  Hand(Page page, String address, String pictures) {
    this.page = page;
    this.address = address;
    this.pictures = pictures;
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && expected.stream().noneMatch(message.text()::contains)) {
        complaints.add("console: " + message.text());
      }
    });
    page.onRequest(request -> {
      if (!request.url().startsWith(address)) {
        complaints.add("another host was asked: " + request.url());
      }
    });
  }

  /** From now on a page that answers with this status is no surprise. */
  void expects(int status) {
    expected.add("status of " + status);
  }

  /** From now on what cannot be loaded for want of a signal is no surprise. */
  void losesTheSignal() {
    expected.add("ERR_INTERNET_DISCONNECTED");
  }

  int taps() { return taps; }

  int fields() { return fields; }

  /**
   * How long it would take a person with a phone, in tenths of a minute: 1.5 s for a tap, 0.35 s for a character, 6 s to
   * read each page. A reckoning in the manner of the keystroke-level model (Card, Moran and Newell, 1980), not a measurement.
   */
  int tenthsOfAMinute() { return Math.ceilDiv(150 * taps + 35 * characters + 600 * pages, 600); }

  Page page() { return page; }

  void open(String path) {
    page.navigate(address + path);
    look();
  }

  /** Taps what is shown by a CSS selector, and looks at the page that follows. */
  void tap(String selector) {
    taps++;
    page.locator(selector).first().click();
    page.waitForLoadState();
    look();
  }

  /** Taps the one red button of the page. */
  void next() { tap("main .button--next"); }

  /** Chooses a radio button or ticks a box by its label. */
  void choose(String id) {
    taps++;
    page.locator("label[for='" + id + "']").click();
  }

  /** Types into a field; one tap to reach it. */
  void type(String name, String text) {
    taps++;
    fields++;
    characters += text.length();
    page.locator("[name='" + name + "']").first().fill(text);
  }

  Locator main() { return page.locator("main"); }

  /** Where the links of the page lead to on this server. */
  List<String> links() {
    var found = (List<?>) page.locator("a[href^='/']")
        .evaluateAll("links => links.map(link => link.getAttribute('href'))");
    return found.stream().map(String::valueOf).toList();
  }

  String path() { return page.url().substring(address.length()); }

  /** Checks the page as every page is checked, and takes a picture of it when asked to. */
  void look() {
    pages++;
    if (PICTURES && !pictures.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
          .setPath(Path.of("target", "pictures",
              pictures + "-" + String.format(java.util.Locale.ROOT, "%02d", pictured++) + ".png")));
    }
    int width = ((Number) page
        .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
    assertThat(width).as("%s is wider than the screen by px", page.url()).isZero();
    assertThat(page.evaluate(NAMED_TWICE))
        .as("identifiers that %s has twice, so that a label may lead nowhere", page.url())
        .isEqualTo(List.of());
    assertThat(page.evaluate(ACCESSIBILITY)).as("accessibility of %s", page.url()).isEqualTo(List.of());
    assertThat(complaints).isEmpty();
  }
}
