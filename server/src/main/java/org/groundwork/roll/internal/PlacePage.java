// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Person;
import org.groundwork.roll.Site;

/**
 * Moves somebody to another place, marks them as on the boss's side there, or ends the place.
 *
 * @param sites where the reader may put people
 * @param meanwhile whether somebody else changed the place while this reader typed; then the page shows it as it is now
 */
public record PlacePage(Person person, Person.Held place, List<Site> sites, PlaceForm form, FormErrors errors,
    boolean meanwhile) implements View {}
