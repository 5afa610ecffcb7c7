// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.UUID;

/**
 * Whether somebody who acted is still being hit back at. A campaign is not closed over such a person's head. Contributed
 * as a bean, asked inside the transaction that closes the campaign.
 */
@FunctionalInterface
public interface OpenCases {
  /** How many cases of a campaign are open. */
  int of(UUID campaign);

  /** Where they are listed, below the local's address, without a leading slash; empty for nowhere. */
  default String path(UUID campaign) {
    return "";
  }
}
