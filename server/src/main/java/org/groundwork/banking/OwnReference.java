// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.List;
import java.util.UUID;
import org.groundwork.roll.OwnData;

/** Somebody's reference for transfers, for their own eyes; and that what banks say of them stays with the books. */
record OwnReference(PaymentReferences references) implements OwnData {

  @Override
  public int order() { return 62; }

  @Override
  public List<Section> about(UUID person) {
    return references.find(person)
        .map(reference -> List.of(new Section("transfers", "bank.me.title", List.of(new Entry(
            List.of(new Fact("reference", "bank.me.reference", new Text(reference))))))))
        .orElseGet(List::of);
  }

  @Override
  public List<String> stays() { return List.of("bank.own.stays"); }
}
