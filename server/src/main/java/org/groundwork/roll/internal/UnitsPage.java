// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.platform.web.Walk;
import org.groundwork.roll.WallChart;

/** Asks how many floors and doors, or departments and shifts; shows the squares once they are there. */
public record UnitsPage(UnitsForm form, FormErrors errors, WallChart chart, Walk.Place place, Optional<String> before,
    Optional<String> after) implements View {}
