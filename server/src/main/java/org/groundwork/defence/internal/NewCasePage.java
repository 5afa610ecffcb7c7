// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Writing down that somebody is hit back at.
 *
 * @param people whom it can be about beside whoever writes; empty for a member, who writes about themself
 * @param more whether there are more people than are shown
 * @param fights what it can answer
 */
public record NewCasePage(CaseForm form, List<Who> people, boolean more, List<FightChoices> fights,
    FormErrors errors) implements View {
  public NewCasePage {
    people = List.copyOf(people);
    fights = List.copyOf(fights);
  }

  /** Somebody it can be about. */
  public record Who(UUID id, String name) {}
}
