// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankAccounts;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.BankLines;
import org.groundwork.banking.PaymentReferences;
import org.groundwork.banking.Proposal;
import org.groundwork.banking.Proposals;
import org.groundwork.banking.Reading;
import org.groundwork.banking.Rules;
import org.groundwork.banking.StatementImport;
import org.groundwork.banking.StatementImports;
import org.groundwork.banking.SureStart;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;

/**
 * A statement of many lines, camt.053 over a year: looked at, taken and matched within 30 s at 100,000 lines. Seven of ten
 * lines have the reference of one of a thousand members, one is for a rule, two are of nobody. Then all sure ones are
 * confirmed as dues and entries, for which there is no bound. Exit 1 if the bound is missed; it holds for as many lines
 * or fewer.
 *
 * <p>Arguments: a directory for the data, which is made anew, and the number of lines.
 */
public final class StatementBench {
  private static final int MEMBERS = 1_000;
  private static final int AT_ONCE = 200;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final String OURS = "DE02120300000000202051";
  private final OneLocal local;

  private StatementBench(OneLocal local) { this.local = local; }

  /** Seeds and measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 || !arguments[1].matches("[1-9][0-9]{2,5}")) {
      System.err.println("usage: StatementBench DIRECTORY LINES");
      System.exit(2);
    }
    boolean kept;
    try (var local = OneLocal.in(arguments[0], "EUR")) {
      new StatementBench(local).measure(Integer.parseInt(arguments[1]));
      kept = local.kept();
    }
    System.out.println(kept ? "every bound kept" : "a bound was MISSED");
    System.exit(kept ? 0 : 1);
  }

  private void measure(int lines) throws Exception {
    UUID account = account();
    List<String> references = references();
    byte[] file = statement(lines, references);
    System.out.printf(Locale.ROOT, "%,d lines, %,d KB%n", lines, file.length / 1024);
    long began = System.nanoTime();
    UUID imported = look(account, file);
    double looked = millis(began);
    long taking = System.nanoTime();
    take(imported);
    double taken = millis(taking);
    long matching = System.nanoTime();
    Map<Proposal.How, Integer> found = match(account);
    double matched = millis(matching);
    System.out.printf(Locale.ROOT, "looked at in %.0f ms, taken in %.0f ms, matched in %.0f ms: %s%n", looked, taken,
        matched, found);
    local.bound("imported and matched", looked + taken + matched, 30_000);
    confirm(account);
  }

  private static double millis(long began) { return (System.nanoTime() - began) / 1e6; }

  private UUID account() throws Exception {
    return local.in(() -> {
      local.bean(Books.class)
          .open(new Book(Currency.getInstance("EUR"), Month.JANUARY, FIRST), Locale.ENGLISH,
              new Books.FundNames("General", "Strike", "Hardship"));
      UUID bank = local.bean(Books.class).account(UsedFor.BANK).id();
      UUID fees = local.bean(Books.class).account(UsedFor.FEES).id();
      UUID general = local.bean(Books.class)
          .funds()
          .stream()
          .filter(each -> each.kind() == FundKind.GENERAL)
          .map(Fund::id)
          .findFirst()
          .orElseThrow();
      local.bean(Rules.class).add("printing", true, fees, general);
      var saved = local.bean(BankAccounts.class)
          .add(new BankAccounts.Told("Main", BankAccount.Kind.BANK, OURS, Optional.of(bank), OptionalInt.empty()));
      return ((BankAccounts.Saved.Done) saved).account();
    });
  }

  private List<String> references() throws Exception {
    return local.in(() -> {
      var references = new ArrayList<String>();
      UUID changes = local.bean(ChangeSets.class).open("founding");
      for (int at = 0; at < MEMBERS; at++) {
        UUID person = local.bean(People.class)
            .addMember(changes, new People.Known("Member " + at, Optional.empty(), Optional.empty(), ""));
        references.add(local.bean(PaymentReferences.class).give(person));
      }
      return references;
    });
  }

  private static byte[] statement(int lines, List<String> references) {
    var text = new StringBuilder("""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId>
        <CreDtTm>2026-12-31T10:00:00</CreDtTm></GrpHdr><Stmt><Id>S</Id><CreDtTm>2026-12-31T10:00:00</CreDtTm>
        <Acct><Id><IBAN>""").append(OURS).append("</IBAN></Id><Ccy>EUR</Ccy></Acct>\n");
    for (int at = 0; at < lines; at++) {
      LocalDate on = FIRST.plusDays((long) at * 364 / lines);
      String says = switch (at % 10) {
        case 0 -> "printing of leaflets " + at;
        case 1, 2 -> "donation " + at;
        default -> "dues " + references.get(at % references.size());
      };
      text.append("<Ntry><Amt Ccy=\"EUR\">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>")
          .append(on)
          .append("</Dt></BookgDt><AcctSvcrRef>R")
          .append(at)
          .append("</AcctSvcrRef><BkTxCd/><NtryDtls><TxDtls><Refs><EndToEndId>E")
          .append(at)
          .append("</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Payer ")
          .append(at % 7_919)
          .append("</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>")
          .append(says)
          .append("</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n");
    }
    return text.append("</Stmt></BkToCstmrStmt></Document>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private UUID look(UUID account, byte[] file) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
    UUID form = UUID.randomUUID();
    UUID imported = local.in(() -> local.bean(StatementImports.class)
        .start(new StatementImports.Incoming(form, account, Reading.TOLD, "statement.xml", hash,
            () -> new ByteArrayInputStream(file))));
    until(imported, StatementImport.State.READY);
    return imported;
  }

  private void take(UUID imported) throws Exception {
    local.in(() -> local.bean(StatementImports.class).take(imported));
    until(imported, StatementImport.State.TAKEN);
  }

  private void until(UUID imported, StatementImport.State state) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (local.in(() -> local.bean(StatementImports.class).find(imported).orElseThrow().state()) != state) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the file does not become " + state);
      }
      Thread.sleep(20);
    }
  }

  /** The first proposal of every line, as a job finds them that confirms all sure ones. */
  private Map<Proposal.How, Integer> match(UUID account) throws Exception {
    var found = new EnumMap<Proposal.How, Integer>(Proposal.How.class);
    BankLines.After after = BankLines.After.START;
    while (true) {
      BankLines.After behind = after;
      List<BankLine> some = local.in(() -> local.bean(BankLines.class).open(account, behind, AT_ONCE));
      if (some.isEmpty()) {
        return found;
      }
      local.in(() -> local.bean(Proposals.class).of(some))
          .values()
          .forEach(each -> each.stream().findFirst().ifPresent(first -> found.merge(first.how(), 1, Integer::sum)));
      after = new BankLines.After(some.getLast().on(), some.getLast().id());
    }
  }

  private void confirm(UUID account) throws Exception {
    long began = System.nanoTime();
    int before = local.in(() -> local.bean(BankLines.class).openOfAll()).getOrDefault(account, 0);
    local.in(() -> local.bean(SureStart.class).start(UUID.randomUUID(), account));
    int left = before;
    int same = 0;
    while (same < 100) {
      Thread.sleep(100);
      int now = local.in(() -> local.bean(BankLines.class).openOfAll()).getOrDefault(account, 0);
      same = now == left ? same + 1 : 0;
      left = now;
    }
    double took = millis(began) - 10_000;
    System.out.printf(Locale.ROOT, "%,d sure ones confirmed in %.0f ms%n", before - left, took);
    boolean right = local.in(() -> local.bean(Balances.class).faults().isEmpty());
    local.require(right, "the books do not add up");
  }
}
