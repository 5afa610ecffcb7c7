// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.target.Research;
import org.groundwork.target.ResearchSection;
import org.groundwork.target.Target;

/**
 * Writes a question or a finding on a target's research sheet, or changes one.
 *
 * @param item absent for a new one
 * @param theirs what somebody else saved meanwhile
 */
public record FindingPage(Target target, Optional<UUID> item, FindingForm form, FormErrors errors,
    Optional<Research.Item> theirs) implements View {

  public List<ResearchSection> sections() { return List.of(ResearchSection.values()); }

  /** Where the form is sent, within the local. */
  public String action() {
    return "targets/" + target.id() + "/research/" + item.map(UUID::toString).orElse("new");
  }
}
