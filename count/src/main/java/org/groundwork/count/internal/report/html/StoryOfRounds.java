// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groundwork.count.Round;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Tie;
import org.groundwork.count.Rule;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.Account;

/** A candidate's votes round by round, and why they stayed in, were elected or went out. */
final class StoryOfRounds implements Stories.Story {
  private final Sheet sheet;
  private final Markup page;
  private final List<Moves> moves;

  StoryOfRounds(Sheet sheet, Markup page) {
    this.sheet = sheet;
    this.page = page;
    moves = sheet.rounds().stream().map(each -> new Moves(sheet, each)).toList();
  }

  @Override
  public void tell(int candidate) {
    int quiet = 0;
    int end = sheet.outIn(candidate) > 0 ? sheet.outIn(candidate) : sheet.rounds().size();
    for (Round round : sheet.rounds().subList(0, end)) {
      if (isQuiet(round, candidate)) {
        quiet = quiet == 0 ? round.number() : quiet;
      } else {
        quiet(quiet, round.number() - 1, candidate);
        quiet = 0;
        item(round.number(), round.number(), String.join(" ", sentences(round, candidate)));
      }
    }
    quiet(quiet, end, candidate);
    last(candidate);
  }

  private boolean isQuiet(Round round, int candidate) {
    return round.number() > 1 && sheet.change(round, candidate).units() == 0
        && sheet.electedIn(candidate) != round.number() && sheet.outIn(candidate) != round.number()
        && round.ties().stream().noneMatch(tie -> tie.tied().contains(candidate));
  }

  private void quiet(int from, int to, int candidate) {
    if (from == 0) {
      return;
    }
    String votes = Sheet.votes(Account.votes(sheet.rounds().get(from - 1), candidate));
    item(from, to, sheet.electedIn(candidate) > 0 && sheet.electedIn(candidate) < from
        ? "Stays elected, with " + votes + "."
        : "Stays in, with " + votes + " as before" + because(from, to, candidate));
  }

  private void item(int from, int to, String text) {
    page.raw("<li><a href=\"#r" + from + "\">Round" + (to > from ? "s " + from + " to " + to : " " + from) + "</a> ")
        .element("span", text)
        .raw("</li>\n");
  }

  private List<String> sentences(Round round, int candidate) {
    var sentences = new ArrayList<String>();
    sentences.add(round.number() == 1 ? first(round, candidate) : votes(round, candidate));
    round.ties()
        .stream()
        .filter(tie -> tie.tied().contains(candidate))
        .map((Tie tie) -> sheet.account().decided(tie))
        .forEach(sentences::add);
    if (sheet.electedIn(candidate) == round.number()) {
      sentences.add(sheet.account().whyElected(round, candidate));
    } else if (sheet.outIn(candidate) == round.number()) {
      sentences.add(sheet.account().whyOut(round, candidate).orElse("Goes out: fewer votes than the other."));
    } else if (round.number() < sheet.rounds().size() && !already(round, candidate)) {
      sentences.add("Stays in" + because(round.number(), round.number(), candidate));
    }
    String away = moves.get(round.number() - 1).away(candidate);
    if (!away.isEmpty()) {
      sentences.add(away);
    }
    return sentences;
  }

  private boolean already(Round round, int candidate) {
    return sheet.electedIn(candidate) > 0 && sheet.electedIn(candidate) < round.number();
  }

  private String first(Round round, int candidate) {
    Votes votes = Account.votes(round, candidate);
    if (sheet.outcome().rule() instanceof Rule.Approval) {
      return Sheet.many(votes.units(), "paper") + (votes.units() == 1 ? " marks " : " mark ") + sheet.name(candidate)
          + ".";
    }
    return "Begins with " + Sheet.votes(votes) + ", all from first choices.";
  }

  private String votes(Round round, int candidate) {
    Votes change = sheet.change(round, candidate);
    Votes now = Account.votes(round, candidate);
    if (change.units() == 0) {
      return "Has " + Sheet.votes(now) + " as before.";
    }
    boolean more = change.units() > 0;
    String by = Account.number(new Votes(Math.abs(change.units()), change.decimals()));
    String from = moves.get(round.number() - 1).to(candidate);
    return "Has " + Sheet.votes(now) + ", " + by + (more ? " more" : " fewer") + " than before"
        + (from.isEmpty() ? kept(round, candidate, more) : from) + ".";
  }

  /** Where nobody's papers in particular moved to nobody in particular. */
  private String kept(Round round, int candidate, boolean more) {
    if (!(round.event() instanceof Event.Kept(List<Integer> excluded, List<Votes> keep, int repeats))) {
      return "";
    }
    if (more) {
      return ": papers of those who go out or have more than the quota come here as their next choice";
    }
    return sheet.outIn(candidate) == round.number()
        ? ": all papers move to the next choices"
        : ": keeps " + keep.get(candidate - 1) + " of each paper, the rest moves to the next choices";
  }

