// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * Asks for the floors and doors of a site, or its departments and shifts.
 *
 * @param site as it is now; what is typed lays out this version of it
 */
public record SiteUnitsPage(Site site, UnitsForm form, FormErrors errors) implements View {}
