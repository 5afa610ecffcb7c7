// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench.linkage;

import java.util.List;
import java.util.Optional;

/**
 * Who truly owns: a landlord with some buildings, or the members of one co-operative house.
 *
 * @param people first and last name of those who sign, the head first
 * @param offices business addresses; none if only others' addresses are given
 * @param brand a word in the names of its companies
 * @param agent the managing agent, if any
 * @param proxy a lawyer or registration service whose address is given too, if any
 */
record Owner(List<String[]> people, List<Office> offices, String brand, Optional<Agent> agent, Optional<Agent> proxy) {
  /** One who works for many owners: a managing agent, a lawyer or a registration service. */
  record Agent(String company, Office office, List<String[]> people) {}
}
