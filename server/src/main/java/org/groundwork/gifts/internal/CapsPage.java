// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** The members' rule on how much one may give. */
public record CapsPage(List<Row> rows, String currency, FormErrors errors) implements View {

  /** A cap as typed. */
  public record Row(String months, String amount, String times) {}

  public CapsPage { rows = List.copyOf(rows); }
}
