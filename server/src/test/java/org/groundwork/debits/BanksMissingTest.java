// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mandates of accounts outside of the European Economic Area from before the bank was asked for. */
@ExtendWith(ProductExtension.class)
class BanksMissingTest {
  private static <T> T part(Class<T> type) { return DebitsLocal.part(type); }

  /** As it was given before. */
  private static UUID withoutBank(DebitsLocal debits, UUID person) {
    UUID mandate = debits.mandate(person, DebitsLocal.SWISS, DebitsLocal.today());
    forgetBank(debits, mandate);
    return mandate;
  }

  private static void forgetBank(DebitsLocal debits, UUID mandate) {
    debits.local.write(() -> part(JdbcClient.class)
        .sql("update debits.mandate set bic = null where local_id = ? and id = ?")
        .params(debits.local.id().value(), mandate)
        .update());
  }

  @Test
  void nothingIsCollectedUntilTheBankIsNamedAndNothingIsLost(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID swiss = debits.member("Zoé Exemple", "");
    UUID mandate = withoutBank(debits, swiss);
    UUID other = debits.owing(1).getFirst();
    var preview = local.read(() -> part(Candidates.class).preview(DebitsLocal.soon(), 9));
    assertThat(preview.items()).isEqualTo(1);
    assertThat(preview.left())
        .containsExactly(new Candidates.Left(swiss, Candidates.Why.NO_BANK, Optional.of(mandate)));
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(treasurer.get(local.path("dues/debits/collections/new")).body())
        .contains("Zoé Exemple", "does not name its bank (BIC)", local.path("dues/debits/mandates/" + mandate));
    UUID first = debits.made();
    assertThat(debits.items(swiss)).isEmpty();
    assertThat(debits.items(other)).hasSize(1);
    assertThat(debits.file(first)).isEqualTo(DebitCollections.Filed.DONE);

    assertThat(local.<Boolean>write(() -> part(DebitBanks.class).name(mandate, DebitsLocal.SWISS_BANK))).isTrue();
    assertThat(local.read(() -> part(Candidates.class).preview(DebitsLocal.soon(), 9)).left())
        .noneMatch(each -> each.why() == Candidates.Why.NO_BANK);
    UUID second = debits.made();
    assertThat(debits.item(swiss).amount()).isEqualTo(1_000);
    assertThat(debits.file(second)).isEqualTo(DebitCollections.Filed.DONE);
    assertThat(debits.xml(second)).contains("<BICFI>" + DebitsLocal.SWISS_BANK + "</BICFI>");
  }

  /** A collection that was begun before: the file leaves it out, says why, and the dues can be asked for again. */
  @Test
  void whatWasWrittenDownBeforeIsLeftOutOfTheFile(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID swiss = debits.member("Zoé Exemple", "");
    UUID mandate = debits.mandate(swiss, DebitsLocal.SWISS, DebitsLocal.today());
    debits.owing(1);
    UUID collection = debits.made();
    forgetBank(debits, mandate);
    assertThat(debits.file(collection)).isEqualTo(DebitCollections.Filed.DONE);
    assertThat(debits.item(swiss).state()).isEqualTo(DebitItem.State.LEFT_OUT);
    assertThat(debits.item(swiss).why()).hasValue(DebitItem.Why.NO_BANK);
    assertThat(debits.xml(collection)).contains("<NbOfTxs>1</NbOfTxs>").doesNotContain(DebitsLocal.SWISS);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(treasurer.get(local.path("dues/debits/collections/" + collection)).body())
        .contains("does not name the bank (BIC)", local.path("dues/debits/mandates/" + mandate));
    assertThat(debits.open(swiss)).hasSize(1);
    local.write(() -> part(DebitBanks.class).name(mandate, DebitsLocal.SWISS_BANK));
    assertThat(local.read(() -> part(Candidates.class).preview(DebitsLocal.soon(), 9)).items()).isEqualTo(1);
  }

