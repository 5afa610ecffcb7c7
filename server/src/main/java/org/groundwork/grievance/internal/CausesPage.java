// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.grievance.CommonCauses;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;
import org.groundwork.target.Networks;

/** Which grievances people share against the same network, whatever company signs the letters. */
public record CausesPage(List<Row> causes, String handle) implements View {

  /** Where the public form is. */
  public String formPath() { return "/r/" + handle + "/report"; }

  /** One common cause with what to call the network. */
  public record Row(CommonCauses.Cause cause, Optional<Networks.Face> network, Money atStake) {}
}
