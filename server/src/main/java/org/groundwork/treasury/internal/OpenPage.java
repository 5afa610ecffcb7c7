// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** The form that opens the books. */
public record OpenPage(OpenForm form, List<String> currencies, FormErrors errors) implements View {
  public OpenPage { currencies = List.copyOf(currencies); }
}
