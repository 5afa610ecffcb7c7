// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The chain holds through writers, crashes and erasure, and every kind of tampering shows. */
@ExtendWith(ProductExtension.class)
class AuditTest {
  /** One thread each: the common pool of a small machine has a single one. */
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

  @Test
  void verifiesWhatWasRecordedAndSealed(Product product, FoundedLocal local) throws Exception {
    long before = sealed(product, local);
    record(product, local, 5);
    assertThat(sealed(product, local)).isEqualTo(before + 5);
    assertThat(check(product, local, Optional.empty(), "select 1")).isInstanceOf(AuditVerdict.Ok.class);
  }

  @Test
  void sealsWithinTwoSecondsByItself(Product product, FoundedLocal local) {
    record(product, local, 1);
    await().atMost(Duration.ofSeconds(10)).until(() -> waiting(product, local) == 0);
  }

  @Test
  void findsEveryKindOfTampering(Product product, FoundedLocal local) throws Exception {
    record(product, local, 8);
    long last = sealed(product, local);
    String here = " where local_id = '" + local.id() + "' and ";
    String entry = "(select entry_id from platform.audit_seal" + here + "seq = %d)";
    assertThat(broken(product, local, "update platform.audit_entry set at = at + interval '1 hour'" + here + "id = "
        + entry.formatted(3))).isEqualTo(3);
    assertThat(broken(product, local, "update platform.audit_entry set commitment = sha256('x')" + here + "id = "
        + entry.formatted(4))).isEqualTo(4);
    assertThat(broken(product, local,
        "update platform.audit_entry set payload = set_byte(payload, 40, 255 - get_byte(payload, 40))"
            + here + "id = " + entry.formatted(5)))
        .isEqualTo(5);
    assertThat(
        broken(product, local, "update platform.audit_entry set payload = (select payload from platform.audit_entry"
            + here + "id = " + entry.formatted(2) + ")" + here + "id = " + entry.formatted(6)))
        .isEqualTo(6);
    assertThat(broken(product, local, "update platform.audit_seal set link = sha256('x')" + here + "seq = 2"))
        .isEqualTo(2);
    assertThat(broken(product, local, "delete from platform.audit_seal" + here + "seq = 3")).isEqualTo(3);
    assertThat(broken(product, local, "delete from platform.audit_seal" + here + "seq = " + last)).isEqualTo(last);
    assertThat(broken(product, local, "delete from platform.audit_head where local_id = '" + local.id() + "'"))
        .isZero();
    assertThat(broken(product, local,
        "alter table platform.audit_seal drop constraint audit_seal_local_id_entry_id_fkey; "
            + "alter table platform.audit_pending drop constraint audit_pending_local_id_entry_id_fkey; "
            + "delete from platform.audit_entry" + here + "id = " + entry.formatted(3)))
        .isEqualTo(3);
    assertThat(broken(product, local,
        "alter table platform.audit_seal drop constraint audit_seal_local_id_entry_id_key; "
            + "update platform.audit_seal s set entry_id = t.entry_id from platform.audit_seal t where s.local_id = '"
            + local.id() + "' and t.local_id = s.local_id and s.seq in (4, 5) and t.seq = 9 - s.seq"))
        .isEqualTo(4);
    assertThat(broken(product, local, "insert into platform.audit_entry (local_id, id, at, commitment) values ('"
        + local.id() + "', gen_random_uuid(), now(), sha256('x'))")).isEqualTo(last + 1);
  }

  @Test
  void findsSealsCutFromTheEndTogetherWithTheHead(Product product, FoundedLocal local) throws Exception {
    record(product, local, 4);
    long last = sealed(product, local);
    var noted = head(product, local);
    String cut = """
        delete from platform.audit_seal where local_id = '%1$s' and seq > %2$d;
        delete from platform.audit_entry e where e.local_id = '%1$s' and not exists (
          select 1 from platform.audit_seal s where s.local_id = e.local_id and s.entry_id = e.id);
        update platform.audit_head set seq = %2$d, link = (select link from platform.audit_seal where local_id = '%1$s' and seq = %2$d)
        where local_id = '%1$s'""".formatted(local.id(), last - 2);
    assertThat(check(product, local, Optional.empty(), cut)).isInstanceOf(AuditVerdict.Ok.class);
    assertThat(check(product, local, Optional.of(noted), cut))
        .isInstanceOfSatisfying(AuditVerdict.Broken.class, b -> assertThat(b.seq()).isEqualTo(last - 1));
  }

  @Test
  void findsAChainThatWasWrittenAnewFromANotedHead(Product product, FoundedLocal local) throws Exception {
    record(product, local, 3);
    long last = sealed(product, local);
    var other = new AuditVerdict.Head(last, new byte[32]);
    assertThat(check(product, local, Optional.of(other), "select 1"))
        .isInstanceOfSatisfying(AuditVerdict.Broken.class, b -> assertThat(b.seq()).isEqualTo(last));
    var noted = head(product, local);
    record(product, local, 3);
    product.bean(Sealer.class).seal(local.id());
    assertThat(check(product, local, Optional.of(noted), "select 1")).isInstanceOf(AuditVerdict.Ok.class);
  }

