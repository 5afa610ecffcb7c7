// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.time.LocalDate;
import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.target.ConfirmedNetwork;
import org.groundwork.target.Networks;

/**
 * Who is behind it, to print and hand on: only what people of the local confirmed.
 *
 * @param confirmed groups of places that nobody confirmed to belong together
 * @param changed how many confirmed links stay in because their evidence has changed since
 */
public record DossierPage(Networks.Face face, List<ConfirmedNetwork> confirmed, int changed, LocalDate today)
    implements
      View {}
