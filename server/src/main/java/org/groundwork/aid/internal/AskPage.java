// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.aid.AidRules;
import org.groundwork.aid.May;
import org.groundwork.platform.web.FormErrors;

/**
 * The form by which somebody asks.
 *
 * @param whose the name of somebody else for whom it is asked, because they are hit back at; empty for oneself
 * @param committee who decides, and can be kept from seeing it
 */
public record AskPage(Currency currency, AskForm form, Optional<AidRules> rules, May may, String whose,
    List<Member> committee, FormErrors errors) implements InMoney {
  public AskPage { committee = List.copyOf(committee); }

  /** Somebody of the committee. */
  public record Member(UUID id, String name) {}

  /** Why they may not ask; empty if they may. */
  public Optional<May.No> no() {
    return may instanceof May.No no ? Optional.of(no) : Optional.empty();
  }

  /** Whether the form stands there: not for who may not ask and typed nothing. */
  public boolean shown() {
    return no().isEmpty() || !String.valueOf(form.amount()).isEmpty();
  }

  /** What the caps leave of the half year. */
  public long left() {
    return may instanceof May.Yes(long left) ? left : 0;
  }
}
