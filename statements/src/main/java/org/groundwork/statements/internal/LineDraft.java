// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.statements.Account;
import org.groundwork.statements.Line;
import org.groundwork.statements.Money;
import org.groundwork.statements.Party;
import org.groundwork.statements.References;
import org.groundwork.statements.Returned;
import org.groundwork.statements.sepa.CreditorReference;
import org.jspecify.annotations.Nullable;

/** A line while it is read. Texts are cleaned when it is made. */
public final class LineDraft {
  /** See {@link Line#booked}. */
  public @Nullable LocalDate booked;
  /** See {@link Line#value}. */
  public @Nullable LocalDate value;
  /** See {@link Line#amount}; must be set. */
  public @Nullable Money amount;
  /** See {@link Line#original}. */
  public @Nullable Money original;
  /** See {@link Line#fee}. */
  public @Nullable Money fee;
  /** See {@link Line#status}. */
  public Line.Status status = Line.Status.BOOKED;
  /** See {@link Party#name}. */
  public String name = "";
  /** See {@link Party#account}. */
  public String account = "";
  /** See {@link Party#bank}. */
  public String bank = "";
  /** See {@link Line#text}. */
  public String text = "";
  /** See {@link References#endToEnd}. */
  public String endToEnd = "";
  /** See {@link References#mandate}. */
  public String mandate = "";
  /** See {@link References#creditor}. */
  public String creditor = "";
  /** See {@link References#bank}. */
  public String bankReference = "";
  /** See {@link References#customer}. */
  public String customer = "";
  /** See {@link References#structured}. */
  public final List<String> structured = new ArrayList<>();
  /** Whether the line takes back an earlier one. */
  public boolean returned;
  /** See {@link Returned#reason}. */
  public String reason = "";
  /** See {@link Returned#detail}. */
  public String detail = "";

  /** The line, without its key. */
  Line line(Money exact) {
    String words = Texts.lines(text);
    return new Line(Optional.ofNullable(booked), Optional.ofNullable(value), exact, status, party(), words,
        references(words), takenBack(), Optional.ofNullable(original).filter(each -> !each.equals(exact)),
        Optional.ofNullable(fee), "");
  }

  private Party party() {
    return new Party(Texts.oneLine(name), Account.of(Texts.oneLine(account)), Texts.oneLine(bank));
  }

  private Optional<Returned> takenBack() {
    return returned || !reason.isEmpty()
        ? Optional.of(new Returned(Texts.oneLine(reason), Texts.oneLine(detail)))
        : Optional.empty();
  }

  /** What was given; where no structured reference was, the text if it is nothing but one. */
  private References references(String words) {
    if (structured.isEmpty()) {
      CreditorReference.only(words).ifPresent(structured::add);
    }
    return new References(given(endToEnd), given(mandate), Texts.oneLine(creditor), given(bankReference),
        given(customer), structured.stream().limit(100).map(Texts::oneLine).filter(each -> !each.isEmpty()).toList());
  }

  /** A reference, or nothing for the words by which banks say that there is none. */
  private static String given(String reference) {
    String one = Texts.oneLine(reference);
    return switch (one) {
      case "NOTPROVIDED", "NONREF", "NOTAVAIL", "NOT PROVIDED" -> "";
      default -> one;
    };
  }
}
