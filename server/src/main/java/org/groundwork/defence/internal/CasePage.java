// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Rung;
import org.groundwork.defence.Care;
import org.groundwork.defence.Case;
import org.groundwork.defence.CaseNotes;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * A case: what happened, until when, what we do about it, what the person needs.
 *
 * @param name of the person; empty once they are forgotten
 * @param answers what it answers, in words; empty where nobody knows
 * @param mine whether it is about the reader
 * @param works whether the reader works on it
 * @param fund what there is of the hardship fund; absent while there is none
 * @param once for the forms, each of which is done once
 * @param done message key of what was just done, empty if nothing
 */
public record CasePage(Case hit, String name, String site, String answers, List<FightChoices> fights, Told told,
    List<FileStore.Kept> files, List<Doing> doing, List<Rung> ladder, List<Needed> needs, boolean mine, boolean works,
    boolean mayCall, Optional<Fund> fund, WorkForm form, UUID once, LocalDate today, String done,
    FormErrors errors) implements View {
  public CasePage {
    fights = List.copyOf(fights);
    files = List.copyOf(files);
    doing = List.copyOf(doing);
    ladder = List.copyOf(ladder);
    needs = List.copyOf(needs);
  }

  /**
   * What happened, and what the deadline rests on.
   *
   * @param openedBy who wrote the case down
   * @param deadlineBy who wrote the deadline down
   */
  public record Told(String openedBy, String deadlineBy, List<Line> lines, Optional<CaseNotes.Fact> corrected) {
    public Told { lines = List.copyOf(lines); }
  }

  /**
   * A fact.
   *
   * @param by who noted it
   * @param corrects the fact that this one puts right
   * @param wrong whether another one puts it right
   */
  public record Line(CaseNotes.Fact fact, String by, Optional<CaseNotes.Fact> corrects, boolean wrong) {}

  /** What we do about it, in words. */
  public record Doing(CaseNotes.Reply reply, String what) {}

  /** What the person needs, and who took it on. */
  public record Needed(Care.Need need, String helper) {}

  /** The hardship fund; the path of the request is empty while nobody asked. */
  public record Fund(String path) {}

  /** Whether files can be added. */
  public boolean room() { return files.size() < FileStore.MOST_FILES; }

  /** How near the deadline is, as the design says it; empty while it is far. */
  public String alarm() {
    long days = hit.pressing().map(until -> until.daysFrom(today)).orElse(Long.MAX_VALUE);
    return days < 0 ? "late" : days <= 14 ? "soon" : "";
  }

  /** Whether what to do next is to say what we do about it. */
  public boolean unanswered() {
    return works && hit.open() && doing.isEmpty();
  }
}
