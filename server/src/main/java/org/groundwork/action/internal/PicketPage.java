// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Picket;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Standing at the gates, for whoever runs the picket or sees to a gate.
 *
 * @param runs whether the reader runs it, and sees every gate
 * @param ruledBy who wrote down what holds here
 * @param log what happened, the latest first
 * @param waiting how many photos wait with the form
 * @param wanted what is needed, in words
 * @param done message key of what was just done, empty if nothing
 */
public record PicketPage(Action action, Picket picket, boolean runs, String ruledBy, List<AtGate> gates,
    List<Happened> log, IncidentForm form, int waiting, Wanted wanted, String done, FormErrors errors) implements View {
  public PicketPage {
    gates = List.copyOf(gates);
    log = List.copyOf(log);
  }

  /**
   * One gate now.
   *
   * @param shift the one that is on
   * @param captain of the shift; empty for nobody
   * @param onceDeliveries stands for one tap, as do the three others
   * @param before what the shift before handed over
   * @param typed what is handed over to the next, as typed
   * @param version from which it was typed
   * @param taken whether somebody else wrote there meanwhile
   * @param counting of what a word was typed and refused
   * @param word as typed
   */
  public record AtGate(Picket.Gate gate, Action.Shift shift, String captain, String relief, UUID onceDeliveries,
      UUID oncePeople, UUID lessDeliveries, UUID lessPeople, Optional<Note> before, String typed, long version,
      boolean taken, Optional<Picket.Tally> counting, String word) {
    /** The word that was typed beside what is counted; empty for none. */
    public String word(String what) {
      return counting.filter(tally -> tally.key().equals(what)).isPresent() ? word : "";
    }
  }

  /** What is needed, and the form in which something else is. */
  public record Wanted(List<Wish> wishes, WishForm form) {
    public Wanted { wishes = List.copyOf(wishes); }
  }

  /**
   * Something that is needed.
   *
   * @param gate what it is called; empty for all
   * @param ends whether the reader may say that it is not needed any more
   */
  public record Wish(Picket.Wish wish, String gate, boolean ends) {}

  /** What a shift handed over, and whose name stands under it; empty for nobody's. */
  public record Note(Action.Shift shift, Picket.HandOver over, String by) {}

  /** What happened, at which gate, with its photos. */
  public record Happened(Picket.Incident incident, String gate, String by, List<FileStore.Kept> photos) {
    public Happened { photos = List.copyOf(photos); }
  }

  /** How many deliveries were turned away, over the gates shown. */
  public int deliveries() {
    return gates.stream().mapToInt(at -> at.gate().deliveries()).sum();
  }

  /** How many people were turned back, over the gates shown. */
  public int people() {
    return gates.stream().mapToInt(at -> at.gate().people()).sum();
  }
}
