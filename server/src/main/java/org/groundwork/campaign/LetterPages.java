// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.List;
import java.util.UUID;

/** Leads from a rung that is a letter or a petition to its words and its names. */
final class LetterPages implements RungPages {
  private final Letters letters;

  LetterPages(Letters letters) { this.letters = letters; }

  @Override
  public List<RungPage> of(Rung rung) {
    return rung.kind() == StepKind.LETTER || rung.kind() == StepKind.PETITION
        ? List.of(new RungPage("signing.page", "",
            "campaigns/" + rung.campaign() + "/steps/" + rung.step().id() + "/letter", "file-text"))
        : List.of();
  }

  @Override
  public boolean keeps(UUID step) { return letters.any(step); }
}
