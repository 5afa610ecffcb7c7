// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.UUID;

/**
 * Whether somebody at a fight's place is hit back at and nobody has said what for. A fight is not ended before somebody said
 * whether it is for this one. Contributed as a bean, asked inside the transaction that ends the campaign.
 */
public interface UnsaidCases {
  /** How many open cases at a site belong to no fight, of which nobody said that they are not about this one. */
  int of(UUID campaign, UUID site);

  /** Where it is said, below the local's address, without a leading slash. */
  String path(UUID campaign);
}
