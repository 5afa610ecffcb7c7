// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.CsvMappings;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * A file of a bank is sent.
 *
 * @param reading what was chosen
 */
public record BringPage(BankAccount account, UUID once, String reading, List<CsvMappings.Kept> mappings,
    FormErrors errors) implements View {
  /** Services for whose tables there is a way of reading, with what people call them. */
  public static final List<Preset> PRESETS = List.of(new Preset("paypal", "PayPal"), new Preset("venmo", "Venmo"),
      new Preset("cashapp", "Cash App"), new Preset("wise", "Wise"), new Preset("opencollective", "Open Collective"));

  public BringPage { mappings = List.copyOf(mappings); }

  /** A service. */
  public record Preset(String key, String name) {}
}
