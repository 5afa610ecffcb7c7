// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.architecture.StrangersCrawl.Seen;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.StatementLog;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Quiet until decided: a stranger who asks for everything learns nothing of where people organise, for what, against
 * whom and how many. What they are told is the same, and takes the same, before anybody organises and after.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuietCrawlTest {
  private static final List<String> LANGUAGES = List.of("en", "es");
  /** Words a stranger would try in place of an address they do not have. */
  private static final List<String> GUESSES = List.of("1", "repairs", "rent-strike", "quillfeather-row", "4711",
      "our-fight", "0123456789ab", "01a20bca-308c-7c85-9871-518ace33e26b");
  private final Product product = Product.shared();
  private QuietLocal local;
  private Told before;
  private Told after;

  /**
   * Everything a stranger was told.
   *
   * @param pages answers to addresses, by language and what was asked
   * @param typed answers to forms in which the place was typed
   */
  private record Told(Map<String, Seen> pages, Map<String, Seen> typed) {}

  @BeforeAll
  void crawlBeforeAndAfter() throws Exception {
    local = new QuietLocal(product);
    before = everything();
    local.organise();
    after = everything();
  }

  private Told everything() {
    var pages = new HashMap<String, Seen>();
    var typed = new HashMap<String, Seen>();
    for (String language : LANGUAGES) {
      var crawl = new StrangersCrawl(product.url(), Map.of("Accept-Language", language));
      crawl(crawl);
      crawl.seen().forEach((asked, seen) -> pages.put(language + " " + asked, seen));
      probes(language).forEach((asked, seen) -> typed.put(language + " " + asked, seen));
    }
    return new Told(pages, typed);
  }

  private void crawl(StrangersCrawl crawl) {
    crawl.walk(openAddresses());
    crawl.look(Route.of(product).stream().filter(Route::gets).map(route -> route.in(local.handle())).toList());
  }

  /** Every open address with what can be guessed in it, and those that other products have. */
  private List<String> openAddresses() {
    var all = new ArrayList<String>();
    for (var route : Route.of(product)) {
      if (route.gets() && route.method().isAnnotationPresent(OpenRoute.class)) {
        all.add(route.in(local.handle()));
        all.add(route.in("0123456789"));
        GUESSES.forEach(guess -> all.add(
            route.pattern().replace("{local}", local.handle()).replaceAll("\\{[^}]+}", guess)));
      }
    }
    Stream.of("robots.txt", "sitemap.xml", "sitemap.xml.gz", "feed", "feed.xml", "rss", "atom.xml", "calendar.ics",
        "manifest.webmanifest", "manifest.json", "favicon.ico", ".well-known/security.txt", ".well-known/nodeinfo",
        ".well-known/webfinger?resource=acct:x", "actuator", "actuator/health", "actuator/metrics", "actuator/env",
        "actuator/mappings", "actuator/prometheus", "error", "api", "search?q=quillfeather", "sites?q=quillfeather",
        "campaigns", "p", "p/" + local.handle(), "r", "r/" + local.handle(), "l", "l/" + local.handle() + "/",
        "r/" + local.handle() + "/report?place=quillfeather&register=qct:71",
        "r/" + local.handle() + "/join?place=quillfeather", "p/" + local.handle() + "/..%2f..%2fcampaigns",
        "p/" + local.handle() + "/%2e%2e", "not/a/page").forEach(path -> all.add("/" + path));
    return all;
  }

  /** Forms in which the place, the house next door and other words are typed. */
  private Map<String, Seen> probes(String language) {
    var answers = new TreeMap<String, Seen>();
    String report = "/r/" + local.handle() + "/report";
    String join = "/r/" + local.handle() + "/join";
    for (String place : List.of(QuietLocal.PLACE, QuietLocal.NEXT_DOOR, "4711 quillfeather", "quillfeather row",
        "1 nowhere street")) {
      var stranger = product.visitor().speaking(language);
      post(answers, stranger, "typing " + place, report, "kind", "repairs", "told", "no heat", "place", place, "once",
          id());
      post(answers, stranger, "leaving out all but " + place, report, "place", place, "once", id());
      post(answers, stranger, "reporting from " + place, report, "kind", "repairs", "told", "no heat", "place", place,
          "once",
          id(), "register", place.equals(QuietLocal.NEXT_DOOR) ? "qct:72" : "qct:71");
      post(answers, stranger, "joining from " + place, join, "kind", "member", "name", "Somebody", "place", place,
          "once",
          id());
      post(answers, stranger, "joining without a name from " + place, join, "kind", "member", "place", place, "once",
          id());
    }
    return answers;
  }

  private static void post(Map<String, Seen> answers, Visitor stranger, String what, String path, String... fields) {
    stranger.get(path); // a form token of the moment, so that asking for one is no part of the answer
    answers.put(what, Seen.of(what, StatementLog.<Page>of(() -> stranger.post(path, fields))));
  }

  private static String id() { return UUID.randomUUID().toString(); }

  @Test
  void tellsAStrangerNothing() {
    var secrets = new HashMap<>(local.secrets());
    secrets.put("the place", QuietLocal.PLACE);
    assertThat(secrets).hasSizeGreaterThan(30);
    assertThat(after.pages().size()).isGreaterThan(500);
    QuietRules.tellNothing(after.pages().values(), secrets).holds();
  }

  @Test
  void tellsWhoTypesThePlaceNothingButWhatThePublicRegisterHas() {
    QuietRules.tellNothing(after.typed().values(), local.secrets()).holds();
  }

  @Test
  void tellsTheSameByteForByteBeforeAndAfter() {
    QuietRules.tellTheSame(before.pages(), after.pages()).holds();
    QuietRules.tellTheSame(before.typed(), after.typed()).holds();
  }

  @Test
  void asksTheDatabaseTheSameBeforeAndAfter() {
    assertThat(after.pages().values()).as("somebody listened").anyMatch(seen -> seen.statements().size() > 3);
    QuietRules.takeTheSame(before.pages(), after.pages()).holds();
    QuietRules.takeTheSame(before.typed(), after.typed()).holds();
  }

  @Test
  void answersForThePlaceAsForTheHouseNextDoorWhereNobodyOrganises() {
    for (String language : LANGUAGES) {
      for (String what : List.of("typing ", "leaving out all but ", "reporting from ", "joining from ")) {
        var here = told(after.typed(), language + " " + what + QuietLocal.PLACE);
        var there = told(after.typed(), language + " " + what + QuietLocal.NEXT_DOOR);
        assertThat(alike(here)).as(what).isEqualTo(alike(there));
        assertThat(here.statements()).as(what).isEqualTo(there.statements());
      }
    }
  }

  private static Seen told(Map<String, Seen> answers, String asked) {
    return Objects.requireNonNull(answers.get(asked), asked);
  }

  /** An answer with the two houses called the same, in whatever order a register lists them. */
  private static List<String> alike(Seen seen) {
    return seen.comparable()
        .lines()
        .map(line -> line.replaceAll("471[13]", "0").replaceAll("qct:7[12]", "qct:0").replace(" checked", "").strip())
        .filter(line -> !line.isEmpty())
        .sorted()
        .toList();
  }

  @Test
  void tellsSomebodySignedInElsewhereNothing() {
    var elsewhere = product.found().founder().visitor();
    var crawl = new StrangersCrawl(product.url(),
        Map.of("Accept-Language", "en", "Cookie", "gw-session=" + elsewhere.cookie("gw-session").orElseThrow()));
    crawl(crawl);
    QuietRules.tellNothing(crawl.seen().values(), local.secrets()).holds();
  }

  @Test
  void showsNothingAtTheAddressesThatOnlyInsidersKnow() {
    for (String secret : local.secrets().values()) {
      if (secret.matches("[0-9a-f-]{36}|[0-9a-z]{12}")) {
        for (String root : List.of("/p/", "/r/", "/l/")) {
          var crawl = new StrangersCrawl(product.url(), Map.of("Accept-Language", "en"));
          crawl.walk(List.of(root + local.handle() + "/" + secret));
          var seen = told(crawl.seen(), "GET " + root + local.handle() + "/" + secret);
          assertThat(seen.status()).as(root + " and what it tells").isEqualTo(404);
        }
      }
    }
  }

  @Test
  void noAnswerBreaks() {
    assertThat(after.pages().values().stream().filter(seen -> seen.status() >= 500).map(Seen::asked)).isEmpty();
  }

  @Test
  void complainsOfAPageThatLeaksInWhateverPartOfItsAnswer() throws IOException {
    var secrets = Map.of("a title", "Whispered fight", "an identity", "01a20bca-308c-7c85-9871-518ace33e26b");
    for (String leak : List.of("/body", "/header", "/leads", "/cookie", "/encoded", "/id")) {
      try (var site = new LeakingSite(leak)) {
        var crawl = new StrangersCrawl(site.url(), Map.of("Accept-Language", "en"));
        crawl.walk(List.of("/"));
        var complaints = QuietRules.tellNothing(crawl.seen().values(), secrets).complaints();
        assertThat(complaints).as(leak).isNotEmpty().allMatch(complaint -> complaint.contains("tells a stranger a"));
      }
    }
    try (var site = new LeakingSite("/nothing")) {
      var crawl = new StrangersCrawl(site.url(), Map.of("Accept-Language", "en"));
      crawl.walk(List.of("/"));
      assertThat(crawl.seen()).as("the link was followed").containsKey("GET /nothing");
      QuietRules.tellNothing(crawl.seen().values(), secrets).holds();
    }
  }

  @Test
  void complainsOfAnAnswerThatChangesAndOfOneThatTakesMore() {
    var quiet = new Seen("GET /", 200, Map.of("Date", List.of("today")), "<p>a</p>", List.of("select 1"));
    var told = new Seen("GET /", 200, Map.of("Date", List.of("tomorrow")), "<p>b</p>", List.of("select 1"));
    var slow = new Seen("GET /", 200, Map.of("Date", List.of("tomorrow")), "<p>a</p>", List.of("select 1", "select 2"));
    QuietRules.tellTheSame(Map.of("GET /", quiet), Map.of("GET /", told)).complainsOnceOf("GET /", "otherwise");
    QuietRules.tellTheSame(Map.of("GET /", quiet), Map.of("GET /", quiet, "GET /new", told))
        .complainsOnceOf("GET /new", "only once people organise");
    QuietRules.tellTheSame(Map.of("GET /", quiet), Map.of("GET /", slow)).holds();
    QuietRules.takeTheSame(Map.of("GET /", quiet), Map.of("GET /", slow)).complainsOnceOf("GET /", "select 2");
  }

  /** A site whose first page links to one that leaks in one part of its answer. */
  private static final class LeakingSite implements AutoCloseable {
    private final HttpServer server;

    LeakingSite(String leak) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> {
        String path = exchange.getRequestURI().getPath();
        String body = "<a href=\"" + leak + "\">on</a>";
        if (path.equals("/body")) {
          body = "<p>The WHISPERED&#32;fight</p>".replace("&#32;", " ");
        }
        if (path.equals("/encoded")) {
          body = "<a href=\"/x?q=Whispered%20fight\">x</a>";
        }
        if (path.equals("/id")) {
          body = "<p id=\"01A20BCA308C7C859871518ACE33E26B\"></p>";
        }
        if (path.equals("/header")) {
          exchange.getResponseHeaders().add("X-About", "whispered-fight");
        }
        if (path.equals("/leads")) {
          exchange.getResponseHeaders().add("Location", "/whispered-fight");
        }
        if (path.equals("/cookie")) {
          exchange.getResponseHeaders().add("Set-Cookie", "last=Whispered_fight; Path=/");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(path.equals("/leads") ? 303 : 200, head ? -1 : bytes.length);
        if (!head) {
          exchange.getResponseBody().write(bytes);
        }
        exchange.close();
      });
      server.start();
    }

    URI url() { return URI.create("http://127.0.0.1:" + server.getAddress().getPort()); }

    @Override
    public void close() { server.stop(0); }
  }
}
