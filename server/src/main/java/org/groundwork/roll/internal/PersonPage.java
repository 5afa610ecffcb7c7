// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonPanel;
import org.groundwork.roll.SafeContact;

/**
 * One person.
 *
 * @param places those within the reader's reach
 * @param knownBy what the person who knows this contact is called, if that is somebody else
 * @param merged names of records that were merged into this one
 * @param done message key of what was just done, empty for nothing
 */
public record PersonPage(Person person, List<Person.Held> places, SafeContact.Rules rules, Optional<String> knownBy,
    List<Merged> merged, List<PersonPanel.Panel> panels, boolean mayEdit, String done) implements View {

  /** A record that was merged into this one, and the change-set that did it. */
  public record Merged(java.util.UUID changeSet, String name) {}
}