  @Test
  void whoKeepsTheMoneyNamesIt(FoundedLocal local, FoundedLocal theirs) {
    var debits = DebitsLocal.of(local);
    UUID mandate = withoutBank(debits, debits.member("Zoé Exemple", ""));
    String at = local.path("dues/debits/mandates/" + mandate);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(treasurer.get(at).body()).contains("banks there ask for the BIC too", at + "/bank");
    assertThat(treasurer.post(at + "/bank", "bic", "").status()).isEqualTo(422);
    var wrong = treasurer.post(at + "/bank", "bic", "DEUTDEFF<b>");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("This BIC cannot be of that account", "DEUTDEFF&lt;b>").doesNotContain("FF<b>");
    assertThat(treasurer.post(at + "/bank", "bic", "DEUTDEFF").body()).contains("its country is that of the account");
    for (var each : java.util.List.of(local.person(Role.MEMBER, Role.STEWARD),
        local.person(Role.MEMBER, Role.AUDITOR))) {
      assertThat(each.visitor().post(at + "/bank", "bic", DebitsLocal.SWISS_BANK).status()).isEqualTo(403);
    }
    DebitsLocal.of(theirs);
    var outsider = theirs.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(outsider.post(at + "/bank", "bic", DebitsLocal.SWISS_BANK).status()).isEqualTo(404);
    assertThat(outsider.post(theirs.path("dues/debits/mandates/" + mandate + "/bank"), "bic", DebitsLocal.SWISS_BANK)
        .status()).isEqualTo(404);
    assertThat(debits.mandateOf(mandate).bic()).isEmpty();

    assertThat(treasurer.post(at + "/bank", "bic", "pofi ch be xxx").status()).isEqualTo(303);
    assertThat(debits.mandateOf(mandate).bic()).hasValue(DebitsLocal.SWISS_BANK);
    assertThat(treasurer.get(at).body()).contains(DebitsLocal.SWISS_BANK).doesNotContain(at + "/bank");
    assertThat(treasurer.post(at + "/bank", "bic", "UBSWCHZH80A").status()).isEqualTo(303);
    assertThat(debits.mandateOf(mandate).bic()).as("another bank is another mandate").hasValue(DebitsLocal.SWISS_BANK);
  }

  @Test
  void aMemberIsAskedForTheirOwnAndNamesIt(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    var zoe = local.person(Role.MEMBER);
    UUID mandate = withoutBank(debits, zoe.id());
    var mine = zoe.visitor();
    assertThat(mine.get(local.path("")).body()).contains("Name the bank of your account", local.path("dues/debit"));
    assertThat(mine.get(local.path("dues/debit")).body()).contains("nothing is collected from you");
    assertThat(mine.post(local.path("dues/debit/bank"), "bic", "nonsense!").body())
        .contains("This BIC cannot be of that account", "nonsense!");
    var other = local.person(Role.MEMBER).visitor();
    assertThat(other.post(local.path("dues/debit/bank"), "bic", DebitsLocal.SWISS_BANK).status()).isEqualTo(303);
    assertThat(debits.mandateOf(mandate).bic()).as("nobody names another's").isEmpty();
    mine.post(local.path("dues/debit/bank"), "bic", DebitsLocal.SWISS_BANK);
    assertThat(debits.mandateOf(mandate).bic()).hasValue(DebitsLocal.SWISS_BANK);
    assertThat(mine.get(local.path("dues/debit")).body()).doesNotContain("nothing is collected from you");
    assertThat(mine.get(local.path("")).body()).doesNotContain("Name the bank of your account");
  }

  @Test
  void itIsSealedAndFitsTheAccount(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID mandate = withoutBank(debits, debits.member("Zoé Exemple", ""));
    assertThatThrownBy(() -> local.write(() -> part(DebitBanks.class).name(mandate, "DEUTDEFF")))
        .isInstanceOf(IllegalArgumentException.class);
    local.write(() -> part(DebitBanks.class).name(mandate, DebitsLocal.SWISS_BANK));
    assertThat(local.<String>read(() -> part(JdbcClient.class)
        .sql("select encode(bic, 'escape') from debits.mandate where local_id = ? and id = ?")
        .params(local.id().value(), mandate)
        .query(String.class)
        .single())).doesNotContain("POFI");
    local.write(() -> part(DebitMandates.class).revoke(mandate));
    forgetBank(debits, mandate);
    assertThat(local.<Boolean>write(() -> part(DebitBanks.class).name(mandate, DebitsLocal.SWISS_BANK)))
        .as("it ended")
        .isFalse();
  }

  @Test
  void anAccountOfACountryThatJoinedLastNeedsItsBank(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    var mine = local.person(Role.MEMBER).visitor();
    String form = mine.get(local.path("dues/debit")).body();
    String once = form.replaceAll("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
    String[] without = fields(once, "RS35 2600 0560 1001 6113 79", "");
    assertThat(mine.post(local.path("dues/debit"), without).body()).contains("Banks in this country ask for the BIC");
    assertThat(mine.post(local.path("dues/debit"), fields(once, "RS35 2600 0560 1001 6113 79", "DEUTDEFF")).body())
        .contains("its country is that of the account");
    assertThat(mine.post(local.path("dues/debit"), fields(once, "RS35 2600 0560 1001 6113 79", "NBSRRSBG")).status())
        .isEqualTo(303);
    assertThat(debits.local.read(() -> part(DebitMandates.class).latest(true, Optional.empty(), 9)))
        .singleElement()
        .satisfies(each -> assertThat(each.bic()).hasValue("NBSRRSBG"));
  }

  private static String[] fields(String once, String iban, String bic) {
    return new String[]{"once", once, "holder", "Jovana", "iban", iban, "bic", bic, "street", "Ulica", "building", "1",
        "postcode", "11000", "town", "Beograd", "country", "RS"};
  }
}
