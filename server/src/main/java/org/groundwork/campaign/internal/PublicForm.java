// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A decision to go public, as typed.
 *
 * @param decided who decided, and how
 * @param why before the majority, where it is not known
 * @param place {@code on} where the page shall name the place
 * @param named {@code on} where the words may name other places of the local
 * @param behind {@code on} where who is behind the companies is left out
 * @param searchable {@code on} where search engines may list it
 * @param titled {@code on} where the tab shall show the title
 * @param word typed to confirm
 * @param print of the page that was shown above the form
 */
public record PublicForm(@Nullable String decided, @Nullable String on, @Nullable String why, @Nullable String place,
    @Nullable String named, @Nullable String behind, @Nullable String searchable, @Nullable String titled,
    @Nullable String word, @Nullable String print) {
  private static final int LONGEST = 1000;

  static PublicForm blank(LocalDate today) {
    return new PublicForm("", today.toString(), "", "", "", "", "", "", "", "");
  }

  public boolean showsPlace() { return ticked(place); }

  /** Whether the words may name other places of the local. */
  public boolean mayName() { return ticked(named); }

  /** Whether the page says who is behind the companies. */
  public boolean tellsWhoIsBehind() { return !ticked(behind); }

  public boolean showsTitle() { return ticked(titled); }

  public boolean mayBeFound() { return ticked(searchable); }

  private static boolean ticked(@Nullable String box) { return "on".equals(box); }

  /** Who decided, when, and why early. */
  record Said(LocalDate on, String decided, Optional<String> why) {}

  Optional<Said> read(FormErrors errors, LocalDate today, boolean majority, String confirmation) {
    String who = errors.required("decided", decided, LONGEST);
    var day = day(errors, today);
    String reason = majority ? errors.optional("why", why, LONGEST) : errors.required("why", why, LONGEST);
    if (!bare(confirmation).equals(bare(word == null ? "" : word))) {
      errors.refuse("word", "publish.word.wrong", confirmation);
    }
    return errors.any() || day.isEmpty()
        ? Optional.empty()
        : Optional.of(new Said(day.get(), who, majority ? Optional.empty() : Optional.of(reason)));
  }

  private Optional<LocalDate> day(FormErrors errors, LocalDate today) {
    String typed = errors.required("on", on, 20);
    try {
      var date = LocalDate.parse(typed);
      if (date.isAfter(today) || date.isBefore(today.minusYears(1))) {
        errors.refuse("on", "publish.on.past");
      }
      return Optional.of(date);
    } catch (DateTimeParseException e) {
      errors.refuse("on", "form.date");
      return Optional.empty();
    }
  }

  /** A word as a thumb types it: without accents, in small letters. */
  private static String bare(String word) {
    return java.text.Normalizer.normalize(word.strip(), java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
