// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed of a payment, as it is written down. */
final class PayoutFields {
  private static final String TABLE = "payout";
  private static final String PAYEE = "payee";

  private PayoutFields() {}

  static Map<String, @Nullable Object> of(Seals seals, UUID id, NewPayout asked) {
    var fields = new HashMap<String, @Nullable Object>();
    fields.put("local", Scope.local());
    fields.put("id", id);
    fields.put("amount", asked.amount());
    fields.put("fund", asked.fund());
    fields.put("account", asked.account());
    fields.put("payeeId", asked.payee() instanceof Payee.Member(UUID person) ? person : null);
    fields.put(PAYEE, asked.payee() instanceof Payee.Named(String name) ? seals.seal(TABLE, PAYEE, id, name) : null);
    fields.put("payeeIndex", asked.payee() instanceof Payee.Named(String name) ? seals.payee(name) : null);
    fields.put("what", seals.seal(TABLE, "what", id, asked.what()));
    fields.put("way", asked.way().key());
    fields.put("wayTo", seals.sealIfAny(TABLE, "way_to", id, asked.wayTo()));
    fields.put("noReceipt", seals.sealIfAny(TABLE, "no_receipt", id, asked.noReceipt()));
    fields.put("due", asked.due().map(Date::valueOf).orElse(null));
    fields.put("confidential", asked.confidential());
    return fields;
  }

}
