// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.View;
import org.groundwork.target.LinkView;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;

/**
 * The rows behind a number of a network, page by page: its sites, those of one party, or its links.
 *
 * @param party whose sites these are, if it is about one
 * @param next address of the next page within the local
 */
public record NetworkListPage(Networks.Face face, Optional<NetworkView.Behind> party, List<NetworkView.Member> members,
    List<LinkView.Evidence> links, boolean first, Optional<String> next, boolean decides) implements View {}
