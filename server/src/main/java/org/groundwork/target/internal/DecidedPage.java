// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.View;
import org.groundwork.target.LinkView;

/** What the local decided about links, with a way to take each back. */
public record DecidedPage(List<LinkView.Decision> decisions, Map<UUID, String> names, ZoneId zone,
    Optional<String> next) implements View {

  public Optional<String> by(LinkView.Decision decision) { return decision.by().map(names::get); }

  public LocalDate on(LinkView.Decision decision) { return decision.at().atZone(zone).toLocalDate(); }
}
