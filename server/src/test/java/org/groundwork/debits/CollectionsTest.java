// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.WriteOffs;
import org.groundwork.dues.Way;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StepByStep;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Collecting: who is asked for what, once; the file; what the bank booked. */
@ExtendWith(ProductExtension.class)
class CollectionsTest {

  private static <T> T part(Class<T> type) { return DebitsLocal.part(type); }

  @Test
  void asksEachMemberOnceAndSaysWhoIsLeftOut(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(4);
    UUID revoked = members.get(3);
    UUID theirs = local.read(() -> part(DebitMandates.class).of(revoked, 1)).getFirst().id();
    local.write(() -> part(DebitMandates.class).revoke(theirs));
    UUID free = debits.member("Owes nothing", "");
    debits.mandate(free);

    LocalDate day = DebitsLocal.soon();
    var preview = local.read(() -> part(Candidates.class).preview(day, 10));
    assertThat(preview.items()).isEqualTo(3);
    assertThat(preview.sum()).isEqualTo(3_000);
    assertThat(preview.nothing()).isEqualTo(1);
    assertThat(preview.left()).containsExactly(new Candidates.Left(revoked, Candidates.Why.REVOKED));

    UUID collection = debits.made();
    assertThat(debits.find(collection).state()).isEqualTo(DebitCollection.State.MADE);
    assertThat(debits.find(collection).items()).isEqualTo(3);
    assertThat(debits.find(collection).sum()).isEqualTo(3_000);
    assertThat(debits.items(members.getFirst())).hasSize(1);
    assertThat(debits.items(free)).isEmpty();

    var again = local.read(() -> part(Candidates.class).preview(day, 10));
    assertThat(again.items()).isZero();
    assertThat(again.left()).extracting(Candidates.Left::why)
        .containsExactlyInAnyOrder(Candidates.Why.UNDER_WAY, Candidates.Why.UNDER_WAY, Candidates.Why.UNDER_WAY,
            Candidates.Why.REVOKED);
    UUID other = debits.begun(day);
    debits.run(new StepByStep(), other, 50);
    assertThat(debits.find(other).state()).isEqualTo(DebitCollection.State.DROPPED);
    assertThat(debits.items(members.getFirst())).hasSize(1);
  }

  @Test
  void tellsByMailWhomItCanAndListsTheOthers(FoundedLocal local, Product product) {
    var debits = DebitsLocal.of(local);
    String mail = "ana" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    UUID ana = debits.member("Ana", mail);
    debits.mandate(ana);
    UUID ben = debits.member("Ben", "");
    debits.mandate(ben);
    debits.charge();
    UUID collection = debits.made();
    assertThat(debits.item(ana).told()).hasValue(DebitItem.Told.MAIL);
    assertThat(debits.item(ben).told()).hasValue(DebitItem.Told.LETTER);
    assertThat(local.read(() -> part(DebitItems.class).forLetters(collection, 9))).extracting(DebitItem::id)
        .containsExactly(debits.item(ben).id());
    org.awaitility.Awaitility.await().until(() -> product.visitor().get("/dev/mail").body().contains(mail));
    String page = product.visitor().get("/dev/mail").body();
    assertThat(page).contains("€10", debits.item(ana).reference(), "DE98ZZZ09999999999", "A message for you");
    assertThat(page.split(mail, -1)).hasSize(2);
  }