  /** Why somebody is neither elected nor out after some rounds. */
  private String because(int from, int to, int candidate) {
    Round round = sheet.rounds().get(to - 1);
    Votes now = Account.votes(round, candidate);
    String less = round.needed()
        .map(needed -> needed.compareTo(now) > 0
            ? ": " + Account.number(new Votes(needed.units() - now.units(), now.decimals())) + " fewer than are needed"
            : enough(candidate))
        .orElse("");
    boolean out = sheet.rounds().subList(from - 1, to).stream().anyMatch(each -> !each.excluded().isEmpty());
    return less + (out ? ", and others go out first." : less.isEmpty() ? "." : ", and nobody goes out yet.");
  }

  /** Why somebody with enough votes is not elected yet. */
  private String enough(int candidate) {
    if (sheet.isWriteIns(candidate)) {
      return ": nobody can be elected by write-ins";
    }
    return sheet.outcome().rule() instanceof Rule.Gregory gregory && gregory.elects() == Rule.Elects.ONE_A_STAGE
        ? ": enough votes, but whoever has the most is elected first"
        : ": enough votes, but nobody is elected before the write-ins have gone out";
  }

  private void last(int candidate) {
    int end = sheet.rounds().size();
    if (sheet.electedIn(candidate) == 0 && sheet.outIn(candidate) == 0) {
      item(end, end, sheet.couldNot(candidate).orElseGet(() -> notElected(candidate)));
    } else if (sheet.outIn(candidate) > 0 && sheet.outIn(candidate) < end) {
      item(sheet.outIn(candidate) + 1, end, "Out: papers pass over this candidate to the next choice who is still in.");
    }
  }

  private String notElected(int candidate) {
    List<Integer> elected = sheet.outcome().elected();
    int last = elected.getLast();
    Votes had = Account.votes(sheet.last(), last);
    Votes has = Account.votes(sheet.last(), candidate);
    String other = sheet.name(last) + ", the last elected, has " + Sheet.votes(had);
    return (sheet.rounds().size() > 1
        ? "Not elected: all seats are filled, and this was still in with "
        : "Not elected: ") + Sheet.votes(has) + "; " + other + (had.compareTo(has) == 0 ? " too." : ".");
  }

  /** The transfers of a round, by whose they were and whose they are. */
  private static final class Moves {
    private static final int MOST = 12;
    private final Sheet sheet;
    private final Map<Integer, List<Round.Transfer>> from = new HashMap<>();
    private final Map<Integer, List<Round.Transfer>> to = new HashMap<>();

    Moves(Sheet sheet, Round round) {
      this.sheet = sheet;
      for (Round.Transfer each : round.number() == 1 ? List.<Round.Transfer>of() : round.transfers()) {
        from.computeIfAbsent(each.from(), _ -> new ArrayList<>()).add(each);
        to.computeIfAbsent(each.to(), _ -> new ArrayList<>()).add(each);
      }
    }

    /** As in {@code : 12.50000 from Ana (25 papers); 3.00000 from Ben (3 papers)}; empty for none. */
    String to(int candidate) {
      List<Round.Transfer> all = to.getOrDefault(candidate, List.of());
      String said = said(all, false);
      if (all.stream().map(Round.Transfer::from).distinct().count() == 1) {
        return "," + said.substring(said.indexOf(" from "));
      }
      return said.isEmpty() ? "" : ": " + said;
    }

    /** Where a candidate's papers went, as a sentence. */
    String away(int candidate) {
      List<Round.Transfer> all = from.getOrDefault(candidate, List.of());
      return all.isEmpty() ? "" : "Papers move on: " + said(all, true) + ".";
    }

    private String said(List<Round.Transfer> all, boolean to) {
      record Sum(int other, long papers, Votes votes) {
        Sum and(Sum more) {
          return new Sum(other, papers + more.papers,
              new Votes(votes.units() + more.votes.units(), votes.decimals()));
        }
      }
      var sums = new java.util.TreeMap<Integer, Sum>();
      all.forEach(each -> {
        int other = to ? each.to() : each.from();
        sums.merge(other, new Sum(other, each.papers(), each.votes()), Sum::and);
      });
      List<Sum> sorted = sums.values()
          .stream()
          .sorted(java.util.Comparator.comparing(Sum::votes).reversed())
          .toList();
      String named = String.join("; ", sorted.stream()
          .limit(MOST)
          .map(each -> Account.number(each.votes()) + (to ? " to " : " from ") + who(each.other()) + " ("
              + Sheet.many(each.papers(), "paper") + ")")
          .toList());
      return sorted.size() <= MOST
          ? named
          : named + (to ? "; and to " : "; and from ") + (sorted.size() - MOST) + " more, in the round’s table";
    }

    private String who(int candidate) {
      return candidate == 0 ? "nobody, as they name nobody else who is still in" : sheet.name(candidate);
    }
  }
}
