// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.groundwork.platform.web.View;
import org.groundwork.target.ConfirmedNetwork;
import org.groundwork.target.Networks;

/** Who is behind it, to print and hand on: only what people of the local confirmed. */
public record DossierPage(Networks.Face face, Optional<ConfirmedNetwork> confirmed, LocalDate today)
    implements
      View {}
