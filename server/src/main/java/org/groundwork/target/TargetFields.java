// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a target, to be kept.
 *
 * @param person absent while nobody knows who can say yes
 * @param firm the firm or body behind
 * @param network the network of sites that belongs to the target
 * @param domains the firm's mail domains in their one spelling
 * @param refuse whether the form to join refuses addresses under them
 */
public record TargetFields(TargetKind kind, Optional<String> person, Optional<String> firm, Optional<String> network,
    List<String> domains, boolean refuse) {
  public TargetFields { domains = List.copyOf(domains); }

  /** Whether the mail domains, and whether the form to join refuses them, stay as they were. */
  public boolean keeps(List<MailDomains.MailDomain> before) {
    return Set.copyOf(before)
        .equals(domains.stream().map(domain -> new MailDomains.MailDomain(domain, refuse)).collect(Collectors.toSet()));
  }
}
