// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.Groundwork;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Proof;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures pages of one local that are audited when looked at: a site's page with its chart, asked for over HTTP by several
 * sessions at a fixed rate. Then, apart, how many audited transactions a second there are as the product writes them, and
 * as they would be if each held the end of the chain. Exit 1 unless 200 views a second are answered and every one is in
 * the log.
 *
 * <p>Arguments: a directory for the data, which is made, and the seconds of load (20).
 */
public final class AuditedViewsBench {
  private static final int PEOPLE = 24;

  private AuditedViewsBench() {}

  /** Seeds, loads and measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1 || arguments.length > 2 || (arguments.length == 2 && !arguments[1].matches("[1-9]\\d?"))) {
      System.err.println("usage: audited-views DIRECTORY [SECONDS]");
      System.exit(2);
    }
    int seconds = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 20;
    boolean met;
    try (var application = SpringApplication.run(Groundwork.class, "--server.port=0", "--logging.level.root=off",
        "--groundwork.data=" + Path.of(arguments[0]).toAbsolutePath())) {
      met = measure(application, seconds);
    }
    System.exit(met ? 0 : 1);
  }

  /** Where the load goes: a site of a local, and somebody who may see it. */
  record Place(LocalId local, String handle, UUID site, UUID account, Caller.Actor actor) {}

  private static boolean measure(ConfigurableApplicationContext application, int seconds) throws Exception {
    Place place = found(application);
    var server = java.util.Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer());
    String page = "http://127.0.0.1:" + server.getPort() + "/l/" + place.handle() + "/sites/" + place.site();
    var accounts = application.getBean(Accounts.class);
    var load = new ViewLoad(page, () -> accounts.startSession(place.account(), Proof.PASSKEY));
    var log = new AuditedTransactions(application, place);
    load.run(10, 50);
    long before = log.entries();
    var outcome = load.run(seconds, 200);
    long noted = log.entries() - before;
    System.out.println(outcome.line());
    System.out.printf("%,d views answered, %,d entries in the log%n", outcome.answered(), noted);
    log.compare();
    return outcome.met() && noted == outcome.answered();
  }

  private static Place found(ConfigurableApplicationContext application) throws Exception {
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
    UUID site = Tenancy.in(entry.id(),
        () -> Callers.as(actor, () -> transactions.write(() -> house(application))));
    return new Place(entry.id(), entry.handle(), site, account, actor);
  }

  private static UUID house(ConfigurableApplicationContext application) {
    var sites = application.getBean(Sites.class);
    var people = application.getBean(People.class);
    UUID site = sites.add(SiteKind.BUILDING, "118 Elm Street", Optional.empty());
    sites.layOut(site, Layout.ofHomes(1, 6, java.util.List.of("A", "B", "C", "D")));
    UUID set = application.getBean(ChangeSets.class).open("bench");
    var units = sites.units(site);
    for (int at = 0; at < PEOPLE; at++) {
      UUID person = people.addContact(set,
          new People.Known("Person " + at, Optional.empty(), Optional.empty(), ""));
      people.place(set, person, site, Optional.of(units.get(at % units.size()).id()), false);
    }
    return site;
  }
}
