// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.View;
import org.groundwork.target.MailDomains;
import org.groundwork.target.Networks;
import org.groundwork.target.Research;
import org.groundwork.target.ResearchSection;
import org.groundwork.target.Target;

/**
 * A target with its research sheet.
 *
 * @param names of those who wrote on the sheet
 * @param done message key of what was just done
 */
public record TargetPage(Target target, Optional<Networks.Face> network, List<MailDomains.MailDomain> domains,
    List<Research.Item> sheet, Map<UUID, String> names, ZoneId zone, Optional<String> done) implements View {

  /** What was found in a section. */
  public List<Research.Item> found(ResearchSection section) {
    return sheet.stream()
        .filter(item -> item.entry().section() == section && item.entry().finding().isPresent())
        .toList();
  }

  /** What is still to be found out. */
  public List<Research.Item> questions() {
    return sheet.stream().filter(Research.Item::open).toList();
  }

  public Optional<String> by(Research.Item item) { return item.by().map(names::get); }

  public LocalDate on(Research.Item item) { return item.at().atZone(zone).toLocalDate(); }

  public boolean refused() { return domains.stream().anyMatch(MailDomains.MailDomain::refused); }
}
