// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import org.groundwork.count.NamedRule;
import org.groundwork.count.Outcome;
import org.groundwork.count.Outcome.Papers;
import org.groundwork.count.Round;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Standing;
import org.groundwork.count.Round.Status;
import org.groundwork.count.Votes;

/** An outcome for people to read, in a terminal or in a file. */
public final class Text {
  private static final int LONGEST_NAME = 40;
  private static final int BAR = 24;
  private static final String BLOCKS = " ▏▎▍▌▋▊▉";
  private final Outcome outcome;
  private final NamedRule rule;
  private final Account account;
  private final boolean terminal;
  private final PrintWriter to;
  private final int width;

  private Text(Outcome outcome, NamedRule rule, boolean terminal, PrintWriter to) {
    this.outcome = outcome;
    this.rule = rule;
    this.terminal = terminal;
    this.to = to;
    account = new Account(outcome);
    width = outcome.election()
        .candidates()
        .stream()
        .mapToInt(each -> Math.min(LONGEST_NAME, each.name().length()))
        .max()
        .orElse(1);
  }

  /**
   * Writes the report.
   *
   * @param file as the caller named it
   * @param terminal whether colours and bars may be used
   */
  public static void write(String file, NamedRule rule, Outcome outcome, boolean terminal, PrintWriter to) {
    new Text(outcome, rule, terminal, to).all(file);
    to.flush();
  }

  private void all(String file) {
    String title = outcome.election().title();
    to.println(bold(title.isEmpty() ? file : title));
    to.println("Rule: " + rule.label() + " (" + rule.words() + ")");
    account.changed(rule).forEach(each -> to.println("Other than usual: " + each));
    to.println(papers());
    account.lots().ifPresent(to::println);
    to.println();
    for (Round round : outcome.rounds()) {
      round(round);
    }
    elected();
  }

  private String papers() {
    Papers papers = outcome.papers();
    var text = new StringBuilder(many(outcome.election().seats(), "seat") + ", "
        + many(outcome.election().candidates().size(), "candidate") + ", "
        + many(papers.valid(), "valid paper"));
    add(text, papers.blank(), "blank");
    add(text, papers.spoilt(), "spoilt");
    add(text, papers.withdrawn(), "only for candidates who have withdrawn");
    return text.append('.').toString();
  }

  private static void add(StringBuilder text, long papers, String what) {
    if (papers > 0) {
      text.append(", ").append(Account.number(Votes.whole(papers))).append(' ').append(what);
    }
  }

  private static String many(long number, String what) {
    return Account.number(Votes.whole(number)) + " " + what + (number == 1 ? "" : "s");
  }

  private void elected() {
    List<Integer> elected = outcome.elected();
    if (elected.isEmpty()) {
      to.println(bold("Nobody is elected: there is no valid paper."));
      return;
    }
    to.println(bold("Elected:"));
    for (int at = 0; at < elected.size(); at++) {
      to.println("  " + (at + 1) + ". " + green(account.name(elected.get(at))));
    }
    int empty = outcome.election().seats() - elected.size();
    if (empty > 0) {
      to.println("  " + many(empty, "seat") + " stay" + (empty == 1 ? "s" : "") + " empty.");
    }
  }

  private void round(Round round) {
    to.println(bold(account.heading(round)));
    Votes most = round.standings().stream().map(Standing::votes).max(Comparator.naturalOrder()).orElse(Votes.whole(1));
    int digits = Math.max(9, Account.number(most).length());
    for (Standing standing : order(round)) {
      to.println(line(round, standing, most, digits));
    }
    round.needed().ifPresent(needed -> rest("needed to be elected", needed, digits));
    rest("exhausted", round.exhausted(), digits);
    rest("lost below the last decimal", round.lost(), digits);
    account.reasons(round).forEach(reason -> to.println("  " + reason));
    to.println();
  }

  private void rest(String what, Votes votes, int digits) {
    if (votes.units() != 0) {
      to.println(dim("     " + padded(what) + "  " + " ".repeat(Math.max(0, digits - Account.number(votes).length()))
          + Account.number(votes)));
    }
  }

  /** Those with the most first; who was already out before is left out. */
  private List<Standing> order(Round round) {
    return round.standings()
        .stream()
        .filter(each -> each.status() != Status.WITHDRAWN)
        .filter(each -> each.status() != Status.EXCLUDED || round.excluded().contains(each.candidate()))
        .sorted(Comparator.comparing(Standing::votes).reversed().thenComparingInt(Standing::candidate))
        .toList();
  }

  private String line(Round round, Standing standing, Votes most, int digits) {
    String number = String.valueOf(standing.candidate());
    String votes = Account.number(standing.votes());
    String start = " ".repeat(Math.max(0, 4 - number.length())) + number + " "
        + padded(account.name(standing.candidate()))
        + "  " + " ".repeat(Math.max(0, digits - votes.length())) + votes + change(round, standing, digits);
    String status = switch (standing.status()) {
      case ELECTED -> green("elected");
      case EXCLUDED -> red("out");
      case CONTINUING, WITHDRAWN -> "";
    };
    String bar = terminal ? "  " + bar(standing.votes(), most) : "";
    return (start + bar + (status.isEmpty() ? "" : "  " + status)).stripTrailing();
  }

  private String change(Round round, Standing standing, int digits) {
    if (outcome.rounds().size() == 1 || round.event() instanceof Event.Pairs) {
      return "";
    }
    String text = "";
    if (round.number() > 1) {
      Votes before = Account.votes(outcome.rounds().get(round.number() - 2), standing.candidate());
      var moved = new Votes(standing.votes().units() - before.units(), before.decimals());
      text = moved.units() == 0 ? "" : (moved.units() > 0 ? "+" : "") + Account.number(moved);
    }
    return "  " + " ".repeat(Math.max(0, digits + 1 - text.length())) + text;
  }

  private String padded(String name) {
    String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    return shown + " ".repeat(Math.max(0, width - shown.length()));
  }

  /** In eighths of a character. */
  private static String bar(Votes votes, Votes most) {
    if (most.units() <= 0) {
      return "";
    }
    int eighths = votes.exact()
        .multiply(java.math.BigDecimal.valueOf(BAR * 8L))
        .divide(most.exact(), 0, java.math.RoundingMode.HALF_UP)
        .intValueExact();
    String full = "█".repeat(eighths / 8);
    return eighths % 8 == 0 ? full : full + BLOCKS.charAt(eighths % 8);
  }

  private String bold(String text) { return styled("1", text); }

  private String dim(String text) { return styled("2", text); }

  private String green(String text) { return styled("32", text); }

  private String red(String text) { return styled("31", text); }

  private String styled(String code, String text) {
    return terminal ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
