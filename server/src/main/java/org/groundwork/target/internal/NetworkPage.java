// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.target.LinkView;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.groundwork.target.PastView;

/**
 * A network: its sites, who owns and signs, which address joins them, why they are held to belong together, and what it
 * held before.
 *
 * @param members the first sites
 * @param links the surest links
 * @param allLinks how many there are
 * @param decides whether the reader may say which links are right
 */
public record NetworkPage(Networks.Face face, List<NetworkView.Member> members, List<NetworkView.Behind> behind,
    List<LinkView.Evidence> links, int allLinks, List<PastView.Held> held, NetworkDrawing drawing,
    boolean decides) implements View {

  public boolean moreLinks() { return allLinks > links.size(); }

  public boolean moreMembers() { return face.sites() > members.size(); }

  /** Where the drawing shows less than there is. */
  public boolean drawnInPart() {
    return drawing.sites().size() < face.sites();
  }
}
