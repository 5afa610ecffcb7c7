// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A leaflet, as typed.
 *
 * @param ask what is asked
 * @param when day, hour and place of the next meeting
 * @param title2 the same in another language, and so on
 * @param target {@code on} where it says of whom it is asked
 * @param code where the picture leads: {@code page}, {@code report}, {@code join} or nowhere
 * @param act {@code paper} for the PDF, anything else for the text to copy
 */
public record LeafletForm(@Nullable String title, @Nullable String line, @Nullable String ask, @Nullable String when,
    @Nullable String title2, @Nullable String line2, @Nullable String ask2, @Nullable String when2,
    @Nullable String target, @Nullable String code, @Nullable String act) {
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_LINE = 160;
  private static final int LONGEST_WHEN = 100;

  /** Whether it says who can say yes. */
  public boolean namesTheTarget() { return "on".equals(target); }

  /** Whether the PDF is wanted, and not the text to copy. */
  boolean wantsPaper() { return "paper".equals(act); }

  /** The texts, once for each language it is written in; at least one title and one line. */
  List<LeafletSheet.Words> read(FormErrors errors) {
    var words = new ArrayList<LeafletSheet.Words>();
    words.add(new LeafletSheet.Words(errors.required("title", title, LONGEST_TITLE),
        errors.required("line", line, LONGEST_LINE), errors.optional("ask", ask, LONGEST_LINE),
        errors.optional("when", when, LONGEST_WHEN)));
    second(errors).ifPresent(words::add);
    return words;
  }

  private Optional<LeafletSheet.Words> second(FormErrors errors) {
    var words = new LeafletSheet.Words(errors.optional("title2", title2, LONGEST_TITLE),
        errors.optional("line2", line2, LONGEST_LINE), errors.optional("ask2", ask2, LONGEST_LINE),
        errors.optional("when2", when2, LONGEST_WHEN));
    boolean any = !words.all().isEmpty();
    if (any && words.title().isEmpty()) {
      errors.refuse("title2", "form.required");
    }
    return any ? Optional.of(words) : Optional.empty();
  }
}
