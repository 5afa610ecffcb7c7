// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.linkage.internal.link.Corpus;
import org.groundwork.linkage.internal.link.Engine;
import org.groundwork.linkage.internal.link.Facts;
import org.groundwork.linkage.internal.link.Found;
import org.groundwork.linkage.internal.link.Intake;
import org.groundwork.linkage.internal.read.Reading;

/**
 * Finds which sites belong together. Takes sites in any order, then links once. Not for several threads at once.
 *
 * <p>
 * Keeps numbers and each different text once: about 0.7 kB a site.
 */
public final class Linker {
  private final Intake intake = new Intake();
  private final Facts.Maker facts = new Facts.Maker();

  /** A linker without sites. */
  public Linker() {}

  /** Adds a site, or another row of one; see {@link Site#merge}. */
  public void add(Site site) {
    intake.add(facts.of(site));
  }

  /**
   * Reads a register and adds its sites; faster than {@link Register#read} into {@link #add}, because the work on a row
   * is done on several threads.
   *
   * @param watcher takes refused rows and progress; its {@code site} is not called
   */
  public void addAll(Mapping mapping, List<Source> sources, Register.Sink watcher) {
    new Reading<>(mapping.layout(), facts::of, new Reading.Out<Facts>() {
      @Override
      public void site(Facts site) { intake.add(site); }

      @Override
      public void refused(RefusedRow row) { watcher.refused(row); }

      @Override
      public void progress(long rows) { watcher.progress(rows); }
    }).read(sources);
  }

  /** Links all sites added so far. Verdicts on sites that are not there have no effect. */
  public Linkage link(Verdicts verdicts) {
    Corpus corpus = intake.corpus();
    Found found = Engine.of(corpus).run(verdicts);
    return new Linkage(networks(corpus, found), found.links());
  }

  private static List<Network> networks(Corpus corpus, Found found) {
    int[] size = new int[found.size()];
    for (int site = 0; site < found.size(); site++) {
      size[found.network(site)]++;
    }
    var members = new ArrayList<List<String>>(found.size());
    var networks = new ArrayList<Network>();
    for (int site = 0; site < found.size(); site++) {
      members.add(size[site] == 0 ? List.of() : new ArrayList<>(size[site]));
      members.get(found.network(site)).add(corpus.ids().get(site));
    }
    for (List<String> sites : members) {
      if (!sites.isEmpty()) {
        networks.add(new Network(sites.getFirst(), sites));
      }
    }
    return networks;
  }
}
