// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.action.Action;
import org.groundwork.action.SignUp;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Who comes, who was there, how many heads; for those who run the action.
 *
 * @param begun whether it has begun and was not called off, so that it can be said who was there
 * @param heads as typed
 * @param adding the form in which somebody is written down; absent where nobody can be
 */
public record ComingPage(Action action, List<InShift> shifts, boolean begun, HeadsForm heads,
    Optional<Adding> adding, FormErrors errors) implements View {
  public ComingPage { shifts = List.copyOf(shifts); }

  /**
   * Writing somebody down.
   *
   * @param choices who can be chosen
   */
  public record Adding(List<Choice> choices, AddForm form) {
    public Adding { choices = List.copyOf(choices); }
  }

  /** Everybody of one shift. */
  public record InShift(Action.Shift shift, List<Row> rows) {
    public InShift { rows = List.copyOf(rows); }
  }

  /**
   * Somebody.
   *
   * @param text the number to write to, if they may be written to
   * @param contact as typed by somebody without an account, where it is no number
   * @param typed how long they were there, as typed
   */
  public record Row(SignUp in, String called, Optional<String> text, String contact, String typed) {
    /** How long they were there. */
    public String hours() { return ComingPage.hours(in); }
  }

  /** How long somebody was there, as it is typed: hours and minutes. */
  static String hours(SignUp in) {
    return in.minutes().isPresent()
        ? in.minutes().getAsInt() / 60 + ":" + "%02d".formatted(in.minutes().getAsInt() % 60)
        : "";
  }

  /** Those in a shift for whom this is new, and whom nobody has told. */
  public List<Row> toTell(InShift in, SignUp.News news) {
    return in.rows().stream().filter(row -> row.in().news().filter(news::equals).isPresent()).toList();
  }

  /** Whether it was called off, so that nobody is reminded of it. */
  public boolean off() {
    return action.state() == Action.State.CANCELLED;
  }

  /** Whether nobody is in any shift. */
  public boolean empty() {
    return shifts.stream().allMatch(in -> in.rows().isEmpty());
  }
}
