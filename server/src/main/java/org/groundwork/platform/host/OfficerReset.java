// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.access.Mandate;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.NamesOnHost;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;

/**
 * For those locked out: shows who holds an office, by number, and gives one of them a recovery code in place of every
 * way in they had. Written into the local's audit log and told to everybody of the local.
 */
final class OfficerReset {
  private static final int MOST = 10_000;
  private final Host host;
  private final AdminCommand.Terminal terminal;

  OfficerReset(Host host, AdminCommand.Terminal terminal) {
    this.host = host;
    this.terminal = terminal;
  }

  /** Somebody who holds an office. */
  private record Officer(UUID person, List<Mandate> mandates, boolean hasAccount) {

    String line(int number) {
      String offices = mandates.stream()
          .filter(mandate -> mandate.role() != Role.MEMBER)
          .map(mandate -> mandate.role().key() + " until " + LocalDate.ofInstant(mandate.until(), ZoneOffset.UTC))
          .distinct()
          .collect(Collectors.joining(", "));
      return "  " + number + "  " + person + "  " + offices + (hasAccount ? "" : "  (has never signed in)");
    }
  }

  /** Prints every local with its officers. */
  int list(boolean names) throws Exception {
    return with(parts -> {
      List<Locals.Entry> locals = locals(parts);
      for (Locals.Entry local : locals) {
        terminal.out().println("local " + local.handle());
        Tenancy.in(local.id(), () -> parts.transactions().read(() -> print(parts, names)));
      }
      if (locals.isEmpty()) {
        terminal.err().println("groundwork: there is no local yet; the first is founded on the first page");
      }
      return 0;
    });
  }

  private int print(Host.Parts parts, boolean names) {
    List<Officer> officers = officers(parts.mandates());
    var called = names ? names(parts, officers.stream().map(Officer::person).toList()) : Map.<UUID, String>of();
    for (int at = 0; at < officers.size(); at++) {
      String name = called.getOrDefault(officers.get(at).person(), "");
      terminal.out().println(officers.get(at).line(at + 1) + (name.isEmpty() ? "" : "  " + name));
    }
    if (officers.isEmpty()) {
      terminal.out().println("  nobody holds an office now");
    }
    return officers.size();
  }

  private Map<UUID, String> names(Host.Parts parts, Collection<UUID> people) {
    return ServiceLoader.load(NamesOnHost.class)
        .findFirst()
        .map(directory -> directory.names(parts.jdbc(), host.keys(), people))
        .orElse(Map.of());
  }

  private static List<Officer> officers(Mandates mandates) {
    return mandates.officers(MOST)
        .stream()
        .map(person -> new Officer(person, mandates.inForce(person), mandates.accountOf(person).isPresent()))
        .toList();
  }

  /** Resets one person's ways in. */
  int reset(AdminOptions.Reset wanted) throws Exception {
    return with(parts -> {
      var local = locals(parts).stream().filter(entry -> entry.handle().equals(wanted.handle())).findFirst();
      if (local.isEmpty()) {
        return terminal.complain(AdminCommand.BAD, "there is no local " + wanted.handle()
            + "; \"admin reset\" alone lists them");
      }
      return Tenancy.in(local.get().id(), () -> reset(parts, wanted));
    });
  }

  private int reset(Host.Parts parts, AdminOptions.Reset wanted) {
    var person = parts.transactions().read(() -> person(parts.mandates(), wanted.whom()));
    if (person.isEmpty()) {
      return terminal.complain(AdminCommand.BAD, switch (wanted.whom()) {
        case AdminOptions.Whom.Officer(int number) -> "there is no officer number " + number + " in this local";
        case AdminOptions.Whom.Person(UUID id) -> "nobody with the identifier " + id + " has a way in here";
      });
    }
    var account = parts.transactions().read(() -> parts.mandates().accountOf(person.get()));
    if (account.isEmpty()) {
      return terminal.complain(AdminCommand.BAD,
          "this person has never signed in, so there is nothing to reset; another officer can hand them a card");
    }
    print(parts.reset().reset(person.get(), account.get()));
    return 0;
  }

  private static Optional<UUID> person(Mandates mandates, AdminOptions.Whom whom) {
    return switch (whom) {
      case AdminOptions.Whom.Officer(int number) -> mandates.officers(MOST).stream().skip(number - 1L).findFirst();
      case AdminOptions.Whom.Person(UUID id) -> Optional.of(id).filter(each -> mandates.accountOf(each).isPresent());
    };
  }

  private void print(String code) {
    terminal.out().println(code.replaceAll("(.{4})(?=.)", "$1-"));
    terminal.err().println("""
        Every session, device, passkey, card and mail address of this person has ended. The code above opens their
        account once, at /sign-in/recover; give it to them in person and keep no copy. Where seeing people takes a passkey, their
        office comes back after a day; where two other officers have a way in, those two bring it back. It is written in
        the local's audit log, and everybody of the local is told on their first page.""");
  }

  private static List<Locals.Entry> locals(Host.Parts parts) throws Exception {
    return Tenancy.inInstallation(() -> parts.transactions().read(parts.locals()::all));
  }

  private interface Work {
    int with(Host.Parts parts) throws Exception;
  }

  private int with(Work work) throws Exception {
    try (Connection app = host.connect(DatabaseRole.APP); Connection auth = host.connect(DatabaseRole.AUTH)) {
      return work.with(host.parts(app, auth));
    }
  }
}
