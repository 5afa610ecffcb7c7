// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.Arrays;

/**
 * Tells addresses and companies of those who work for others: most of the sites that name them have one agent who owns
 * none of them.
 */
final class AgentSites {
  private final Corpus corpus;
  private final Lists sites;
  private final IntList agents = new IntList(16);

  AgentSites(Corpus corpus, Lists sites) {
    this.corpus = corpus;
    this.sites = sites;
  }

  /** Whether one agent acts for most of the sites of an address or company. */
  boolean isAgents(int value) {
    agents.clear();
    int n = 0;
    for (int i = sites.start(value); i < sites.end(value); i++) {
      int site = sites.values()[i];
      n++;
      for (int j = corpus.agents().start(site); j < corpus.agents().end(site); j++) {
        agents.add(corpus.agents().values()[j]);
      }
    }
    int[] all = agents.toArray();
    Arrays.sort(all);
    int run = 0;
    for (int i = 0; i < all.length; i++) {
      run = i > 0 && all[i] == all[i - 1] ? run + 1 : 1;
      if (run > 1 && run * 100L >= (long) n * Strength.AGENT_SHARE) {
        return true;
      }
    }
    return false;
  }
}
