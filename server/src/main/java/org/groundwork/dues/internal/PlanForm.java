// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.groundwork.dues.Period;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.web.FormErrors;

/**
 * A scale as typed.
 *
 * @param usual which row stands for whoever has not chosen, from one
 * @param shares percent for each fund that is not the general one, in the order of the funds
 */
public record PlanForm(String once, String version, String name, String period, String asks, String dueDays,
    String graceDays, String how, String usual, List<Row> rows, List<String> shares) {
  /** Rows more than there are rates, for new ones. */
  private static final int SPARE = 2;
  static final String SUM = "sum";
  static final String PART = "part";

  /** What can be asked in a row: a sum, a part of what one has, or nothing for a reason. */
  public static final List<String> KINDS = List.of(SUM, PART, "no-work", "no-housing", "student", "prisoner", "other");

  /** A rate as typed. */
  public record Row(String id, String name, String kind, String value) {
    boolean blank() { return name.isBlank() && value.isBlank(); }
  }

  /** Copies its lists. */
  public PlanForm {
    rows = List.copyOf(rows);
    shares = List.copyOf(shares);
  }

  /** What is proposed to a local without a scale: three sums to fill in, and who pays nothing. */
  static PlanForm proposed(String once, List<String> names, List<Fund> funds) {
    var rows = new ArrayList<Row>();
    for (int at = 0; at < names.size() - 1; at++) {
      rows.add(new Row("", names.get(at + 1), at < 3 ? SUM : KINDS.get(at - 1), ""));
    }
    return new PlanForm(once, "0", names.getFirst(), "month", "income", "14", "60", "", "2", filled(rows),
        funds.stream().map(each -> "").toList());
  }

  static PlanForm of(Plan plan, List<Fund> funds, DuesTyped.Spelling spelling) {
    var rows = plan.rates()
        .stream()
        .map(rate -> new Row(rate.id().toString(), rate.name(), kind(rate), value(rate, spelling)))
        .toList();
    String usual = plan.defaultRate().map(rate -> Integer.toString(plan.rates().indexOf(rate) + 1)).orElse("1");
    var shares = funds.stream()
        .map(fund -> plan.shares()
            .stream()
            .filter(share -> share.fund().equals(fund.id()))
            .findFirst()
            .map(share -> DuesTyped.written(share.perMille(), 1, spelling.locale()))
            .orElse(""))
        .toList();
    return new PlanForm("", Long.toString(plan.version()), plan.name(), plan.period().key(), plan.asks().key(),
        Integer.toString(plan.dueDays()), Integer.toString(plan.graceDays()), plan.howToPay(), usual, filled(rows),
        shares);
  }

  static PlanForm typed(HttpServletRequest request, List<Fund> funds) {
    List<String> ids = all(request, "rateId");
    List<String> names = all(request, "rateName");
    List<String> kinds = all(request, "rateKind");
    List<String> values = all(request, "rateValue");
    var rows = new ArrayList<Row>();
    for (int at = 0; at < Math.min(names.size(), Plan.MOST_RATES); at++) {
      rows.add(new Row(at(ids, at), at(names, at), at(kinds, at), at(values, at)));
    }
    List<String> shares = all(request, "share");
    var each = new ArrayList<String>();
    for (int at = 0; at < funds.size(); at++) {
      each.add(at(shares, at));
    }
    return new PlanForm(one(request, "once"), one(request, "version"), one(request, "name"), one(request, "period"),
        one(request, "asks"), one(request, "dueDays"), one(request, "graceDays"), one(request, "how"),
        one(request, "usual"), rows, each);
  }

  /** The same as typed, to be saved over what the scale has become. */
  PlanForm over(Plan now) {
    return new PlanForm(once, Long.toString(now.version()), name, period, asks, dueDays, graceDays, how, usual, rows,
        shares);
  }

  private static List<Row> filled(List<Row> rows) {
    var all = new ArrayList<>(rows);
    while (all.size() < Math.min(Plan.MOST_RATES, rows.size() + SPARE)) {
      all.add(new Row("", "", SUM, ""));
    }
    return all;
  }

  private static List<String> all(HttpServletRequest request, String name) {
    String[] typed = request.getParameterValues(name);
    return typed == null ? List.of() : Arrays.asList(typed);
  }

  private static String at(List<String> typed, int at) { return at < typed.size() ? typed.get(at) : ""; }

  private static String one(HttpServletRequest request, String name) { return at(all(request, name), 0); }

  private static String kind(Rate rate) {
    return switch (rate.asked()) {
      case Rate.Amount _ -> SUM;
      case Rate.Percent _ -> PART;
      case Rate.Free(Rate.FreeFor why) -> why.key();
    };
  }

  private static String value(Rate rate, DuesTyped.Spelling spelling) {
    return switch (rate.asked()) {
      case Rate.Amount(long minor) -> DuesTyped.written(minor, spelling);
      case Rate.Percent(int part) -> DuesTyped.written(part, 2, spelling.locale());
      case Rate.Free _ -> "";
    };
  }

  /** The scale that was typed, in place of one or as a new one; empty, and refused, if it is none. */
  Optional<Plans.Draft> read(FormErrors errors, Optional<Plan> before, List<Fund> funds, DuesTyped.Spelling spelling) {
    String called = errors.required("name", name, 80);
    var length = before.map(Plan::period).or(() -> Period.known(period));
    if (length.isEmpty()) {
      errors.refuse("period", "dues.choose");
    }
    var by = Plan.Asks.known(asks);
    if (by.isEmpty()) {
      errors.refuse("asks", "dues.choose");
    }
    int due = errors.number("dueDays", dueDays, 0, 60);
    int grace = errors.number("graceDays", graceDays, 0, 180);
    String words = errors.optional("how", how, Plan.LONGEST_HOW);
    var brackets = brackets(errors, before, spelling);
    var parts = shares(errors, funds);
    return errors.any()
        ? Optional.empty()
        : Optional
            .of(new Plans.Draft(called, length.orElseThrow(), by.orElseThrow(), due, grace, words, brackets, parts));
  }

  private List<Plans.Bracket> brackets(FormErrors errors, Optional<Plan> before, DuesTyped.Spelling spelling) {
    var brackets = new ArrayList<Plans.Bracket>();
    Set<UUID> known = new HashSet<>();
    boolean usualThere = false;
    for (int at = 1; at <= rows.size(); at++) {
      Row row = rows.get(at - 1);
      if (row.blank()) {
        continue;
      }
      boolean isUsual = usual.equals(Integer.toString(at));
      String called = errors.required("rateName" + at, row.name(), 80);
      var asked = asked(errors, at, row, spelling);
      if (isUsual && asked.filter(each -> !(each instanceof Rate.Amount)).isPresent()) {
        errors.refuse("usual", "dues.plan.usual.sum");
      }
      usualThere |= isUsual;
      if (asked.isPresent() && !called.isEmpty()) {
        brackets
            .add(new Plans.Bracket(same(row, asked.get(), before).filter(known::add), called, asked.get(), isUsual));
      }
    }
    if (!usualThere) {
      errors.refuse("usual", "dues.plan.usual.choose");
    }
    return brackets;
  }

  /** The rate that a row changes: one of this scale, and of the same kind. */
  private static Optional<UUID> same(Row row, Rate.Asked asked, Optional<Plan> before) {
    return before.stream()
        .flatMap(plan -> plan.rates().stream())
        .filter(rate -> rate.id().toString().equals(row.id()) && rate.asked().getClass() == asked.getClass())
        .map(Rate::id)
        .findFirst();
  }

  private static Optional<Rate.Asked> asked(FormErrors errors, int at, Row row, DuesTyped.Spelling spelling) {
    String field = "rateValue" + at;
    if (row.kind().equals(SUM)) {
      OptionalLong sum = DuesTyped.sum(errors, field, row.value(), spelling, 1);
      return sum.isPresent() ? Optional.of(new Rate.Amount(sum.getAsLong())) : Optional.empty();
    }
    if (row.kind().equals(PART)) {
      OptionalInt part = DuesTyped.part(row.value(), 2);
      if (part.isEmpty() || part.getAsInt() == 0) {
        errors.refuse(field, "dues.plan.part");
        return Optional.empty();
      }
      return Optional.of(new Rate.Percent(part.getAsInt()));
    }
    if (!row.value().isBlank()) {
      errors.refuse(field, "dues.plan.free-sum");
    }
    var why = Rate.FreeFor.known(row.kind());
    if (why.isEmpty()) {
      errors.refuse(field, "dues.choose");
    }
    return why.map(Rate.Free::new);
  }

  private List<Plan.Share> shares(FormErrors errors, List<Fund> funds) {
    var parts = new ArrayList<Plan.Share>();
    for (int at = 0; at < funds.size(); at++) {
      if (shares.get(at).isBlank()) {
        continue;
      }
      OptionalInt part = DuesTyped.part(shares.get(at), 1);
      if (part.isEmpty()) {
        errors.refuse("share" + (at + 1), "dues.plan.share");
      } else if (part.getAsInt() > 0) {
        parts.add(new Plan.Share(funds.get(at).id(), part.getAsInt()));
      }
    }
    if (parts.stream().mapToInt(Plan.Share::perMille).sum() > 1000) {
      errors.refuse("share1", "dues.plan.shares-over");
    }
    return parts;
  }
}
