// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groundwork.dues.Payments;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.statements.sepa.CreditorReference;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dues that come by transfer. */
@ExtendWith(ProductExtension.class)
class DuesByBankTest {
  private static final String ANA = "DE02120300000000202051";

  private static String reference(OpenBank bank, UUID person) {
    return bank.local().write(() -> OpenBank.part(PaymentReferences.class).give(person));
  }

  private static long ahead(OpenBank bank, UUID person) {
    return bank.local().read(() -> OpenBank.part(Payments.class).ahead(person));
  }

  private static List<Proposal> named(OpenBank bank, BankLine line) {
    return bank.local().read(() -> OpenBank.part(Proposals.class).withNames(List.of(line)).get(line.id()));
  }

  @Test
  void givesEveryMemberOneReferenceWithCheckDigits(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana");
    String reference = reference(bank, ana);
    assertThat(CreditorReference.isValid(reference)).isTrue();
    assertThat(reference(bank, ana)).isEqualTo(reference);
    assertThat(reference(bank, bank.member("Bo"))).isNotEqualTo(reference);
  }

  /** One in a hundred numbers behind a reference makes a longer one that is right too. */
  @Test
  void knowsAReferenceWithTheMonthBehindIt(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana");
    String reference = reference(bank, ana);
    int month = 1;
    while (!CreditorReference.isValid(reference + month)) {
      month++;
    }
    bank.bring("2026-01-05,10.00,P,," + reference + " " + month);
    assertThat(bank.proposals(bank.open().getFirst()).getFirst().about()).contains(ana);
  }

  @Test
  void knowsDuesByTheReferenceWhereverItStands(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana");
    String reference = reference(bank, ana);
    String spaced = reference.substring(0, 4) + " " + reference.substring(4, 8) + " "
        + reference.substring(8)
            .toLowerCase(
                java.util.Locale.ROOT);
    bank.bring("2026-01-05,20.00,Her mother," + ANA + ",dues " + spaced + " January",
        "2026-01-06,20.00,Nobody,,RF00 1234567890");
    var line = bank.line("Her mother");
    var proposal = bank.proposals(line).getFirst();
    assertThat(proposal.how()).isEqualTo(Proposal.How.REFERENCE);
    assertThat(proposal.who()).isEqualTo("Ana");
    assertThat(proposal.sure()).isTrue();
    assertThat(bank.proposals(bank.line("Nobody"))).isEmpty();

    assertThat(bank.confirm(line, proposal)).isInstanceOf(Settled.Done.class);
    assertThat(bank.confirm(line, proposal)).isInstanceOf(Settled.Before.class);
    assertThat(ahead(bank, ana)).isEqualTo(2_000);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(2_000);
    assertThat(bank.entries()).isEqualTo(1);
    bank.bring("2026-02-05,20.00,Her mother," + ANA + ",February");
    assertThat(bank.proposals(bank.line("Her mother")).getFirst()).satisfies(each -> {
      assertThat(each.how()).isEqualTo(Proposal.How.HABIT);
      assertThat(each.about()).hasValue(ana);
      assertThat(each.sure()).isFalse();
    });
  }

  @Test
  void proposesWhoseNameIsCloseAndIsNeverSureOfIt(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Annalena Mbeki");
    bank.bring("2026-01-05,20.00,Mbeki Annalena,,January");
    var line = bank.open().getFirst();
    assertThat(bank.proposals(line)).isEmpty();
    assertThat(named(bank, line)).singleElement().satisfies(each -> {
      assertThat(each.about()).hasValue(ana);
      assertThat(each.sure()).isFalse();
    });
    assertThat(bank.confirm(line, named(bank, line).getFirst())).isInstanceOf(Settled.Done.class);
    assertThat(ahead(bank, ana)).isEqualTo(2_000);
  }

