// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.groundwork.Groundwork;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a random port with a database of its own, started once for all tests of a JVM. */
final class House {
  private static final class Started {
    static final House HOUSE = new House();
  }

  private final ConfigurableApplicationContext application;
  final int port;

  private House() {
    try {
      Path data = Files.createTempDirectory("roll-house");
      application = SpringApplication.run(Groundwork.class, "--server.port=0", "--groundwork.data=" + data);
      port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        application.close();
        delete(data);
      }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static House open() { return Started.HOUSE; }

  <T> T get(Class<T> type) { return application.getBean(type); }

  /** A new local and its founder, signed in. */
  Member found(String name) {
    Accounts.Opened opened = get(Accounts.class).open("en", "271828", false);
    var profile = new Locals.Profile("Our group", Locale.ENGLISH, ZoneId.of("America/New_York"),
        Currency.getInstance("USD"));
    Locals.Entry entry = call(() -> get(Founding.class).found(opened.account(), name, profile));
    UUID person = in(entry, () -> get(Directory.class)
        .page(Directory.Filter.everybody(), new Directory.Cursor.Start())
        .people()
        .getFirst()
        .id());
    return new Member(this, entry, opened.account(), person, opened.sessionToken());
  }

  /** Somebody else of the same local with a role of their own, signed in. */
  Member join(Member founder, String name, Role role, Reach reach) {
    Accounts.Opened opened = get(Accounts.class).open("en", "314159", false);
    UUID person = founder.does(() -> {
      UUID id = get(People.class).addMember(get(ChangeSets.class).open("test"),
          new People.Known(name, Optional.empty(), Optional.empty(), ""));
      var mandates = get(Mandates.class);
      mandates.affiliate(opened.account(), id);
      mandates.give(id, role, reach, get(Clock.class).instant().plus(Duration.ofDays(30)),
          new SubjectRef("appointment", founder.person()));
      return id;
    });
    get(Accounts.class).joinLocal(opened.account(), founder.entry().id());
    return new Member(this, founder.entry(), opened.account(), person, opened.sessionToken());
  }

  /** A visitor without a session. */
  Browser stranger() { return new Browser(port, Optional.empty()); }

  <T> T in(Locals.Entry local, Supplier<T> work) {
    return call(() -> Tenancy.in(local.id(), () -> get(Transactions.class).write(work)));
  }

  /** Somebody signed in to a local. */
  record Member(House house, Locals.Entry entry, UUID account, UUID person, String session) {

    Browser browser() { return new Browser(house.port, Optional.of(session)); }

    /** The path within the member's local. */
    String at(String rest) {
      return "/l/" + entry.handle() + (rest.isEmpty() ? "" : "/" + rest);
    }

    /** Runs in a transaction of the local, on this member's behalf. */
    <T> T does(Supplier<T> work) {
      return call(() -> Callers.as(actor(), () -> house.in(entry, work)));
    }

    Caller.Actor actor() {
      var mandates = house.in(entry, () -> house.get(Mandates.class).inForce(person));
      return new Caller.Actor(account, false, entry.id(), entry.handle(), person, mandates);
    }

    /** A building with {@code floors} floors of doors A to D. */
    UUID building(String address, int floors) {
      return does(() -> {
        var sites = house.get(Sites.class);
        UUID site = sites.add(SiteKind.BUILDING, address, Optional.empty());
        sites.layOut(site, Layout.ofHomes(1, floors, List.of("A", "B", "C", "D")));
        return site;
      });
    }

    /** A contact at a site, in the unit with this label or in none. */
    UUID contact(UUID site, String name, String unit) {
      return contact(site, unit, new People.Known(name, Optional.empty(), Optional.empty(), ""));
    }

    UUID contact(UUID site, String unit, People.Known known) {
      return does(() -> {
        UUID set = house.get(ChangeSets.class).open("test");
        UUID person = house.get(People.class).addContact(set, known);
        var at = house.get(Sites.class).units(site).stream().filter(u -> u.label().equals(unit)).findFirst();
        house.get(People.class).place(set, person, site, at.map(Sites.Unit::id), false);
        return person;
      });
    }
  }

  static <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path directory) {
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