  @Test
  void erasesAPersonAndStillVerifies(Product product, FoundedLocal local) throws Exception {
    UUID person = UUID.randomUUID();
    UUID another = UUID.randomUUID();
    local.write(() -> {
      var audit = product.bean(Audit.class);
      audit.record("person-seen", new SubjectRef("person", person), "");
      audit.record("person-seen", new SubjectRef("person", another), "");
      audit.record("person-changed", new SubjectRef("person", person), "phone");
      return true;
    });
    sealed(product, local);
    assertThat(local.<Integer>write(() -> product.bean(Audit.class).erase(person))).isEqualTo(2);
    assertThat(check(product, local, Optional.empty(), "select 1"))
        .isInstanceOfSatisfying(AuditVerdict.Ok.class, ok -> assertThat(ok.erased()).isEqualTo(2));
    var lines = local.read(() -> product.bean(AuditLog.class).lines(Optional.empty(), 100));
    assertThat(lines).filteredOn(line -> line.said().isEmpty()).hasSize(2);
    assertThat(lines.toString()).doesNotContain(person.toString().substring(30))
        .contains(another.toString().substring(30));
  }

  @Test
  void losesNothingAndBlocksNobodyWithEightWriters(Product product, FoundedLocal local) throws Exception {
    long before = sealed(product, local);
    var held = new CountDownLatch(1);
    var recorded = new CountDownLatch(1);
    var slow = CompletableFuture.runAsync(() -> local.write(() -> {
      product.bean(Audit.class).record("person-seen", new SubjectRef("person", UUID.randomUUID()), "slow");
      recorded.countDown();
      return hold(held);
    }), THREADS);
    hold(recorded);
    var writers = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.runAsync(() -> {
      for (int n = 0; n < 40; n++) {
        record(product, local, 1);
      }
    }, THREADS)).toList();
    for (var writer : writers) {
      writer.get(60, TimeUnit.SECONDS);
    }
    assertThat(slow).as("the others did not wait for a transaction that recorded and has not ended").isNotDone();
    assertThat(sealed(product, local)).isEqualTo(before + 320);
    held.countDown();
    slow.get(20, TimeUnit.SECONDS);
    assertThat(sealed(product, local)).as("what commits late is sealed late, not skipped").isEqualTo(before + 321);
    assertThat(check(product, local, Optional.empty(), "select 1")).isInstanceOf(AuditVerdict.Ok.class);
  }

  @Test
  void sealsEachEntryOnceWhenNodesCompete(Product product, FoundedLocal local) throws Exception {
    long before = sealed(product, local);
    record(product, local, 200);
    var nodes = IntStream.range(0, 4)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> product.bean(Sealer.class).seal(local.id()), THREADS))
        .toList();
    for (var node : nodes) {
      node.get(30, TimeUnit.SECONDS);
    }
    assertThat(sealed(product, local)).isEqualTo(before + 200);
  }

  @Test
  void recordsNothingOfAnActThatFailed(Product product, FoundedLocal local) throws Exception {
    long before = sealed(product, local);
    try {
      local.write(() -> {
        product.bean(Audit.class).record("person-seen", new SubjectRef("person", UUID.randomUUID()), "");
        throw new IllegalArgumentException("the act failed");
      });
    } catch (IllegalArgumentException expected) {
      assertThat(sealed(product, local)).isEqualTo(before);
    }
  }

  @Test
  void keepsWhatItSaysFromWhoHasTheDatabaseAlone(Product product, FoundedLocal local) throws Exception {
    local.write(() -> {
      product.bean(Audit.class).record("person-seen", new SubjectRef("person", local.founder().id()), "planted-word");
      return true;
    });
    try (var connection = product.connection(DatabaseRole.OPS);
        var statement = connection.createStatement();
        var rows = statement
            .executeQuery("select e::text from platform.audit_entry e where local_id = '" + local.id() + "'")) {
      int entries = 0;
      while (rows.next()) {
        entries++;
        for (String planted : List.of("planted-word", "person-seen", local.founder().id().toString())) {
          assertThat(rows.getString(1)).doesNotContain(planted)
              .doesNotContain(
                  java.util.HexFormat.of().formatHex(planted.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
      }
      assertThat(entries).isPositive();
    }
  }

  private static boolean hold(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void record(Product product, FoundedLocal local, int entries) {
    local.write(() -> {
      for (int i = 0; i < entries; i++) {
        product.bean(Audit.class).record("person-seen", new SubjectRef("person", UUID.randomUUID()), "");
      }
      return true;
    });
  }

  /** Seals what waits and gives how many entries are sealed. */
  private static long sealed(Product product, FoundedLocal local) {
    await().atMost(Duration.ofSeconds(20)).until(() -> {
      product.bean(Sealer.class).seal(local.id());
      return waiting(product, local) == 0;
    });
    return head(product, local).seq();
  }

  private static AuditVerdict.Head head(Product product, FoundedLocal local) {
    return local.read(() -> product.bean(AuditLog.class).head())
        .orElse(new AuditVerdict.Head(0, Chain.genesis(local.id().value())));
  }

  private static long waiting(Product product, FoundedLocal local) {
    try (var connection = product.connection(DatabaseRole.OPS);
        var statement = connection.createStatement();
        var rows = statement
            .executeQuery("select count(*) from platform.audit_pending where local_id = '" + local.id() + "'")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long broken(Product product, FoundedLocal local, String tampering) throws SQLException {
    var verdict = check(product, local, Optional.empty(), tampering);
    assertThat(verdict).as(tampering).isInstanceOf(AuditVerdict.Broken.class);
    return ((AuditVerdict.Broken) verdict).seq();
  }

  /** Checks the log as it would be after the tampering, which is then taken back. */
  private static AuditVerdict check(Product product, FoundedLocal local, Optional<AuditVerdict.Head> noted,
      String tampering) throws SQLException {
    try (Connection owner = product.connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute(tampering);
      var verifier = new AuditVerifier(owner, product.bean(KeyStore.class));
      var verdict = verifier.check(new AuditVerifier.Local(local.id().value(), local.handle()), noted,
          (seq, entry, at, hashes) -> {});
      owner.rollback();
      return verdict;
    }
  }
}
