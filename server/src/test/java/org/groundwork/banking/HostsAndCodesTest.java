// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a fiscal host should have kept, and the picture by which a member pays. */
@ExtendWith(ProductExtension.class)
class HostsAndCodesTest {
  @Test
  void saysWhatAHostShouldHaveKept(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID host = ((BankAccounts.Saved.Done) local.write(() -> OpenBank.part(BankAccounts.class)
        .add(new BankAccounts.Told("Host", BankAccount.Kind.HOST, "", Optional.empty(),
            java.util.OptionalInt.of(750)))))
        .account();
    int year = LocalDate.now(org.groundwork.support.Product.shared().clock().withZone(ZoneOffset.UTC)).getYear();
    bank.bring(host, year + "-01-01,100.03,A gift,,x", year + "-01-01,-7.00,Host,,its part",
        (year - 1) + "-12-31,50.00,Before,,y");
    String page = local.path("bank/accounts/" + host);
    var treasurer = bank.treasurer().visitor();
    assertThat(treasurer.get(page).body()).contains("Of €100.03", "kept €7.50", "it kept €0");
    BankLine part = bank.open(host).stream().filter(each -> !each.incoming()).findFirst().orElseThrow();
    BankLine gift = bank.open(host).stream().filter(each -> each.amount().minor() == 10_003).findFirst().orElseThrow();
    assertThat(bank.byHand(gift, bank.inBooks("4500"))).isInstanceOf(Settled.Done.class);
    assertThat(bank.byHand(part, bank.inBooks("5700"))).isInstanceOf(Settled.Done.class);
    assertThat(treasurer.get(page).body()).contains("it kept €7");
  }

  @Test
  void drawsACodeForTheAppOfABank(FoundedLocal local) {
    OpenBank.of(local, "EUR", "DE02120300000000202051");
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(local.path("bank/me")).body()).doesNotContain("<svg width=\"240\"");
    assertThat(member.follow(member.post(local.path("bank/me"))).body()).contains("<svg width=\"240\"",
        "A code for your bank’s app");
  }

  @Test
  void drawsNoCodeForOtherMoney(FoundedLocal local) {
    OpenBank.of(local, "USD", "DE02120300000000202051");
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.follow(member.post(local.path("bank/me"))).body()).doesNotContain("<svg width=\"240\"");
  }
}
