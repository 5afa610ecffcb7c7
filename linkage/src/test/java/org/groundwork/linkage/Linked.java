// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What came of reading and linking texts, for tests. */
record Linked(Linkage linkage, List<RefusedRow> refused) {
  static final String HEADER = "bbl,corpnames,businessaddrs,owners\n";

  /** Links rows of {@code bbl,corpnames,businessaddrs,owners}. */
  static Linked ofBuildings(String... rows) {
    return of("hpd-buildings", HEADER + String.join("\n", rows) + "\n");
  }

  static Linked of(String mapping, String... files) { return of(mapping(mapping), sources(files), Verdicts.NONE); }

  static Linked of(Mapping mapping, List<Source> sources, Verdicts verdicts) {
    var linker = new Linker();
    var refused = new ArrayList<RefusedRow>();
    linker.addAll(mapping, sources, sink(new ArrayList<>(), refused));
    return new Linked(linker.link(verdicts), refused);
  }

  static Register.Sink sink(Collection<Site> sites, Collection<RefusedRow> refused) {
    return new Register.Sink() {
      @Override
      public void site(Site site) { sites.add(site); }

      @Override
      public void refused(RefusedRow row) { refused.add(row); }
    };
  }

  static Mapping mapping(String name) {
    try {
      return Mapping.of(name);
    } catch (BadMapping e) {
      throw new AssertionError(e);
    }
  }

  static List<Source> sources(String... files) {
    var sources = new ArrayList<Source>();
    for (String text : files) {
      sources.add(source("file" + (sources.size() + 1), text.getBytes(StandardCharsets.UTF_8)));
    }
    return sources;
  }

  static Source source(String name, byte[] bytes) { return new Source(name, () -> new ByteArrayInputStream(bytes)); }

  /** Networks of more than one site, each as its sites with spaces between. */
  List<String> networks() {
    return linkage.networks().stream().filter(n -> n.sites().size() > 1).map(n -> String.join(" ", n.sites())).toList();
  }

  /** Each link as its two sites and its kind. */
  List<String> links() {
    return linkage.links().stream().map(l -> l.siteA() + " " + l.siteB() + " " + l.kind().word()).toList();
  }

  List<String> explanations() { return linkage.links().stream().map(l -> l.explanation().english()).toList(); }

  List<String> refusals() {
    return refused.stream()
        .map(r -> r.file() + ":" + r.line() + ":" + r.column() + ": " + r.reason().english())
        .toList();
  }

  /** For each site the smallest that the links connect it with. */
  Map<String, String> components() {
    var parent = new HashMap<String, String>();
    for (Link link : linkage.links()) {
      String a = root(parent, link.siteA());
      String b = root(parent, link.siteB());
      if (!a.equals(b)) {
        boolean aFirst = SiteIds.ORDER.compare(a, b) < 0;
        parent.put(aFirst ? b : a, aFirst ? a : b);
      }
    }
    var components = new HashMap<String, String>();
    for (Network network : linkage.networks()) {
      network.sites().forEach(site -> components.put(site, root(parent, site)));
    }
    return components;
  }

  /** For each site its network. */
  Map<String, String> networkOfSites() {
    var of = new HashMap<String, String>();
    for (Network network : linkage.networks()) {
      network.sites().forEach(site -> of.put(site, network.id()));
    }
    return of;
  }

  private static String root(Map<String, String> parent, String site) {
    String at = site;
    for (String up = parent.get(at); up != null; up = parent.get(at)) {
      at = up;
    }
    return at;
  }
}
