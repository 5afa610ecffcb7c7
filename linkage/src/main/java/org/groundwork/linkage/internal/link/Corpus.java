// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.List;

/**
 * All sites and what they name, by numbers.
 *
 * @param ids identifiers in order, without repetitions; a site's number is its place here
 * @param owners persons who own or sign, for each site
 * @param ownerRoles the role of each of those, in step with the values of {@code owners}
 */
public record Corpus(List<String> ids, Lists owners, IntList ownerRoles, Lists agents, Lists companies, Lists places,
    Texts personTexts, Texts companyTexts, Texts placeTexts, Texts roleTexts) {
  int size() { return ids.size(); }
}
