// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.ofx;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.groundwork.statements.Account;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Balance;
import org.groundwork.statements.Line;
import org.groundwork.statements.StatementSink;
import org.groundwork.statements.internal.Defects;
import org.groundwork.statements.internal.LineDraft;
import org.groundwork.statements.internal.StatementDraft;
import org.groundwork.statements.sepa.Iban;
import org.jspecify.annotations.Nullable;

/** Reads the statements of bank accounts and credit cards in OFX 1 and 2. */
public final class OfxReader {
  /** Groups of values whose names say something else than outside of them. */
  private static final Set<String> GROUPS = Set.of("PAYEE", "BANKACCTTO", "CCACCTTO", "CURRENCY", "ORIGCURRENCY",
      "LEDGERBAL",
      "AVAILBAL", "BANKACCTFROM", "CCACCTFROM", "BAL", "IMAGEDATA");

  private final OfxTags tags;
  private final StatementSink sink;
  private final Defects defects = new Defects();
  private @Nullable StatementDraft statement;
  private @Nullable Tag line;
  private String group = "";
  /** Values since the statement or the line began, by group and name. */
  private final Map<String, Tag> values = new HashMap<>();

  private OfxReader(String text, StatementSink sink) {
    this.tags = new OfxTags(text, Math.max(0, text.indexOf("<OFX>")));
    this.sink = sink;
  }

  /** Reads a whole file. */
  public static void read(String text, StatementSink sink) throws BadFile {
    new OfxReader(text, sink).read();
  }

  private void read() throws BadFile {
    boolean any = false;
    Tag last = new Tag("", "", 1, 1);
    try {
      for (Tag tag = tags.next(); tag != null && !defects.tooMany(); tag = tags.next()) {
        last = tag;
        any |= tag.name().equals("/STMTRS") || tag.name().equals("/CCSTMTRS");
        careful(tag);
      }
      if (statement != null) {
        defects.add(last.line(), last.column(), "the file ends within a statement");
      } else if (!any) {
        defects.add(1, 1, "there is no statement of an account or a card in the file");
      }
    } catch (BadFile broken) {
      defects.addAll(broken);
    }
    defects.refuse();
  }

  private void careful(Tag tag) {
    try {
      take(tag);
    } catch (BadFile bad) {
      defects.addAll(bad);
    } catch (ArithmeticException huge) {
      defects.add(tag.line(), tag.column(),
          "the sum of the amounts is beyond what can be counted, or there are too many lines");
    }
  }

  private void take(Tag tag) throws BadFile {
    switch (tag.name()) {
      case "STMTRS", "CCSTMTRS" -> {
        if (statement != null) {
          throw tag.bad("a statement begins within another");
        }
        statement = new StatementDraft(sink);
        values.clear();
      }
      case "/STMTRS", "/CCSTMTRS" -> end(tag);
      case "STMTTRN", "STMTTRNP" -> begin(tag);
      case "/STMTTRN", "/STMTTRNP" -> line(tag);
      case "SEVERITY" -> {
        if (tag.value().equals("ERROR")) {
          throw tag.bad("the bank answers with an error instead of a statement");
        }
      }
      default -> value(tag);
    }
  }

  private void value(Tag tag) throws BadFile {
    if (tag.value().isEmpty()) {
      if (GROUPS.contains(tag.name())) {
        closed(tag);
        group = tag.name() + ".";
      } else if (tag.name().startsWith("/") && group.equals(tag.name().substring(1) + ".")) {
        group = "";
        close(tag.name());
      }
    } else if (statement != null) {
      values.putIfAbsent(group + tag.name(), tag);
    }
  }

  /** Within a line no group holds another, nor goes on behind it. */
  private void closed(Tag next) throws BadFile {
    if (line != null && !group.isEmpty()) {
      String open = group.substring(0, group.length() - 1);
      group = "";
      line = null;
      throw next.bad(open + " is not closed in this line");
    }
  }

