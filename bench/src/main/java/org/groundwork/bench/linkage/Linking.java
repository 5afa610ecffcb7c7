// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench.linkage;

import java.nio.file.Path;
import java.util.List;
import org.groundwork.linkage.BadMapping;
import org.groundwork.linkage.Linkage;
import org.groundwork.linkage.Linker;
import org.groundwork.linkage.Mapping;
import org.groundwork.linkage.RefusedRow;
import org.groundwork.linkage.Register;
import org.groundwork.linkage.Site;
import org.groundwork.linkage.Source;
import org.groundwork.linkage.Verdicts;

/** Links one file in the form {@code hpd-buildings}. */
final class Linking {
  private Linking() {}

  static Linkage link(Path file) throws BadMapping {
    var linker = new Linker();
    linker.addAll(Mapping.of("hpd-buildings"), List.of(Source.ofFile(file)), new Register.Sink() {
      @Override
      public void site(Site site) { throw new IllegalStateException("sites go to the linker"); }

      @Override
      public void refused(RefusedRow row) { throw new IllegalStateException("refused: " + row); }
    });
    return linker.link(Verdicts.NONE);
  }
}
