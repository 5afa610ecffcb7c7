// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a line may be for, and why we think so.
 *
 * @param code says all of it, so that what somebody saw is what is confirmed
 * @param why message key of a sentence
 * @param sure whether it may be confirmed with others at once
 * @param parts what is entered; nothing where the line is the same as another, or is about somebody's dues
 * @param about whose dues it is, which payment of dues is taken back, which entry it is, or what was to be paid
 * @param who their name; empty where it is about nobody
 * @param entries those of the books that it is, one or several, or what it pays together; nothing for anything else
 */
public record Proposal(How how, String code, String why, List<Object> arguments, boolean sure, List<Part> parts,
    Optional<UUID> about, String who, List<UUID> entries) {
  public Proposal {
    arguments = List.copyOf(arguments);
    parts = List.copyOf(parts);
    entries = List.copyOf(entries);
  }

  /** By what it was found. */
  public enum How {
    /** Another file brought the same movement. */
    TWICE,
    /** It takes back dues that came before. */
    RETURNED,
    /** Somebody entered it before the statement came. */
    KNOWN,
    /** It waits to be paid. */
    PAYOUT,
    /** It has a reference that we gave somebody. */
    REFERENCE,
    /** The payer's name is close to a member's. */
    NAME,
    /** It goes to another account of ours, or comes from there. */
    TRANSFER,
    /** A rule of the local. */
    RULE,
    /** The same other side as before. */
    HABIT,
    /** What a bank or service takes. */
    FEE,
    /** By hand. */
    HAND,
    /** Held until somebody knows. */
    HELD;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static How of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  static Proposal of(How how, String why, List<Object> arguments, boolean sure, Part part) {
    return new Proposal(how, how.key() + ":" + part.account() + ":" + part.fund(), why, arguments, sure,
        List.of(part), Optional.empty(), "", List.of());
  }

  static Proposal dues(How how, UUID person, String name, String why, List<Object> arguments, boolean sure) {
    return new Proposal(how, how.key() + ":" + person, why, arguments, sure, List.of(), Optional.of(person), name,
        List.of());
  }

  static Proposal returned(UUID payment, String name, String why, List<Object> arguments) {
    return new Proposal(How.RETURNED, How.RETURNED.key() + ":" + payment, why, arguments, false, List.of(),
        Optional.of(payment), name, List.of());
  }

  static Proposal known(UUID entry, String what, Object day, boolean sure) {
    return new Proposal(How.KNOWN, How.KNOWN.key() + ":" + entry, "bank.why.known", List.of(what, day), sure, List.of(),
        Optional.of(entry), "", List.of(entry));
  }

  /**
   * Several entries that went out as one.
   *
   * @param why message key of a sentence with their number, a text of one of them, and their day
   */
  static Proposal together(Collection<UUID> entries, String why, List<Object> arguments) {
    List<UUID> all = entries.stream().sorted().toList();
    UUID name = UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
    return new Proposal(How.KNOWN, How.KNOWN.key() + ":all:" + name, why, arguments, false, List.of(), Optional.empty(),
        "", all);
  }

  static Proposal payout(UUID payout, String account, Object day) {
    return new Proposal(How.PAYOUT, How.PAYOUT.key() + ":" + payout, "bank.why.payout", List.of(account, day), false,
        List.of(), Optional.of(payout), "", List.of());
  }

  /**
   * What waits to be paid, and went out as one.
   *
   * @param why message key of a sentence with their number, what one of them is spent on, and the day they have in common
   */
  static Proposal payouts(Collection<UUID> payouts, String why, List<Object> arguments) {
    List<UUID> all = payouts.stream().sorted().toList();
    UUID name = UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
    return new Proposal(How.PAYOUT, How.PAYOUT.key() + ":all:" + name, why, arguments, false, List.of(),
        Optional.empty(), "", all);
  }

  /** The same, to be looked at. */
  Proposal doubtful() {
    return new Proposal(how, code, why, arguments, false, parts, about, who, entries);
  }

  static Proposal twice(UUID other, Object day) {
    return new Proposal(How.TWICE, How.TWICE.key() + ":" + other, "bank.why.twice", List.of(day), false, List.of(),
        Optional.empty(), "", List.of());
  }
}