  @Test
  void creditsTheMemberWithWhatAServiceKept(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana");
    String way = local.write(() -> OpenBank.part(CsvMappings.class)
        .keep("with fees", "date = day\namount = amount\nfee = fee\ncurrency-code = EUR\nparty = name\n")).toString();
    bank.take(bank.look(bank.account(), way,
        "day,amount,fee,name\n2026-01-05,19.40,-0.60,Ana\n".getBytes(StandardCharsets.UTF_8)));
    var line = bank.open().getFirst();
    assertThat(line.fee()).isEqualTo(-60);
    assertThat(local.write(() -> OpenBank.part(Settling.class).dues(line.id(), ana))).isInstanceOf(Settled.Done.class);
    assertThat(ahead(bank, ana)).isEqualTo(2_000);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(1_940);
    assertThat(bank.balance(bank.inBooks("5700"))).isEqualTo(60);
  }

  @Test
  void takesBackDuesThatWereSomebodyElses(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana");
    UUID bo = bank.member("Bo");
    bank.bring("2026-01-05,20.00,A firm," + ANA + ",x");
    var line = bank.open().getFirst();
    var settling = OpenBank.part(Settling.class);
    local.write(() -> settling.dues(line.id(), ana));
    assertThat(local.write(() -> settling.undo(line.id()))).isInstanceOf(Settled.Done.class);
    assertThat(ahead(bank, ana)).isZero();
    assertThat(local.write(() -> settling.dues(line.id(), bo))).isInstanceOf(Settled.Done.class);
    assertThat(ahead(bank, bo)).isEqualTo(2_000);
    assertThat(bank.balance(bank.inBooks("1100"))).isEqualTo(2_000);
    assertThat(local.read(() -> OpenBank.part(Balances.class).faults())).isEmpty();
  }

  private static byte[] camt(String day, String sign, String reason) { return camt(day, sign, reason, "20.00"); }

