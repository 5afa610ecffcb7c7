// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.Groundwork;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.organizing.Assessments;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Levels;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Proof;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures the pages of organising at a workplace of 5,000 people over HTTP, signed in, with row security: the coloured
 * chart (95th percentile under 300 ms), the live result of a test of strength (the rung's page without its part of people
 * is the same computation: 95th percentile under 50 ms for the computation itself) and a steward's first screen with 15
 * people (under 100 KB with all it is drawn with, as it comes over the line to a phone that has nothing yet). The chart is compared in the same run with the same page over 500 people, so that a noisy machine
 * shows as a ratio. Exit 1 if one is missed.
 *
 * <p>Arguments: a directory for the data, which is made, and the number of people (5000).
 */
public final class OrganisingBench {
  private static final int DEPARTMENTS = 50;
  private static final int SHIFTS = 4;
  private static final int ROUNDS = 60;
  private static final int STEWARDED = 15;
  private static final int MOST_BYTES = 100_000;
  private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)");
  /** The one of the typefaces that a page in English is set in. */
  private static final String FONT = "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2";

  private OrganisingBench() {}

  /** Seeds and measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1 || arguments.length > 2
        || (arguments.length == 2 && !arguments[1].matches("[1-9]\\d{1,5}"))) {
      System.err.println("usage: organising DIRECTORY [PEOPLE]");
      System.exit(2);
    }
    int people = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 5000;
    boolean met;
    try (var application = SpringApplication.run(Groundwork.class, "--server.port=0", "--logging.level.root=off",
        "--groundwork.data=" + Path.of(arguments[0]).toAbsolutePath())) {
      met = measure(application, people);
    }
    System.exit(met ? 0 : 1);
  }

  /** A workplace in a local, a fight there, and who organises it. */
  private record Works(LocalId local, String handle, UUID account, Caller.Actor actor, UUID site, UUID step) {}

  private static boolean measure(ConfigurableApplicationContext application, int people) throws Exception {
    var small = found(application, Math.max(10, people / 10));
    var large = found(application, people);
    analyze(application);
    var chart = percentile(times(application, large, "sites/" + large.site() + "/chart?by=standing"));
    var few = percentile(times(application, small, "sites/" + small.site() + "/chart?by=standing"));
    System.out.printf(Locale.ROOT, "chart of %,d people: p95 %.0f ms; of %,d: %.0f ms; ratio %.1f%n", people, chart,
        people / 10, few, chart / few);
    double result = result(application, large);
    System.out.printf(Locale.ROOT, "live result of a test over %,d people: p95 %.1f ms%n", people, result);
    int bytes = firstScreen(application, large);
    return chart < 300 && result < 50 && bytes < MOST_BYTES;
  }

  /** What comes over the line to a phone that has nothing yet: the page and all it is drawn with. */
  private static int firstScreen(ConfigurableApplicationContext application, Works works) throws Exception {
    String page = ask(application, works, "my-people");
    int bytes = page.getBytes(StandardCharsets.UTF_8).length;
    System.out.printf(Locale.ROOT, "a steward's first screen with %d people: %,d bytes", STEWARDED, bytes);
    for (String asset : ASSET.matcher(page).results().map(found -> found.group(1)).distinct().toList()) {
      bytes += onTheLine(application, asset);
    }
    bytes += onTheLine(application, "/assets/" + FONT);
    System.out.printf(Locale.ROOT, ", with style, icons, scripts and typeface %,d%n", bytes);
    return bytes;
  }

  private static int onTheLine(ConfigurableApplicationContext application, String asset) throws Exception {
    var answer = HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(application) + asset))
        .header("Accept-Encoding", "gzip")
        .build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(asset + " answered " + answer.statusCode());
    }
    return answer.body().length;
  }

  private static int port(ConfigurableApplicationContext application) {
    return java.util.Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer()).getPort();
  }

  private static double result(ConfigurableApplicationContext application, Works works) throws Exception {
    var tests = application.getBean(StrengthTests.class);
    var sites = application.getBean(Sites.class);
    var transactions = application.getBean(Transactions.class);
    var times = new double[ROUNDS];
    for (int round = -10; round < ROUNDS; round++) {
      long began = System.nanoTime();
      Tenancy.in(works.local(), () -> Callers.as(works.actor(), () -> transactions.read(
          () -> tests.result(sites.byId(works.site()).orElseThrow(), works.step()))));
      if (round >= 0) {
        times[round] = (System.nanoTime() - began) / 1e6;
      }
    }
    return percentile(times);
  }

  /** What the server's own statistics are after a minute. */
  private static void analyze(ConfigurableApplicationContext application) throws SQLException {
    var access = application.getBean(DatabaseAccess.class);
    try (var owner = DriverManager.getConnection(access.url(), DatabaseRole.OWNER.roleName(),
        access.password(DatabaseRole.OWNER)); var statement = owner.createStatement()) {
      for (String table : List.of("roll.person", "roll.position", "organizing.assessment", "organizing.conversation",
          "organizing.level", "campaign.step_act")) {
        statement.execute("vacuum (analyze) " + table);
      }
    }
  }

  private static double percentile(double[] times) {
    Arrays.sort(times);
    return times[(int) Math.ceil(0.95 * times.length) - 1];
  }

  private static double[] times(ConfigurableApplicationContext application, Works works, String path) throws Exception {
    var times = new double[ROUNDS];
    for (int round = -10; round < ROUNDS; round++) {
      long began = System.nanoTime();
      ask(application, works, path);
      if (round >= 0) {
        times[round] = (System.nanoTime() - began) / 1e6;
      }
    }
    return times;
  }

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static String ask(ConfigurableApplicationContext application, Works works, String path) throws Exception {
    String session = SESSIONS.computeIfAbsent(works.account(),
        account -> application.getBean(Accounts.class).startSession(account, Proof.PASSKEY));
    var answer = HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(application) + "/l/"
        + works.handle() + "/" + path)).header("Cookie", "gw-session=" + session).build(),
        HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static final java.util.Map<UUID, String> SESSIONS = new java.util.HashMap<>();

  private static Works found(ConfigurableApplicationContext application, int people) throws Exception {
    var account = application.getBean(Accounts.class).open("en", "271828", false).account();
    var entry = application.getBean(Founding.class)
        .found(account, "Ana", new Locals.Profile("Bench", Locale.ENGLISH, ZoneId.of("UTC"),
            Currency.getInstance("USD")));
    var transactions = application.getBean(Transactions.class);
    var mandates = application.getBean(Mandates.class);
    Caller.Actor actor = Tenancy.in(entry.id(), () -> transactions.read(() -> {
      UUID person = mandates.personOf(account).orElseThrow();
      return new Caller.Actor(account, false, entry.id(), entry.handle(), person, mandates.inForce(person));
    }));
    return Tenancy.in(entry.id(), () -> Callers.as(actor, () -> {
      var made = transactions.write(() -> works(application, people));
      for (int from = 0; from < made.size() - 1; from += 500) {
        var some = made.subList(1 + from, Math.min(made.size(), 1 + from + 500));
        transactions.write(() -> known(application, made.getFirst(), some));
      }
      UUID step = transactions.write(() -> fight(application, made.getFirst(), made.subList(1, made.size()), actor));
      return new Works(entry.id(), entry.handle(), account, actor, made.getFirst(), step);
    }));
  }

  /** The site, and then its people. */
  private static List<UUID> works(ConfigurableApplicationContext application, int people) {
    var sites = application.getBean(Sites.class);
    var roll = application.getBean(People.class);
    UUID site = sites.add(SiteKind.WORKPLACE, "The works", Optional.empty());
    var departments = new ArrayList<String>();
    var counts = new ArrayList<List<Integer>>();
    for (int department = 0; department < DEPARTMENTS; department++) {
      departments.add("Department " + department);
      counts.add(java.util.Collections.nCopies(SHIFTS, Math.max(1, people / DEPARTMENTS / SHIFTS)));
    }
    sites.layOut(site, Layout.ofHeadCounts(departments, List.of("Early", "Late", "Night", "Weekend"), counts));
    UUID set = application.getBean(ChangeSets.class).open("bench");
    var units = sites.units(site);
    var made = new ArrayList<>(List.of(site));
    for (int at = 0; at < people; at++) {
      UUID person = roll.addContact(set, new People.Known("Person " + at, Optional.empty(), Optional.empty(), ""));
      roll.place(set, person, site, Optional.of(units.get(at % units.size()).id()), false);
      made.add(person);
    }
    return made;
  }

  private static boolean known(ConfigurableApplicationContext application, UUID site, List<UUID> people) {
    var random = new Random(people.size());
    var levels = application.getBean(Levels.class).inUse();
    var assessments = application.getBean(Assessments.class);
    var conversations = application.getBean(Conversations.class);
    for (UUID person : people) {
      assessments.assess(site, person, levels.get(random.nextInt(levels.size())).id(), "Signed",
          LocalDate.now(ZoneId.of("UTC")));
      conversations
          .record(new Conversation(UUID.randomUUID(), site, Optional.empty(), Optional.of(person), Outcome.TALKED,
              Instant.now(), Callers.actor().person(), Conversation.Back.none(), new Conversation.Talk(Optional.empty(),
                  Optional.empty(), true, "A note of some length, as one writes it", Optional.empty())));
    }
    return true;
  }

  private static UUID fight(ConfigurableApplicationContext application, UUID site, List<UUID> people,
      Caller.Actor actor) {
    application.getBean(Stewards.class)
        .give(site, people.subList(0, Math.min(STEWARDED, people.size())), actor.person());
    UUID target = application.getBean(Targets.class)
        .name(TargetKind.EMPLOYER, Optional.of("A. Example"), Optional.of("The works"), Optional.empty());
    var campaigns = application.getBean(Campaigns.class);
    UUID id = campaigns.draft("Pay us", target, Optional.of(site), Optional.empty());
    campaigns.ask(id,
        List.of(new Campaigns.NewDemand("Pay us", "Every hour", LocalDate.now(ZoneId.of("UTC")).plusDays(40))));
    campaigns.plan(id, List.of(new Campaigns.NewStep("A button", OptionalInt.of(Math.max(1, people.size() / 2)))));
    campaigns.open(id);
    UUID step = campaigns.byId(id).orElseThrow().core().plan().getFirst().id();
    application.getBean(StrengthTests.class)
        .did(step, people.subList(0, people.size() / 3), LocalDate.now(ZoneId.of("UTC")));
    return step;
  }
}
