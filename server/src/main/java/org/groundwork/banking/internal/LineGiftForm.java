// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.LineGift;
import org.groundwork.gifts.GiftClass;
import org.groundwork.gifts.NewGift;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** What somebody says of a line that was given, as typed. */
public record LineGiftForm(@Nullable String person, @Nullable String kind, @Nullable String giver,
    @Nullable String origin, @Nullable String fund, @Nullable String note, @Nullable String ask) {

  /** Reads it, or says what is wrong with it. */
  Optional<LineGift> read(FormErrors errors, Optional<UUID> giving, List<Fund> funds) {
    Optional<GiftClass> of = giving.isPresent()
        ? Optional.of(GiftClass.MEMBERS_GIFTS)
        : GiftClass.known(kind == null ? "" : kind).filter(LineGiftPage.OUTSIDE::contains);
    if (of.isEmpty()) {
      errors.refuse("kind", "gifts.choose");
    }
    String from = giving.isPresent() ? "" : errors.optional("giver", giver, NewGift.LONGEST_NAME);
    if (giving.isEmpty() && from.isEmpty() && of.filter(GiftClass::named).isPresent()) {
      errors.refuse("giver", "gifts.giver.needed");
    }
    String behind = of.filter(GiftClass.GRANTS::equals).isPresent()
        ? errors.required("origin", origin, NewGift.LONGEST_NAME)
        : "";
    Optional<UUID> into = BankDesk.id(fund).filter(id -> funds.stream().anyMatch(each -> each.id().equals(id)));
    if (into.isEmpty()) {
      errors.refuse("fund", "bank.fund.choose");
    }
    boolean look = "on".equals(ask);
    String said = look
        ? errors.required("note", note, NewGift.LONGEST_NOTE)
        : errors.optional("note", note, NewGift.LONGEST_NOTE);
    return errors.any()
        ? Optional.empty()
        : Optional.of(new LineGift(of.orElseThrow(), giving, from, behind, into.orElseThrow(), said, look));
  }
}
