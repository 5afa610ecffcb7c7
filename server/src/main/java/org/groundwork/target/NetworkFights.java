// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Collection;
import java.util.List;

/**
 * Port: the module that keeps campaigns says which of them a change of networks touches. Called inside the caller's
 * transaction, for somebody who works for the whole local.
 */
public interface NetworkFights {

  /**
   * A campaign.
   *
   * @param title what it is called
   * @param path of its page within the local, without a leading slash
   */
  record Fight(String title, String path) {}

  /** Campaigns that have not ended and are about one of these networks, newest first, at most {@code most}. */
  List<Fight> about(Collection<String> networks, int most);
}