  @Test
  void theFileIsTheSameEachTimeAndHasWhatBanksRead(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.member("Ana", "");
    debits.mandate(ana, DebitsLocal.SWISS, DebitsLocal.today());
    debits.charge();
    UUID collection = debits.filed();
    String xml = debits.xml(collection);
    assertThat(xml).contains("<Nm>Tenants' Union Ue</Nm>", "<Nm>Ana Zolc</Nm>",
        "CH9300762011623852957",
        "<TwnNm>Zuerich</TwnNm>", "<SeqTp>FRST</SeqTp>", "<InstdAmt Ccy=\"EUR\">10.00</InstdAmt>",
        "<EndToEndId>" + debits.item(ana).endToEnd() + "</EndToEndId>",
        "<MndtId>" + debits.item(ana).reference() + "</MndtId>", "<ReqdColltnDt>" + debits.find(collection).due(),
        "DE98ZZZ09999999999", DebitsLocal.OURS);
    assertThat(debits.file(collection)).isEqualTo(DebitCollections.Filed.DONE);
    debits.creditor(14);
    local.write(() -> {
      part(org.groundwork.platform.tenancy.Locals.class).rename("Another name");
      return true;
    });
    assertThat(debits.bytes(collection)).isEqualTo(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  @Tag("real-data")
  void theFileIsWhatTheSchemaHas(FoundedLocal local) throws Exception {
    Path schema = Path.of(Objects.requireNonNullElse(System.getenv("GROUNDWORK_DATA"), "../../shared/data"))
        .resolve("accounting/sepa/xsd/pain.008.001.08.xsd");
    var validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(schema.toFile())
        .newValidator();
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(2);
    debits.collected();
    UUID fresh = debits.member("Fresh", "");
    debits.mandate(fresh, DebitsLocal.SWISS, DebitsLocal.today());
    debits.charge(DebitsLocal.today().withDayOfMonth(1));
    UUID collection = debits.filed();
    assertThat(debits.xml(collection)).contains("<SeqTp>FRST</SeqTp>", "<SeqTp>RCUR</SeqTp>");
    assertThat(members).hasSize(2);
    validator.validate(new StreamSource(new ByteArrayInputStream(debits.bytes(collection))));
  }

  @Test
  void leavesOutWhatChangedBeforeTheFileAndShowsWhatChangedAfter(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(6);
    UUID collection = debits.made();
    local.write(() -> part(DebitMandates.class).revoke(debits.item(members.get(0)).mandate().orElseThrow()));
    pays(local, members.get(1));
    local.write(() -> part(WriteOffs.class).writeOff(members.get(2), DebitsLocal.today().plusYears(1),
        DebitsLocal.today(), "cannot pay"));
    assertThat(debits.file(collection)).isEqualTo(DebitCollections.Filed.DONE);
    assertThat(debits.item(members.get(0)).why()).hasValue(DebitItem.Why.REVOKED);
    assertThat(debits.item(members.get(1)).why()).hasValue(DebitItem.Why.PAID);
    assertThat(debits.item(members.get(2)).why()).hasValue(DebitItem.Why.PAID);
    assertThat(debits.find(collection).items()).isEqualTo(3);
    assertThat(debits.xml(collection)).contains("<NbOfTxs>3</NbOfTxs>")
        .doesNotContain(debits.item(members.get(0)).endToEnd());

    assertThat(local.read(() -> part(DebitStops.class).of(collection, 10))).isEmpty();
    String before = debits.xml(collection);
    local.write(() -> part(DebitMandates.class).revoke(debits.item(members.get(3)).mandate().orElseThrow()));
    pays(local, members.get(4));
    assertThat(local.read(() -> part(DebitStops.class).of(collection, 10)))
        .extracting(each -> each.item().person().orElseThrow(), DebitStops.Stop::why)
        .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(members.get(3), DebitItem.Why.REVOKED),
            org.assertj.core.groups.Tuple.tuple(members.get(4), DebitItem.Why.PAID));
    assertThat(debits.xml(collection)).isEqualTo(before);
  }

  private static void pays(FoundedLocal local, UUID member) {
    local.write(
        () -> part(Payments.class).take(NewPayment.of(member, DebitsLocal.today(), 1_000, Way.CASH)));
  }

  @Test
  void whereNothingIsLeftThereIsNoFile(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(1);
    UUID collection = debits.made();
    pays(local, members.getFirst());
    assertThat(debits.file(collection)).isEqualTo(DebitCollections.Filed.NOTHING);
    assertThat(debits.find(collection).state()).isEqualTo(DebitCollection.State.DROPPED);
    assertThat(debits.file(collection)).isEqualTo(DebitCollections.Filed.NOT_NOW);
  }

  @Test
  void isTooLateForAFileOnTheDay(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(1);
    UUID collection = debits.made();
    debits.passTo(collection);
    assertThat(debits.file(collection)).isEqualTo(DebitCollections.Filed.TOO_LATE);
    assertThat(local.<Boolean>write(() -> part(DebitCollections.class).drop(collection))).isTrue();
    assertThat(debits.item(members.getFirst()).state()).isEqualTo(DebitItem.State.DROPPED);
    assertThat(local.read(() -> part(Candidates.class).preview(DebitsLocal.soon(), 9)).items()).isEqualTo(1);
  }

  @Test
  void whatTheBankBookedBecomesDuesAndOneLineOfTheAccountForEachBatch(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(3);
    UUID collection = debits.collected();
    for (UUID each : members) {
      assertThat(debits.open(each)).isEmpty();
      assertThat(debits.item(each).state()).isEqualTo(DebitItem.State.TAKEN);
      var paid = local.read(() -> part(Payments.class).of(each, 9));
      assertThat(paid).extracting(each2 -> each2.way(), each2 -> each2.amount())
          .containsExactly(org.assertj.core.groups.Tuple.tuple(Way.DIRECT_DEBIT, 1_000L));
      assertThat(debits.mandateOf(debits.item(each).mandate().orElseThrow()).state())
          .isEqualTo(DebitMandate.State.ACTIVE);
    }
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(3_000);
    assertThat(debits.balance(UsedFor.BANK, FundKind.STRIKE)).isEqualTo(300);
    assertThat(debits.balance(UsedFor.ON_ITS_WAY)).isZero();
    assertThat(debits.linesOfBank()).isEqualTo(1);
    assertThat(debits.faults()).isEmpty();
    assertThat(local.read(() -> part(DebitCollections.class).batches(collection))).containsEntry("FRST", 3);

    debits.charge(DebitsLocal.today().withDayOfMonth(1));
    UUID fresh = debits.member("Fresh", "");
    debits.mandate(fresh);
    debits.charge(DebitsLocal.today().withDayOfMonth(1));
    UUID second = debits.filed();
    assertThat(local.read(() -> part(DebitCollections.class).batches(second))).containsEntry("FRST", 1)
        .containsEntry("RCUR", 3);
    debits.passTo(second);
    debits.taken(second);
    assertThat(debits.linesOfBank()).isEqualTo(3);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(7_000);
    assertThat(debits.faults()).isEmpty();
  }

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
        () -> local.as(one, () -> transactions.write(() -> part(DebitCollections.class).taken(collection, day))),
        () -> local.as(other, () -> transactions.write(() -> part(DebitCollections.class).taken(collection, day))));
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

