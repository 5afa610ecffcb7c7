// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Brought;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * What one member owed or had paid ahead when the books began.
 *
 * @param stands what is written down
 * @param scale whether there is a scale of dues, without which nothing can be
 * @param member whether they are a member now
 */
public record BroughtMemberPage(UUID person, String name, Optional<Brought.Stands> stands, boolean scale,
    boolean member, Form form, Currency currency, FormErrors errors, String done) implements View {

  /** As typed. */
  public record Form(String once, String what, String amount, String due) {}

  /** A sum in the books' money. */
  public Money money(long minor) { return new Money(minor, currency); }
}
