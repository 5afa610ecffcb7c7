// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.FounderRecord;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Proof;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;

/** A local of a test's own: its people, and work done in it. */
public final class FoundedLocal {
  /** The PIN of everybody made through the services. */
  public static final String PIN = "314159";
  private static final String SESSION_COOKIE = "gw-session";
  private static final String DEVICE_COOKIE = "gw-device";

  private final Product product;
  private final Locals.Entry entry;
  private final Person founder;

  private FoundedLocal(Product product, Locals.Entry entry, UUID account, Visitor visitor) {
    this.product = product;
    this.entry = entry;
    founder = new Person(account, personOf(product, entry, account), visitor);
  }

  /**
   * Somebody of the local.
   *
   * @param visitor signed in
   */
  public record Person(UUID account, UUID id, Visitor visitor) {}

  static FoundedLocal throughServices(Product product, String founder) {
    var opened = product.bean(Accounts.class).open("en", PIN, false);
    var profile = new Locals.Profile("Our group", Locale.ENGLISH, ZoneId.of("America/New_York"),
        Currency.getInstance("USD"));
    var entry = of(() -> product.bean(Founding.class).found(opened.account(), founder, profile));
    return new FoundedLocal(product, entry, opened.account(), signedIn(product, opened));
  }

  static FoundedLocal throughPages(Product product, String founder, String pin) {
    var visitor = product.visitor();
    visitor.get("/start/you");
    var answer = visitor.post("/start/you", "name", founder, "pin", pin, "zone", "America/New_York", "currency", "USD");
    String handle = answer.location()
        .orElseThrow(() -> new AssertionError("founding answered " + answer.status()))
        .split("/", -1)[2];
    var entry = of(() -> Tenancy.inInstallation(() -> product.bean(Transactions.class)
        .read(() -> product.bean(Locals.class).byHandle(handle)))).orElseThrow();
    String token = visitor.cookie(SESSION_COOKIE).orElseThrow();
    UUID account = product.bean(Accounts.class).session(token).orElseThrow().account();
    return new FoundedLocal(product, entry, account, visitor);
  }

  public LocalId id() { return entry.id(); }

  /** The random word that stands in the local's addresses. */
  public String handle() { return entry.handle(); }

  /** An address within the local, {@code rest} without a leading slash; the first screen for an empty text. */
  public String path(String rest) {
    return "/l/" + handle() + (rest.isEmpty() ? "" : "/" + rest);
  }

  /** Who founded it: member, organiser and administrator of the whole local. */
  public Person founder() {
    return founder;
  }

  /** Somebody with an account and a place on the roll who holds these roles for the whole local; none for a bare person. */
  public Person person(Role... roles) {
    return person(new Reach.WholeLocal(), roles);
  }

  /** Somebody with an account and a place on the roll who holds these roles for the sites of {@code reach}. */
  public Person person(Reach reach, Role... roles) {
    var opened = product.bean(Accounts.class).open("en", PIN, false);
    UUID person = write(() -> {
      UUID entered = product.bean(FounderRecord.class).enter("Somebody");
      product.bean(Mandates.class).affiliate(opened.account(), entered);
      return entered;
    });
    product.bean(Accounts.class).joinLocal(opened.account(), id());
    var made = new Person(opened.account(), person, signedIn(product, opened));
    List.of(roles).forEach(role -> give(made, role, reach));
    return made;
  }

  /** The same person in another browser, signed in with a passkey. */
  public Person withPasskey(Person person) {
    String token = product.bean(Accounts.class).startSession(person.account(), Proof.PASSKEY);
    return new Person(person.account(), person.id(), product.visitor().withCookie(SESSION_COOKIE, token));
  }

  /** Gives somebody one more role for a year. */
  public void give(Person person, Role role, Reach reach) {
    write(() -> product.bean(Mandates.class)
        .give(person.id(), role, reach, product.clock().instant().plus(Duration.ofDays(365)),
            new SubjectRef("test", entry.id().value())));
  }

  /** Does {@code work} in a writing transaction of this local on behalf of its founder. */
  public <T> T write(Supplier<T> work) {
    return as(founder, () -> product.bean(Transactions.class).write(work));
  }

  /** Does {@code work} in a reading transaction of this local on behalf of its founder. */
  public <T> T read(Supplier<T> work) {
    return as(founder, () -> product.bean(Transactions.class).read(work));
  }

  /** Does {@code work} in this local on behalf of {@code person}, with the mandates they hold now. No transaction. */
  public <T> T as(Person person, Callable<T> work) {
    return of(() -> Tenancy.in(id(), () -> Callers.as(caller(person), work)));
  }

  private Caller caller(Person person) {
    var mandates = product.bean(Transactions.class).read(() -> product.bean(Mandates.class).inForce(person.id()));
    return new Caller.Actor(person.account(), false, id(), handle(), person.id(), mandates);
  }

  private static UUID personOf(Product product, Locals.Entry entry, UUID account) {
    var jdbc = product.bean(org.springframework.jdbc.core.simple.JdbcClient.class);
    return of(() -> Tenancy.in(entry.id(), () -> product.bean(Transactions.class)
        .read(() -> jdbc.sql("select person_id from platform.affiliation where local_id = ? and account_id = ?")
            .params(entry.id().value(), account)
            .query(UUID.class)
            .single())));
  }

  private static Visitor signedIn(Product product, Accounts.Opened opened) {
    return product.visitor()
        .withCookie(SESSION_COOKIE, opened.sessionToken())
        .withCookie(DEVICE_COOKIE, opened.deviceSecret());
  }

  private static <T> T of(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
