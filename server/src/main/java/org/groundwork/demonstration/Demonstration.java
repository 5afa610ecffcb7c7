// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.linkage.BadMapping;
import org.groundwork.linkage.Mapping;
import org.groundwork.linkage.Source;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Proof;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Languages;
import org.groundwork.roll.People;
import org.groundwork.target.RegisterImport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the demonstration, once, where no real local exists, and signs people in to it by role. It ends when a real local
 * is founded on the installation: then nobody comes in any more.
 */
final class Demonstration {
  private static final Duration MANDATES = Duration.ofDays(365);
  /** Who answers for the house that the demonstration plays in. */
  private static final String STEWARD = "Juan";
  /** Without whom no call for people goes out in a hurry. */
  private static final String SECOND = "Dolores";
  private static final String ORGANISER = "Rosa";
  private static final String TREASURER = "Ngozi";
  /** Whoever founds comes first; then these, in the order in which a visitor may come in as them. */
  private static final List<Office> OFFICES = List.of(new Office(SECOND, Role.ORGANISER, "second-organiser"),
      new Office(STEWARD, Role.STEWARD), new Office("Maria", Role.MEMBER), new Office(TREASURER, Role.TREASURER),
      new Office(DemoBooks.AUDITOR, Role.AUDITOR), new Office("Li Wei", Role.RETURNING_OFFICER),
      new Office("Sam", Role.ADMINISTRATOR), new Office(DemoAid.COMMITTEE, Role.AID_COMMITTEE));
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Locals locals;
  private final Accounts accounts;
  private final Founding founding;
  private final Mandates mandates;
  private final People people;
  private final ChangeSets changes;
  private final RegisterImport registers;
  private final Story story;
  private final Languages languages;
  private final Clock clock;
  private final Currency currency;

  Demonstration(JdbcClient jdbc, Transactions transactions, Locals locals, Accounts accounts, Founding founding,
      Mandates mandates,
      People people, ChangeSets changes, RegisterImport registers, Story story,
      Languages languages, Clock clock, Currency currency) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.locals = locals;
    this.accounts = accounts;
    this.founding = founding;
    this.mandates = mandates;
    this.people = people;
    this.changes = changes;
    this.registers = registers;
    this.story = story;
    this.languages = languages;
    this.clock = clock;
    this.currency = currency;
  }

  /** What is played in it. */
  record Story(DemoScenes scenes, DemoMoney money, DemoBooks books) {}

  /** Who holds which office, and what a visitor chooses to come in as them. */
  private record Office(String holder, Role role, String key) {
    Office(String holder, Role role) { this(holder, role, role.key()); }
  }

  /** Somebody a visitor may come in as. */
  record SignIn(String role, UUID account, String name) {}

  /** Whether there is nothing but, at most, the demonstration on this installation. */
  boolean allowed() {
    return transactions.read(() -> {
      var made = jdbc.sql("select id from demonstration.local")
          .query((rs, i) -> new LocalId(rs.getObject(1, UUID.class)))
          .list();
      return locals.all().stream().allMatch(entry -> made.contains(entry.id()));
    });
  }

  /** The sign-ins, in the order of the roles; empty while there is no demonstration. */
  List<SignIn> signIns() {
    return transactions
        .read(() -> jdbc.sql("select role, account_id, name from demonstration.sign_in order by position")
            .query((rs, i) -> new SignIn(rs.getString(1), rs.getObject(2, UUID.class), rs.getString(3)))
            .list());
  }

  /** Makes the demonstration unless it is there. Runs in the installation's scope. */
  synchronized void make(Locale language) throws Exception {
    if (signIns().isEmpty() && allowed()) {
      anew(language);
    }
  }

  /** Makes it, whatever else is on the installation. */
  void anew(Locale language) throws Exception {
    registers.run("demo", "Invented register", mapping(),
        List.of(new Source("invented.csv",
            () -> new ByteArrayInputStream(DemoRegister.csv().getBytes(StandardCharsets.UTF_8)))),
        rows -> {});
    UUID organiser = accounts.openWithoutDevice(language.toLanguageTag());
    var profile = new Locals.Profile(languages.text(language, "demonstration.local"), language, ZoneId.systemDefault(),
        currency);
    var entry = founding.found(organiser, ORGANISER, profile);
    transactions.run(() -> {
      jdbc.sql("insert into demonstration.local (id, made_at) values (?, ?)")
          .params(entry.id().value(), Timestamp.from(clock.instant()))
          .update();
      note("organiser", organiser, ORGANISER, 0);
    });
    var cast = new DemoTown.Cast(language, new HashMap<>());
    var accounts = new HashMap<>(Map.of(ORGANISER, organiser));
    for (Office office : OFFICES) {
      accounts.put(office.holder(), joined(entry, cast, office, accounts.size()));
    }
    play(cast, new DemoCompany(new DemoCompany.Parts(transactions, mandates), entry, accounts));
  }

  private void play(DemoTown.Cast cast, DemoCompany company) throws Exception {
    var played = company.does(ORGANISER, () -> {
      var scene = story.scenes().play(cast);
      give(cast.of(STEWARD), Role.STEWARD, new Reach.Sites(scene.stewarded()));
      return scene;
    });
    company.does(SECOND, () -> {
      story.scenes().second(cast, played);
      return played;
    });
    company.does(TREASURER, () -> {
      story.money().play(cast);
      return played;
    });
    story.books().play(cast, company);
  }

  /** Somebody with an account, whom a visitor may come in as. */
  private UUID joined(Locals.Entry entry, DemoTown.Cast cast, Office office, int position) throws Exception {
    UUID account = accounts.openWithoutDevice(cast.language().toLanguageTag());
    String name = office.holder();
    cast.people().put(name, Tenancy.in(entry.id(), () -> transactions.write(() -> join(account, name, office.role()))));
    accounts.joinLocal(account, entry.id());
    transactions.run(() -> note(office.key(), account, name, position));
    return account;
  }

  private UUID join(UUID account, String name, Role role) {
    UUID person = people.addMember(changes.open("founding"),
        new People.Known(name, Optional.empty(), Optional.empty(), ""));
    mandates.affiliate(account, person);
    give(person, Role.MEMBER, new Reach.WholeLocal());
    if (role != Role.MEMBER && role != Role.STEWARD) {
      give(person, role, new Reach.WholeLocal());
    }
    return person;
  }

  private void give(UUID person, Role role, Reach reach) {
    mandates.give(person, role, reach, clock.instant().plus(MANDATES), new SubjectRef("demonstration", person));
  }

  private void note(String role, UUID account, String name, int position) {
    jdbc.sql("insert into demonstration.sign_in (role, account_id, name, position) values (?, ?, ?, ?)")
        .params(role, account, name, position)
        .update();
  }

  /** Starts a session as one of the roles and tells where to go; empty if there is no such role or a real local exists. */
  Optional<String> comeIn(String role) {
    if (!allowed()) {
      return Optional.empty();
    }
    return signIns().stream()
        .filter(signIn -> signIn.role().equals(role))
        .findFirst()
        .map(signIn -> accounts.startSession(signIn.account(), Proof.DEMONSTRATION));
  }

  /** The demonstration's local, if it is there. */
  Optional<Locals.Entry> local() {
    return transactions.read(() -> jdbc.sql("select id from demonstration.local")
        .query(UUID.class)
        .optional()
        .flatMap(id -> locals.byId(new LocalId(id))));
  }

  private static Mapping mapping() {
    try {
      return Mapping.of("hpd-buildings");
    } catch (BadMapping e) {
      throw new IllegalStateException("the library's own mapping is good", e);
    }
  }
}