  @Test
  void nothingAboveTheLimitOfTheFormatIsCollected(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(1);
    local.write(() -> part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("update dues.charge set amount = ? where local_id = ? and person_id = ?")
        .params(Candidates.MOST_AMOUNT + 1, local.id().value(), members.getFirst())
        .update());
    assertThat(local.read(() -> part(Candidates.class).preview(DebitsLocal.soon(), 9)).left())
        .containsExactly(new Candidates.Left(members.getFirst(), Candidates.Why.TOO_LARGE));
    local.write(() -> part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("update dues.charge set amount = ? where local_id = ? and person_id = ?")
        .params(Candidates.MOST_AMOUNT, local.id().value(), members.getFirst())
        .update());
    UUID collection = debits.filed();
    assertThat(debits.xml(collection)).contains("<InstdAmt Ccy=\"EUR\">999999999.99</InstdAmt>");
  }

  /** What somebody who left still owed is collected for the last time, and the mandate ends with it. */
  @Test
  void theLastOfWhoLeftIsSaidToBeTheLast(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID member = debits.owing(1).getFirst();
    debits.collected();
    debits.charge(DebitsLocal.today().withDayOfMonth(1));
    local.write(() -> part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("update roll.person set state = 'left' where local_id = ? and id = ?")
        .params(local.id().value(), member)
        .update());
    UUID last = debits.filed();
    assertThat(debits.xml(last)).contains("<SeqTp>FNAL</SeqTp>");
    assertThat(debits.mandateOf(debits.item(member).mandate().orElseThrow()).state())
        .isEqualTo(DebitMandate.State.USED_UP);
    assertThat(local.read(() -> part(DebitStops.class).of(last, 9))).isEmpty();
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
