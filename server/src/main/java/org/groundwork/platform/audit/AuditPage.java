// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.Ui;
import org.groundwork.platform.web.View;

/**
 * Who did and looked at what.
 *
 * @param older the entry after which the next page begins
 * @param end how many entries are sealed, and the hash to note
 */
public record AuditPage(ZoneId zone, List<Line> lines, Optional<UUID> older, Optional<End> end) implements View {

  public AuditPage { lines = List.copyOf(lines); }

  /** One entry; erased if it says nothing. */
  public record Line(UUID id, Instant at, boolean sealed, Optional<Said> said) {}

  /** What an entry says. */
  public record Said(String action, Optional<Called> by, Called subject, String detail) {}

  /**
   * What something is called.
   *
   * @param code the end of its identifier, to tell things without a name apart
   */
  public record Called(String kind, Optional<String> name, String code) {

    /** Its name, or "a person (3f9a21)". */
    public String in(Ui ui) {
      String key = "audit.kind." + kind;
      return name.orElseGet(
          () -> (ui.languages().has(ui.locale(), key) ? ui.t(key) : kind.replace('-', ' ')) + " (" + code + ")");
    }
  }

  /** The end of the chain. */
  public record End(long sealed, String hash) {}

  /** The sentence of an entry: who, what was done to what. */
  public static String sentence(Ui ui, Said said) {
    String who = said.by().map(by -> by.in(ui)).orElseGet(() -> ui.t("audit.nobody"));
    String key = "audit.did." + said.action();
    if (ui.languages().has(ui.locale(), key)) {
      return ui.t(key, who, said.subject().in(ui), said.detail());
    }
    return ui.t("audit.did", who, said.action().replace('-', ' '), said.subject().in(ui));
  }

  /** Date and time as the reader's language writes them. */
  public String when(Ui ui, Line line) {
    return line.at()
        .atZone(zone)
        .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(ui.locale()));
  }
}
