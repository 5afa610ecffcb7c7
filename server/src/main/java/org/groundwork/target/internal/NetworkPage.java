// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;

/** A network: its sites, who owns and signs, which address joins them, and why they are held to belong together. */
public record NetworkPage(Networks.Face face, List<NetworkView.Member> members, List<NetworkView.Behind> behind,
    List<NetworkView.Evidence> evidence, NetworkDrawing drawing) implements View {

  /** What a site is called in the tables. */
  public String addressOf(String site) {
    return members.stream()
        .filter(member -> member.site().equals(site))
        .map(NetworkView.Member::address)
        .findFirst()
        .orElse(site);
  }
}
