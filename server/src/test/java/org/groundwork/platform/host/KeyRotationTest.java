// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.groundwork.Groundwork;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.keys.FileKeyStore;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Keys are changed beside a product that goes on working, and again after it has stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyRotationTest {
  private static final Purpose PEOPLE = Purpose.sealing("people");
  private static Path data;
  private static ConfigurableApplicationContext product;
  private static Locals.Entry local;
  private static final Map<UUID, String> WRITTEN = new ConcurrentHashMap<>();

  @BeforeAll
  static void start() throws Exception {
    data = Files.createTempDirectory("groundwork-keys",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    product = SpringApplication.run(Groundwork.class, "--server.port=0", "--groundwork.data=" + data,
        "--logging.level.org.groundwork=warn");
    var opened = product.getBean(Accounts.class).open("en", "314159", true);
    local = product.getBean(Founding.class)
        .found(opened.account(), "Founder", new Locals.Profile("Ours", Locale.ENGLISH, ZoneId.of("UTC"),
            Currency.getInstance("EUR")));
  }

  @AfterAll
  static void stop() throws Exception {
    product.close();
    try (var files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private static <T> T asFounder(Callable<T> work) throws Exception {
    var transactions = product.getBean(Transactions.class);
    return Tenancy.in(local.id(), () -> {
      Caller caller = transactions.read(() -> {
        var mandates = product.getBean(Mandates.class);
        UUID person = mandates.officers(1).getFirst();
        return new Caller.Actor(mandates.accountOf(person).orElseThrow(), false, local.id(), local.handle(), person,
            mandates.inForce(person));
      });
      return Callers.as(caller, work);
    });
  }

  private static void write(int count, String name) throws Exception {
    var transactions = product.getBean(Transactions.class);
    var people = product.getBean(People.class);
    asFounder(() -> {
      for (int at = 0; at < count; at++) {
        String called = name + " " + at;
        UUID person = transactions.write(() -> people.addContact(product.getBean(ChangeSets.class).open("test"),
            new People.Known(called, java.util.Optional.of("555 01" + called.length()), java.util.Optional.empty(),
                "remark")));
        WRITTEN.put(person, called);
      }
      return true;
    });
  }

  /** The image of a row from before a change, as the roll keeps it. */
  private static void keepAnImage(UUID person) throws Exception {
    var transactions = product.getBean(Transactions.class);
    String json = new String(row(person), java.nio.charset.StandardCharsets.UTF_8);
    asFounder(() -> transactions.write(() -> {
      var changes = product.getBean(ChangeSets.class);
      changes.changed(changes.open("test"), "roll.person", person, 2,
          json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return true;
    }));
  }

  private static byte[] row(UUID person) throws SQLException {
    return bytes("select convert_to(to_jsonb(t)::text, 'UTF8') from roll.person t where t.id = '" + person + "'");
  }

  private static byte[] bytes(String question) throws SQLException {
    var access = product.getBean(DatabaseAccess.class);
    try (var connection = java.sql.DriverManager.getConnection(access.url(), DatabaseRole.OWNER.roleName(),
        access.password(DatabaseRole.OWNER));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getBytes(1);
    }
  }

  @Test
  @Order(1)
  void sealsEverythingAnewWhileTheProductWrites() throws Exception {
    write(700, "Before");
    UUID first = WRITTEN.keySet().iterator().next();
    keepAnImage(first);
    var store = (FileKeyStore) product.getBean(KeyStore.class);
    int former = store.keyIds(local.id().value(), PEOPLE).primary();
    var enough = new AtomicBoolean();
    var writing = CompletableFuture.runAsync(() -> {
      for (int round = 0; !enough.get(); round++) {
        try {
          write(5, "Meanwhile " + round);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    });

    var ran = Ran.admin(Clock.systemUTC(), "rotate-keys", "--data", data.toString());
    enough.set(true);
    writing.get();

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).containsPattern("^\\d+ values sealed anew, \\d+ former keys dropped, \\d+ key files under a");
    Awaitility.await("the product sees that the former key is gone")
        .until(() -> !store.keyIds(local.id().value(), PEOPLE).knows(former));
    assertThat(namesAreReadable()).isTrue();
    String image = new String(bytes("select before from platform.change where subject = 'roll.person' and row_id = '"
        + first + "' and before is not null"), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(image).contains("\\x01" + HexFormat.of()
        .toHexDigits(store.keyIds(local.id().value(), PEOPLE).primary()))
        .doesNotContain("\\x01" + HexFormat.of().toHexDigits(former));
  }

  private static boolean namesAreReadable() throws Exception {
    var known = asFounder(() -> product.getBean(Transactions.class)
        .read(() -> product.getBean(People.class).known(WRITTEN.keySet())));
    assertThat(known).hasSameSizeAs(WRITTEN);
    known.forEach((person, is) -> assertThat(is.name()).isEqualTo(WRITTEN.get(person)));
    return true;
  }

  @Test
  @Order(2)
  void refusesToBeginWhereAColumnDoesNotSayHowItIsKept() throws Exception {
    var access = product.getBean(DatabaseAccess.class);
    try (var connection = java.sql.DriverManager.getConnection(access.url(), DatabaseRole.OWNER.roleName(),
        access.password(DatabaseRole.OWNER)); var statement = connection.createStatement()) {
      statement.execute("create table roll.planted (id uuid, secret bytea)");
      var ran = Ran.admin(Clock.systemUTC(), "rotate-keys", "--data", data.toString());
      statement.execute("drop table roll.planted");
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).contains("roll.planted.secret");
    }
  }

  @Test
  @Order(3)
  void goesOnWithARotationThatWasCutOff() throws Exception {
    var store = product.getBean(KeyStore.class);
    int former = store.keyIds(local.id().value(), PEOPLE).primary();
    int fresh = store.rotate(local.id().value(), PEOPLE); // and then the machine lost its power
    var ran = Ran.admin(Clock.systemUTC(), "rotate-keys", "--data", data.toString());
    assertThat(ran.err()).contains("going on with 1 that a rotation before this one made");
    assertThat(ran.code()).isZero();
    Awaitility.await().until(() -> !store.keyIds(local.id().value(), PEOPLE).knows(former));
    assertThat(store.keyIds(local.id().value(), PEOPLE).primary()).as("no second new key").isEqualTo(fresh);
    assertThat(namesAreReadable()).isTrue();
  }

  @Test
  @Order(4)
  void checksAndListsWithTheProductStopped() throws Exception {
    assertThat(Ran.admin(Clock.systemUTC(), "check", "--data", data.toString()))
        .satisfies(ran -> assertThat(ran.code()).as(ran.out() + ran.err()).isZero());
    product.close();
    var ran = Ran.admin(Clock.systemUTC(), "check", "--data", data.toString());
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out().lines().toList()).isEqualTo(List.of("roles of the database: ok", "keys of 1 locals: ok",
        "sealed values: ok", "audit logs: ok"));
    assertThat(Ran.admin(Clock.systemUTC(), "reset", "--data", data.toString()).out()).contains(local.handle());
    assertThat(data.resolve("postgres/data/postmaster.pid")).as("the server was stopped again").doesNotExist();
  }

  @Test
  @Order(5)
  void checkComplainsOfALocalWithoutKeysAndOfALogThatWasChanged() throws Exception {
    Path keys = data.resolve("keys/kept/locals/" + local.id().value() + ".keys");
    Path aside = Files.move(keys, data.resolve("aside"));
    var ran = Ran.admin(Clock.systemUTC(), "check", "--data", data.toString());
    Files.move(aside, keys);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("local " + local.handle() + " has no keys", "does not open", "audit log");
  }
}
