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
 * @param chosen the site chosen in the form
 * @param unit the door or department as typed
 */
public record PlacePage(Person person, Person.Held place, List<Site> sites, String chosen, String unit,
    FormErrors errors) implements View {}
