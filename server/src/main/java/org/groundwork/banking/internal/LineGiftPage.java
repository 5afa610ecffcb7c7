// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankLine;
import org.groundwork.gifts.GiftClass;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * A line that was given: by whom, and for what.
 *
 * @param like the name of the other side that the payer's is like; empty if none
 * @param member who gives, if it is a member
 * @param found members whose name was looked for; absent if none was
 */
public record LineGiftPage(BankLine line, Optional<String> like, String member, List<Fund> funds, LineGiftForm form,
    FormErrors errors, Optional<List<Found>> found) implements View {
  /** What it can be where no member gives; goods do not come by a bank. */
  static final List<GiftClass> OUTSIDE = Arrays.stream(GiftClass.values())
      .filter(each -> each != GiftClass.MEMBERS_GIFTS && each != GiftClass.GIFTS_IN_KIND)
      .toList();

  /** A member who was found. */
  public record Found(UUID person, String name) {}

  public LineGiftPage {
    funds = List.copyOf(funds);
    found = found.map(List::copyOf);
  }

  /** What it can be. */
  public List<GiftClass> classes() { return OUTSIDE; }
}
