// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.Arrays;

/** Tells offices of those who work for others: most of the sites there have one agent who owns none of them. */
final class AgentOffices {
  private final Corpus corpus;
  private final Lists atOffice;
  private final IntList agents = new IntList(16);

  AgentOffices(Corpus corpus, Lists atOffice) {
    this.corpus = corpus;
    this.atOffice = atOffice;
  }

  /** Whether one agent acts for most of an office's sites. */
  boolean isAgents(int office) {
    agents.clear();
    int sites = 0;
    for (int i = atOffice.start(office); i < atOffice.end(office); i++) {
      int site = atOffice.values()[i];
      sites++;
      for (int j = corpus.agents().start(site); j < corpus.agents().end(site); j++) {
        agents.add(corpus.agents().values()[j]);
      }
    }
    int[] all = agents.toArray();
    Arrays.sort(all);
    int run = 0;
    for (int i = 0; i < all.length; i++) {
      run = i > 0 && all[i] == all[i - 1] ? run + 1 : 1;
      if (run > 1 && run * 100L >= (long) sites * Strength.AGENT_SHARE) {
        return true;
      }
    }
    return false;
  }
}
