// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.platform.web.FormErrors;
import org.springframework.util.MultiValueMap;

/** An entry by hand, as typed: the fields by their names. */
public record EntryForm(EntryKind kind, Map<String, String> fields) {
  /** The most lines of an entry that is written line by line. */
  public static final int MOST_LINES = 20;
  private static final int FIRST_LINES = 4;

  public EntryForm { fields = Map.copyOf(fields); }

  static EntryForm blank(EntryKind kind, UUID once, LocalDate today) {
    return new EntryForm(kind, Map.of("once", once.toString(), "on", today.toString()));
  }

  static EntryForm of(EntryKind kind, MultiValueMap<String, String> typed) {
    var fields = new HashMap<String, String>();
    typed.toSingleValueMap().forEach((name, value) -> {
      if (value != null) {
        fields.put(name, value);
      }
    });
    return new EntryForm(kind, fields);
  }

  /** What was typed in a field. */
  public String field(String name) { return fields.getOrDefault(name, ""); }

  /** How many lines the form shows. */
  public int lines() {
    String typed = field("lines");
    int asked = typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : FIRST_LINES;
    return Math.clamp(wantsMore() ? asked + FIRST_LINES : asked, FIRST_LINES, MOST_LINES);
  }

  /** Whether more lines were asked for and nothing is to be entered yet. */
  boolean wantsMore() {
    return !field("more").isEmpty();
  }

  /** What can be chosen. */
  record May(List<Account> accounts, List<Fund> funds, EntryForm form) {
    /** Where money lies. */
    List<Account> places() {
      return accounts.stream().filter(account -> account.kind() == AccountKind.ASSET).toList();
    }

    List<Account> about() { return accounts.stream().filter(account -> form.kind().about(account)).toList(); }
  }

  Optional<NewEntry> read(FormErrors errors, May may, Reading reading) {
    var on = Typed.past(errors, "on", field("on"), reading.today());
    String what = errors.required("what", field("what"), NewEntry.LONGEST);
    Optional<UUID> once = Typed.id(field("once"));
    List<Line> lines = switch (kind) {
      case IN, OUT -> simple(errors, may, reading);
      case MOVE -> new MoveLines(this, may).read(errors, reading);
      case LINES -> new FreeLines(this, may).read(errors, reading);
    };
    if (errors.any() || on.isEmpty() || once.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new NewEntry(on.get(), what, Optional.of(new Source(EntryDesk.BY_HAND, once.get())), lines));
  }

  /** How amounts and days are read. */
  record Reading(Currency currency, Locale language, LocalDate today, UUID betweenFunds) {
    OptionalLong amount(FormErrors errors, String field, String typed) {
      return Typed.amount(errors, field, typed, currency, language);
    }
  }

  private List<Line> simple(FormErrors errors, May may, Reading reading) {
    var about = chosen(errors, "about", may.about().stream().map(Account::id).toList());
    var amount = reading.amount(errors, "amount", field("amount"));
    var place = chosen(errors, "place", may.places().stream().map(Account::id).toList());
    var fund = chosen(errors, "fund", may.funds().stream().map(Fund::id).toList());
    if (errors.any() || about.isEmpty() || place.isEmpty() || fund.isEmpty()) {
      return List.of();
    }
    long minor = kind == EntryKind.IN ? amount.orElse(0) : Math.negateExact(amount.orElse(0));
    return List.of(new Line(place.get(), fund.get(), minor), new Line(about.get(), fund.get(), -minor));
  }

  /** One of those that can be chosen. */
  Optional<UUID> chosen(FormErrors errors, String name, List<UUID> may) {
    var id = Typed.id(field(name)).filter(may::contains);
    if (id.isEmpty()) {
      errors.refuse(name, "form.choose");
    }
    return id;
  }
}
