// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.groundwork.dues.Payments;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each payment is there once: when the work is killed, when two do it at once, and when there are many. */
@ExtendWith(ProductExtension.class)
class CollectingOnceTest {

  private static <T> T part(Class<T> type) { return DebitsLocal.part(type); }

  /** Killed before a step, in the middle of it, and after it, again and again: each payment is there once. */
  @Test
  void makesAndTakesEachPaymentOnceHoweverOftenItIsKilled(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(9);
    var random = new Random(7);
    UUID collection = debits.begun(DebitsLocal.soon());
    var making = new Killed(random);
    int killed = Killed.untilDone(making, () -> debits.run(making, collection, 2));
    assertThat(debits.find(collection).items()).isEqualTo(9);
    assertThat(debits.find(collection).sum()).isEqualTo(9_000);
    debits.file(collection);
    debits.passTo(collection);
    local.write(() -> part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("update debits.collection set state = 'taking', taken_on = due_on where local_id = ? and id = ?")
        .params(local.id().value(), collection)
        .update());
    var taking = new Killed(random);
    killed += Killed.untilDone(taking, () -> debits.takeIn(taking, collection, 2));
    assertThat(killed).isGreaterThan(10);
    for (UUID each : members) {
      assertThat(debits.items(each)).hasSize(1);
      assertThat(local.read(() -> part(Payments.class).of(each, 9))).hasSize(1);
    }
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(9_000);
    assertThat(debits.balance(UsedFor.ON_ITS_WAY)).isZero();
    assertThat(debits.linesOfBank()).isEqualTo(1);
    assertThat(debits.faults()).isEmpty();
  }

  /** Two officers press the same button at once: there is one collection, one file, and the money once. */
  @Test
  void twoOfficersAtOnceDoItOnce(FoundedLocal local) throws Exception {
    var debits = DebitsLocal.of(local);
    debits.owing(3);
    var one = local.person(Role.MEMBER, Role.TREASURER);
    var other = local.person(Role.MEMBER, Role.TREASURER);
    LocalDate day = DebitsLocal.soon();
    var transactions = part(org.groundwork.platform.tenancy.Transactions.class);
    List<UUID> jobs = both(
        () -> local.as(one, () -> transactions.write(() -> part(DebitCollections.class).start(day))),
        () -> local.as(other, () -> transactions.write(() -> part(DebitCollections.class).start(day))));
    org.awaitility.Awaitility.await()
        .until(() -> local.read(() -> part(DebitCollections.class).latest(9))
            .stream()
            .noneMatch(each -> each.state() == DebitCollection.State.MAKING));
    var made = local.read(() -> part(DebitCollections.class).latest(9))
        .stream()
        .filter(each -> each.state() == DebitCollection.State.MADE)
        .toList();
    assertThat(made).hasSize(1);
    assertThat(jobs).hasSize(2);
    assertThat(made.getFirst().sum()).isEqualTo(3_000);
    UUID collection = made.getFirst().id();
    both(() -> local.as(one, () -> transactions.write(() -> part(DebitCollections.class).file(collection))),
        () -> local.as(other, () -> transactions.write(() -> part(DebitCollections.class).file(collection))));
    assertThat(debits.xml(collection)).contains("<NbOfTxs>3</NbOfTxs>");
    debits.passTo(collection);
    List<Optional<UUID>> taken = both(
        () -> local.as(one, () -> transactions.write(() -> part(DebitCollections.class).taken(collection, day,
            DebitCollections.BookedAs.BATCHES))),
        () -> local.as(other, () -> transactions.write(() -> part(DebitCollections.class).taken(collection, day,
            DebitCollections.BookedAs.BATCHES))));
    assertThat(taken.getFirst()).isEqualTo(taken.getLast());
    org.awaitility.Awaitility.await()
        .until(() -> debits.find(collection).state() == DebitCollection.State.COLLECTED);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(3_000);
  }

  private static <T> List<T> both(java.util.concurrent.Callable<T> one, java.util.concurrent.Callable<T> other)
      throws Exception {
    var barrier = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var running = new ArrayList<java.util.concurrent.Future<T>>();
      for (var each : List.of(one, other)) {
        running.add(threads.submit(() -> {
          barrier.await(30, TimeUnit.SECONDS);
          return each.call();
        }));
      }
      var found = new ArrayList<T>();
      for (var each : running) {
        found.add(each.get(60, TimeUnit.SECONDS));
      }
      return found;
    }
  }

  /** As many as a collection can have at the most, in one file. */
  @Test
  void aFileHasTenThousandPayments(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID collection = debits.begun(DebitsLocal.soon());
    int many = Candidates.MOST_ITEMS;
    var jdbc = part(org.springframework.jdbc.core.simple.JdbcClient.class);
    var seals = part(DebitSeals.class);
    UUID batch = UUID.randomUUID();
    UUID[] mandates = new UUID[many];
    byte[][] holders = new byte[many][];
    byte[][] ibans = new byte[many][];
    String[] references = new String[many];
    UUID[] items = new UUID[many];
    local.write(() -> {
      for (int at = 0; at < many; at++) {
        mandates[at] = UUID.randomUUID();
        items[at] = UUID.randomUUID();
        references[at] = String.format("M-%07d", at);
        holders[at] = seals.seal("mandate", "holder", mandates[at], "Somebody " + at);
        ibans[at] = seals.seal("mandate", "iban", mandates[at], DebitsLocal.THEIRS);
      }
      jdbc.sql("""
          insert into debits.mandate (local_id, id, reference, state, how, signed_on, holder, iban, changed_at)
          select ?, m.id, m.reference, 'active', 'paper', date '2026-01-01', m.holder, m.iban, now()
          from unnest(?::uuid[], ?::text[], ?::bytea[], ?::bytea[]) as m (id, reference, holder, iban)""")
          .params(local.id().value(), mandates, references, holders, ibans)
          .update();
      jdbc.sql("""
          update debits.collection set state = 'filed', message_id = 'MANY', filed_at = now(), account_id = ?, name = 'Us',
            identifier = 'DE98ZZZ09999999999', iban = ?, street = '', building = '', postcode = '', town = 'Berlin',
            country = 'DE', zone = 'UTC', words = 'Dues' where local_id = ? and id = ?""")
          .params(debits.bank, seals.seal("collection", "iban", collection, DebitsLocal.OURS), local.id().value(),
              collection)
          .update();
      jdbc.sql("""
          insert into debits.batch (local_id, id, collection_id, place, sequence, items, sum)
          values (?, ?, ?, 1, 'RCUR', ?, ?)""")
          .params(local.id().value(), batch, collection, many, 1_000L * many)
          .update();
      return jdbc.sql("""
          insert into debits.item (local_id, id, collection_id, mandate_id, reference, amount, state, batch_id, changed_at)
          select ?, i.id, ?, i.mandate, i.reference, 1000, 'filed', ?, now()
          from unnest(?::uuid[], ?::uuid[], ?::text[]) as i (id, mandate, reference)""")
          .params(local.id().value(), collection, batch, items, mandates, references)
          .update();
    });
    byte[] file = debits.bytes(collection);
    assertThat(new String(file, java.nio.charset.StandardCharsets.UTF_8).split("<DrctDbtTxInf>", -1)).hasSize(many + 1);
    assertThat(file.length).isLessThan(16 << 20);
    assertThat(debits.bytes(collection)).isEqualTo(file);
  }
}
