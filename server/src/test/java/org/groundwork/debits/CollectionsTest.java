// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.WriteOffs;
import org.groundwork.dues.Way;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
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
}
