// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.groundwork.support.FoundedLocal;

/** Reads pages as the founder of a local, and every page of the product they link to. */
final class Crawl {
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
  private final FoundedLocal local;
  private final Set<String> read = new HashSet<>();
  private int shown;

  Crawl(FoundedLocal local) { this.local = local; }

  void read(String path) {
    if (path.startsWith("/assets/") || !read.add(path)) {
      return;
    }
    var page = local.founder().visitor().get(path);
    if (page.status() >= 500) {
      throw new AssertionError(path + " failed with " + page.status());
    }
    shown += page.status() == 200 ? 1 : 0;
    page.location().ifPresent(this::read);
    LINK.matcher(page.body()).results().map(link -> link.group(1)).forEach(this::read);
  }

  /** How many pages were there to read. */
  int shown() { return shown; }
}
