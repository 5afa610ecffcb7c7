// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groundwork.platform.web.View;
import org.groundwork.target.NetworkFights;
import org.groundwork.target.NetworkMoves;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.groundwork.target.Target;

/**
 * What a decision about two places changed: which places went from which network to which, and whom of ours it touches.
 *
 * @param verdict what holds about the two now; empty after a decision was taken back
 * @param went between which networks places went
 * @param moved the places, page by page
 * @param networks those networks that still have a place, and those of the two
 * @param targets people who can say yes that belong to one of them now
 * @param fights campaigns about one of them
 * @param next address of the next page within the local
 */
public record MovedPage(NetworkView.Member one, NetworkView.Member other, Optional<String> verdict,
    List<NetworkMoves.Went> went, List<NetworkMoves.Moved> moved, Map<String, Networks.Face> networks,
    List<Target> targets, List<NetworkFights.Fight> fights, Optional<String> next) implements View {

  public Optional<Networks.Face> network(String id) { return Optional.ofNullable(networks.get(id)); }
}
