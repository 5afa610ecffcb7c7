// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.mt940;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.statements.Account;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Balance;
import org.groundwork.statements.Line;
import org.groundwork.statements.Money;
import org.groundwork.statements.StatementSink;
import org.groundwork.statements.internal.Defects;
import org.groundwork.statements.internal.LineDraft;
import org.groundwork.statements.internal.StatementDraft;
import org.jspecify.annotations.Nullable;

/** Reads MT940 and MT942, a message after the other. */
public final class MtReader {
  private static final Pattern BALANCE = Pattern.compile("([CD])([0-9]{6})([A-Z]{3})?([0-9]{1,30}(?:,[0-9]*)?)\\s*");
  private static final Pattern CURRENCY_BEHIND = Pattern.compile("(.*[0-9])([A-Z]{3})", Pattern.DOTALL);

  private final MtFields fields;
  private final StatementSink sink;
  private final Defects defects = new Defects();
  private @Nullable StatementDraft statement;
  private @Nullable LineDraft line;
  private @Nullable Field lineField;
  /** Whether the balances are those of the end, so that a text belongs to them. */
  private boolean closed;
  /** Whether the message is an MT942, whose lines a statement is yet to bring. */
  private boolean interim;

  private MtReader(String text, StatementSink sink) {
    this.fields = new MtFields(text);
    this.sink = sink;
  }

  /** Reads a whole file. */
  public static void read(String text, StatementSink sink) throws BadFile {
    new MtReader(text, sink).read();
  }

  private void read() throws BadFile {
    boolean any = false;
    Field field = fields.next();
    while (field != null && !defects.tooMany()) {
      any |= field.tag().equals("20");
      try {
        take(field);
      } catch (BadFile bad) {
        defects.addAll(bad);
      } catch (DateTimeException noDay) {
        defects.add(field.line(), field.column(), "there is no such day as the date says");
      } catch (IllegalArgumentException wrong) {
        defects.add(field.line(), field.column(), String.valueOf(wrong.getMessage()));
      }
      field = fields.next();
    }
    end();
    if (!any) {
      defects.add(1, 1, "no message begins here with :20:");
    }
    defects.refuse();
  }

  private void take(Field field) throws BadFile {
    switch (field.tag()) {
      case "20" -> {
        end();
        statement = new StatementDraft(sink);
        statement.identifier = field.content().strip();
        closed = false;
        interim = false;
      }
      case MtFields.END -> end();
      case "21" -> inside(field);
      case "25" -> account(field);
      case "28", "28C" -> inside(field).sequence = field.content().strip();
      case "60F" -> balance(field, Balance.Kind.OPENING);
      case "60M" -> balance(field, Balance.Kind.PAGE_OPENING);
      case "62F" -> close(field, Balance.Kind.CLOSING);
      case "62M" -> close(field, Balance.Kind.PAGE_CLOSING);
      case "64" -> close(field, Balance.Kind.CLOSING_AVAILABLE);
      case "65" -> close(field, Balance.Kind.FORWARD_AVAILABLE);
      case "34F" -> floor(field);
      case "61" -> line(field);
      case "86", "NS" -> details(field);
      default -> inside(field);
    }
  }

  private StatementDraft inside(Field field) throws BadFile {
    if (statement == null) {
      throw field.bad(":" + field.tag() + ": stands outside of a message, which begins with :20:");
    }
    return statement;
  }

  private void account(Field field) throws BadFile {
    StatementDraft of = inside(field);
    String id = field.content().replace("\n", "").strip();
    Matcher behind = CURRENCY_BEHIND.matcher(id);
    if (behind.matches() && isCurrency(behind.group(2))) {
      of.currency = behind.group(2);
      id = behind.group(1);
    }
    of.account = Account.of(id);
  }

  private static boolean isCurrency(String code) {
    try {
      return Money.decimals(code) >= 0;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private void balance(Field field, Balance.Kind kind) throws BadFile {
    StatementDraft of = inside(field);
    Matcher parts = BALANCE.matcher(field.content());
    if (!parts.matches()) {
      throw field.bad("the balance is none as in C261127EUR12,50");
    }
    String currency = Optional.ofNullable(parts.group(3)).orElse(of.currency == null ? "" : of.currency);
    Money amount = Money.of(parts.group(4).replace(',', '.'), currency);
    of.currency = currency;
    of.balance(new Balance(kind, parts.group(1).equals("D") ? amount.negated() : amount,
        Optional.of(MtDates.of(parts.group(2)))));
  }

  private void close(Field field, Balance.Kind kind) throws BadFile {
    finish();
    closed = true;
    balance(field, kind);
  }

  private void floor(Field field) throws BadFile {
    StatementDraft of = inside(field);
    interim = true;
    if (of.currency == null && field.content().length() >= 3) {
      of.currency = field.content().substring(0, 3);
    }
  }

  private void line(Field field) throws BadFile {
    StatementDraft of = inside(field);
    finish();
    if (of.currency == null) {
      throw field.bad("the currency is not known here: no :60F:, :60M: or :34F: stands before");
    }
    if (of.account.id().isEmpty()) {
      throw field.bad("the account is not known here: no :25: stands before");
    }
    LineDraft draft = Mt61.read(field, of.currency);
    draft.status = interim ? Line.Status.PENDING : draft.status;
    line = draft;
    lineField = field;
    closed = false;
  }

  private void details(Field field) throws BadFile {
    inside(field);
    if (line == null || closed) {
      return;
    }
    if (field.tag().equals("NS")) {
      Mt86.readNumbered(field.content(), line);
    } else {
      Mt86.read(field.content(), line);
    }
  }

  private void finish() {
    if (line != null && statement != null && lineField != null) {
      try {
        statement.line(line);
      } catch (ArithmeticException huge) {
        defects.add(lineField.line(), lineField.column(),
            "the sum of the amounts is beyond what can be counted, or there are too many lines");
      }
    }
    line = null;
  }

  private void end() {
    finish();
    if (statement != null) {
      try {
        statement.end();
      } catch (ArithmeticException huge) {
        defects.add(1, 1, "the balances are beyond what an amount can be");
      }
    }
    statement = null;
  }
}
