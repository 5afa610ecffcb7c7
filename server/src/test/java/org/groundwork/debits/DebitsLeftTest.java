// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.groundwork.roll.Departure;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mandate ends with the membership. */
@ExtendWith(ProductExtension.class)
class DebitsLeftTest {

  @Test
  void aMandateEndsWithTheMembership(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID goes = debits.member("Ana", "");
    UUID stays = debits.member("Bo", "");
    UUID theirs = debits.mandate(goes);
    UUID other = debits.mandate(stays);
    local.as(local.founder(), () -> local.write(() -> DebitsLocal.part(Departure.class).leave(goes)));
    assertThat(debits.mandateOf(theirs).state()).isEqualTo(DebitMandate.State.REVOKED);
    assertThat(debits.mandateOf(other).inForce()).isTrue();
  }
}
