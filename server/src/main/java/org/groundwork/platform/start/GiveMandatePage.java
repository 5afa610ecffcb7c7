// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Giving a mandate.
 *
 * @param people whom it can be given to
 * @param roles keys of the roles there are
 * @param latest the last day a mandate can end on, as a date field wants it
 */
public record GiveMandatePage(MandateForm form, List<PeopleDirectory.Entry> people, List<String> roles,
    Map<UUID, String> sites, String latest, FormErrors errors) implements View {
  public GiveMandatePage {
    people = List.copyOf(people);
    roles = List.copyOf(roles);
  }
}
