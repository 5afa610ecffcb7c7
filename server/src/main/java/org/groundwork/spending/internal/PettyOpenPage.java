// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** The treasurer hands a float to somebody with an office. */
public record PettyOpenPage(PettyForm form, List<Holder> holders, List<Fund> funds, Money most, FormErrors errors)
    implements
      View {
  public PettyOpenPage {
    holders = List.copyOf(holders);
    funds = List.copyOf(funds);
  }

  /** Somebody with an office. */
  public record Holder(UUID id, String name) {}
}
