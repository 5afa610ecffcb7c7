// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import org.groundwork.campaign.Deliveries;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** Whether to hand it over now, with these names. */
public record DeliverPage(String path, String what, boolean homes, Deliveries.Ready ready, DeliverForm form,
    FormErrors errors) implements View {
  private static final int SHOWN = 400;

  /** The names that will stand on it; of a long list the first. */
  public List<Deliveries.Signer> shown() {
    return ready.named().stream().limit(SHOWN).toList();
  }

  public int more() { return ready.named().size() - shown().size(); }
}