  private void close(String name) throws BadFile {
    if (statement == null || line != null) {
      return;
    }
    switch (name) {
      case "/BANKACCTFROM" -> statement.account = account("BANKACCTFROM.");
      case "/CCACCTFROM" -> statement.account = account("CCACCTFROM.");
      case "/LEDGERBAL" -> balance("LEDGERBAL.", Balance.Kind.CLOSING);
      case "/AVAILBAL" -> balance("AVAILBAL.", Balance.Kind.CLOSING_AVAILABLE);
      default -> {
        // Other groups are read with the line they stand in.
      }
    }
  }

  private Account account(String prefix) {
    String number = text(prefix + "ACCTID");
    String bank = text(prefix + "BANKID");
    return Account.of(number.isEmpty() || bank.isEmpty() || Iban.isValid(number) ? number : bank + "/" + number);
  }

  private void balance(String prefix, Balance.Kind kind) throws BadFile {
    Tag amount = values.get(prefix + "BALAMT");
    if (amount != null && statement != null) {
      statement
          .balance(new Balance(kind, OfxValues.money(amount, currency(amount)),
              Optional.ofNullable(day(prefix + "DTASOF"))));
    }
  }

  private void begin(Tag tag) throws BadFile {
    if (statement == null || line != null) {
      throw tag.bad("a line begins outside of a statement, or within another line");
    }
    head();
    currency(tag);
    if (statement.account.id().isEmpty()) {
      throw tag.bad("the account is not known here: no BANKACCTFROM or CCACCTFROM stands before");
    }
    line = tag;
    values.keySet().removeIf(each -> !each.equals("CURDEF"));
    group = "";
  }

  /** What the statement says before its lines. */
  private void head() throws BadFile {
    if (statement != null) {
      statement.currency = text("CURDEF");
      LocalDate from = day("DTSTART");
      LocalDate to = day("DTEND");
      statement.from = from == null ? statement.from : from;
      statement.to = to == null ? statement.to : to;
    }
  }

  private String currency(Tag where) throws BadFile {
    String currency = text("CURDEF");
    if (currency.isEmpty()) {
      throw where.bad("the currency is not known here: no CURDEF stands before");
    }
    return currency;
  }

  private void line(Tag end) throws BadFile {
    closed(end);
    Tag begin = line;
    line = null;
    if (begin == null || statement == null) {
      throw end.bad("no line begins that ends here");
    }
    var draft = new LineDraft();
    boolean pending = begin.name().equals("STMTTRNP");
    draft.status = pending ? Line.Status.PENDING : Line.Status.BOOKED;
    draft.booked = day(pending ? "DTTRAN" : "DTPOSTED");
    draft.value = day("DTAVAIL");
    Tag amount = values.get("TRNAMT");
    if (amount == null || draft.booked == null) {
      throw begin.bad("the line has no amount or no day");
    }
    String own = text("CURRENCY.CURSYM");
    draft.amount = OfxValues.money(amount, own.isEmpty() ? currency(amount) : own);
    draft.name = Optional.of(text("PAYEE.NAME")).filter(each -> !each.isEmpty()).orElse(text("NAME"));
    draft.account = Optional.of(text("BANKACCTTO.ACCTID"))
        .filter(each -> !each.isEmpty())
        .orElse(text("CCACCTTO.ACCTID"));
    draft.bank = text("BANKACCTTO.BANKID");
    draft.text = text("MEMO");
    draft.bankReference = text("FITID");
    draft.customer = Optional.of(text("CHECKNUM")).filter(each -> !each.isEmpty()).orElse(text("REFNUM"));
    draft.returned = values.containsKey("CORRECTFITID");
    draft.detail = text("CORRECTFITID");
    statement.line(draft);
  }

  private void end(Tag tag) throws BadFile {
    StatementDraft of = statement;
    statement = null;
    if (of == null || line != null) {
      line = null;
      throw tag.bad("the statement ends within a line, or none begins that ends here");
    }
    if (of.currency == null) {
      of.currency = text("CURDEF");
    }
    of.end();
  }

  private String text(String name) {
    Tag tag = values.get(name);
    return tag == null ? "" : tag.value();
  }

  private @Nullable LocalDate day(String name) throws BadFile {
    Tag tag = values.get(name);
    return tag == null ? null : OfxValues.day(tag);
  }
}