  static byte[] camt(String day, String sign, String reason, String amount) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId>
        <CreDtTm>2026-01-31T10:00:00</CreDtTm></GrpHdr><Stmt><Id>S</Id><CreDtTm>2026-01-31T10:00:00</CreDtTm>
        <Acct><Id><IBAN>DE02500105170137075030</IBAN></Id><Ccy>EUR</Ccy></Acct>
        <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd>%s<Sts>BOOK</Sts><BookgDt><Dt>%s</Dt></BookgDt>
        <BkTxCd/><NtryDtls><TxDtls><Refs><EndToEndId>D-17</EndToEndId></Refs>%s
        <RltdPties><Dbtr><Nm>Ana</Nm></Dbtr><DbtrAcct><Id><IBAN>%s</IBAN></Id></DbtrAcct></RltdPties>
        </TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>
        """.formatted(amount, sign, reason.isEmpty() ? "" : "<RvslInd>true</RvslInd>", day,
        reason.isEmpty() ? "" : "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>", ANA)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void takesDuesBackThatTheBankTakesBack(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02500105170137075030");
    UUID ana = bank.member("Ana");
    bank.take(bank.look(bank.account(), Reading.TOLD, camt("2026-01-05", "CRDT", "")));
    var settling = OpenBank.part(Settling.class);
    UUID paid = bank.open().getFirst().id();
    local.write(() -> settling.dues(paid, ana));
    bank.take(bank.look(bank.account(), Reading.TOLD, camt("2026-01-12", "DBIT", "MD06")));
    var back = bank.open().getFirst();
    assertThat(back.returned()).hasValue("MD06");
    var proposal = bank.proposals(back).getFirst();
    assertThat(proposal.how()).isEqualTo(Proposal.How.RETURNED);
    assertThat(proposal.sure()).isFalse();
    assertThat(bank.confirm(back, proposal)).isInstanceOf(Settled.Done.class);
    assertThat(ahead(bank, ana)).isZero();
    assertThat(bank.balance(bank.inBooks("1100"))).isZero();
    assertThat(local.write(() -> settling.undo(paid))).isInstanceOf(Settled.Before.class);
    assertThat(local.read(() -> OpenBank.part(Balances.class).faults())).isEmpty();
  }

  @Test
  void takesDuesOfAClosedMonthToday(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana");
    bank.bring("2026-01-05,20.00,A,,x", "2026-01-06,30.00,B,,y");
    var settling = OpenBank.part(Settling.class);
    UUID first = bank.line("A").id();
    UUID second = bank.line("B").id();
    local.write(() -> settling.dues(first, ana));
    local.write(() -> OpenBank.part(ClosedMonths.class).close(YearMonth.of(2026, 1), ZoneOffset.UTC));
    assertThat(local.write(() -> settling.dues(second, ana))).isInstanceOf(Settled.Done.class);
    assertThat(ahead(bank, ana)).isEqualTo(5_000);
  }

  @Test
  void manyWhoConfirmDuesAtOnceTakeEachLineOnce(FoundedLocal local) throws Exception {
    var bank = OpenBank.of(local, "EUR");
    UUID ana = bank.member("Ana");
    UUID bo = bank.member("Bo");
    var rows = new ArrayList<String>();
    for (int at = 0; at < 20; at++) {
      rows.add("2026-01-05,10.00,P" + at + ",," + reference(bank, at % 2 == 0 ? ana : bo) + " " + at);
    }
    bank.bring(rows.toArray(String[]::new));
    var seen = new ArrayList<Settling.Seen>();
    bank.open().forEach(line -> seen.add(new Settling.Seen(line.id(), bank.proposals(line).getFirst().code())));
    var barrier = new CyclicBarrier(4);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var all = new ArrayList<Future<Long>>();
      for (int at = 0; at < 4; at++) {
        var mine = at % 2 == 0 ? seen.subList(0, 15) : seen.subList(5, 20).reversed();
        all.add(threads.submit((Callable<Long>) () -> {
          barrier.await();
          return local.write(() -> OpenBank.part(Settling.class).confirmAll(mine))
              .values()
              .stream()
              .filter(Settled.Done.class::isInstance)
              .count();
        }));
      }
      long done = 0;
      for (var each : all) {
        done += each.get();
      }
      assertThat(done).isEqualTo(20);
    }
    assertThat(ahead(bank, ana) + ahead(bank, bo)).isEqualTo(20_000);
    assertThat(bank.entries()).isEqualTo(20);
  }

  @Test
  void showsAMemberTheirReferenceAndATreasurerWhoseDuesALineIs(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", ANA);
    var member = local.person(org.groundwork.platform.access.Role.MEMBER).visitor();
    assertThat(member.get(local.path("bank/me")).body()).contains(ANA, "Get my reference");
    String page = member.follow(member.post(local.path("bank/me"))).body();
    assertThat(page).containsPattern("RF\\d\\d \\d{4} \\d{4} \\d\\d").doesNotContain("Get my reference");
    assertThat(member.follow(member.post(local.path("bank/me"))).bodyWithoutTokens())
        .isEqualTo(member.get(local.path("bank/me")).bodyWithoutTokens());

    UUID ana = bank.member("<script>Zoraida</script>");
    bank.bring("2026-01-05,20.00,Zoraida,,x");
    var treasurer = bank.treasurer().visitor();
    String line = local.path("bank/lines/" + bank.open().getFirst().id());
    assertThat(treasurer.get(line + "/dues?name=Zo").body()).contains("at least three letters");
    assertThat(treasurer.get(line + "/dues").body()).contains("Zoraida", ana.toString())
        .doesNotContain("<script>Zoraida");
    assertThat(treasurer.post(line + "/dues", "person", UUID.randomUUID().toString()).status()).isEqualTo(404);
    var done = treasurer.post(line + "/dues", "person", ana.toString());
    assertThat(treasurer.follow(done).body()).contains("Dues of &lt;script&gt;Zoraida")
        .doesNotContain("<script>Zoraida");
    assertThat(treasurer.post(line + "/dues", "person", ana.toString()).location())
        .hasValueSatisfying(at -> assertThat(at).endsWith("done=before"));
    assertThat(ahead(bank, ana)).isEqualTo(2_000);
  }
}
