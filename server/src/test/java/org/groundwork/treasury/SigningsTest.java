// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Month;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonInUse;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.treasury.Signings.Signed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class SigningsTest {

  private static Signings signings() { return KeptBooks.part(Signings.class); }

  private static Span lastQuarter() { return Span.quarter(KeptBooks.now().minusMonths(3), Month.JANUARY); }

  @Test
  void aQuarterIsSignedWhenItsMonthsAreClosed(FoundedLocal local) throws NoSuchAlgorithmException {
    var books = KeptBooks.since(local, 6);
    Span quarter = lastQuarter();
    UUID entry = books.dues(quarter.first().atDay(5), 4_000);
    var auditor = local.person(Role.AUDITOR);
    assertThat(sign(local, auditor.id())).isEqualTo(new Signed.Open(quarter.first()));
    books.closeUntil(quarter.first().plusMonths(1));
    assertThat(sign(local, auditor.id())).isEqualTo(new Signed.Open(quarter.last()));
    books.closeUntil(quarter.last());
    assertThat(sign(local, auditor.id())).isEqualTo(new Signed.Yes());
    assertThat(sign(local, auditor.id())).isEqualTo(new Signed.Already());
    var signed = local.read(() -> signings().all()).getFirst();
    assertThat(signed.remark()).isEqualTo("All papers there");
    assertThat(signed.entries()).isEqualTo(1);
    var text = local.read(() -> {
      var written = new StringBuilder();
      KeptBooks.part(QuarterFile.class).write(quarter, written);
      return written.toString();
    });
    assertThat(text).isEqualTo("groundwork-quarter-1\tUSD\t" + quarter.first() + "\t" + quarter.last() + "\n"
        + quarter.first() + "-05\t1\t" + entry + "\t1000\tGeneral fund\t4000\tDues in cash\n"
        + quarter.first() + "-05\t1\t" + entry + "\t4000\tGeneral fund\t-4000\tDues in cash\n");
    assertThat(signed.digest()).isEqualTo(HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))));
  }

  /** Somebody with the database's own password changed what nothing here changes. */
  @Test
  void aQuarterThatIsNotWhatItWasWhenItWasClosedIsNotSigned(FoundedLocal local) throws SQLException {
    var books = KeptBooks.since(local, 6);
    Span quarter = lastQuarter();
    UUID entry = books.dues(quarter.first().atDay(5), 4_000);
    books.closeUntil(quarter.last());
    local.write(() -> {
      KeptBooks.part(QuarterPrints.class).keep(quarter);
      return true;
    });
    var kept = local.read(() -> KeptBooks.part(QuarterPrints.class).kept(quarter)).orElseThrow();
    assertThat(kept.entries()).isEqualTo(1);
    try (var owner = Product.shared().connection(org.groundwork.platform.database.DatabaseRole.OWNER);
        var statement = owner.createStatement()) {
      statement.executeUpdate("update ledger.entry set number = 2 where id = '" + entry + "'");
    }
    assertThat(sign(local, local.person(Role.AUDITOR).id())).isEqualTo(new Signed.Changed());
    assertThat(local.read(() -> signings().all())).isEmpty();
    assertThat(local.read(() -> KeptBooks.part(QuarterPrints.class).kept(quarter))).contains(kept);
  }

  @Test
  void whoeverKeptTheMoneyDoesNotCheckIt(FoundedLocal local) {
    var books = KeptBooks.since(local, 6);
    var both = local.person(Role.TREASURER, Role.AUDITOR);
    var fresh = Span.quarter(KeptBooks.now(), Month.JANUARY);
    Product.shared().clock().advance(Duration.ofDays(100));
    books.closeUntil(fresh.last());
    assertThat(local.write(() -> signings().sign(fresh, both.id(), ""))).isEqualTo(new Signed.KeptTheMoney());
    var other = local.person(Role.AUDITOR);
    assertThat(local.write(() -> signings().sign(fresh, other.id(), ""))).isEqualTo(new Signed.Yes());
  }

  @Test
  void booksThatBeginWithinAQuarterAreSignedFromThereOn(FoundedLocal local) {
    var books = KeptBooks.since(local, 6);
    Span quarter = Span.quarter(books.since(), Month.JANUARY);
    books.moves(books.since().atDay(1), "A gift", "4100", "1100", FundKind.STRIKE, 700);
    books.closeUntil(quarter.last());
    var auditor = local.person(Role.AUDITOR);
    assertThat(local.write(() -> signings().sign(quarter, auditor.id(), ""))).isEqualTo(new Signed.Yes());
  }

  private static Signed sign(FoundedLocal local, UUID auditor) {
    return local.write(() -> signings().sign(lastQuarter(), auditor, "All papers there"));
  }

  @Test
  void whoeverSignedReadsItAmongTheirOwnData(FoundedLocal local) {
    var books = KeptBooks.since(local, 6);
    books.closeUntil(lastQuarter().last());
    var auditor = local.person(Role.AUDITOR);
    sign(local, auditor.id());
    local.write(() -> KeptBooks.part(Handovers.class).begin(auditor.id(), Handover.Side.TAKER));
    var sections = local.read(() -> Product.shared()
        .beans(OwnData.class)
        .values()
        .stream()
        .flatMap(source -> source.about(auditor.id()).stream())
        .filter(section -> List.of("signed-quarters", "handovers").contains(section.name()))
        .toList());
    assertThat(sections).hasSize(2);
    assertThat(sections.toString()).contains("All papers there", "taker");
    assertThat(local.read(() -> Product.shared()
        .beans(PersonInUse.class)
        .values()
        .stream()
        .anyMatch(each -> each instanceof InUse && each.inUse(List.of(auditor.id()))))).isTrue();
  }
}
