// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.BankLines;
import org.groundwork.banking.Proposals;
import org.groundwork.banking.Settled;
import org.groundwork.banking.Settlements;
import org.groundwork.banking.Settling;
import org.groundwork.banking.SureStart;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lines of an account, page by page, with what they may be for. */
@Controller
class LinesController {
  private final Transactions transactions;
  private final BankDesk desk;
  private final BankLines lines;
  private final Proposals proposals;
  private final Settlements settlements;
  private final Settling settling;
  private final Audit audit;
  private final SureStart start;

  LinesController(Transactions transactions, BankDesk desk, BankLines lines, Proposals proposals,
      Settlements settlements, Settling settling, Audit audit, SureStart start) {
    this.transactions = transactions;
    this.desk = desk;
    this.lines = lines;
    this.proposals = proposals;
    this.settlements = settlements;
    this.settling = settling;
    this.audit = audit;
    this.start = start;
  }

  @GetMapping("/l/{local}/bank/accounts/{id}/lines")
  @Requires(Power.SEE_MONEY)
  Answer open(@PathVariable UUID id, @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String line, @RequestParam(defaultValue = "0") String done,
      @RequestParam(defaultValue = "0") String missed) {
    return transactions.write(() -> {
      BankAccount account = desk.account(id, Power.SEE_MONEY);
      List<BankLine> found = lines.open(id, after(day, line).orElse(BankLines.After.START), BankLines.PAGE + 1);
      List<BankLine> shown = found.subList(0, Math.min(found.size(), BankLines.PAGE));
      var proposed = proposals.withNames(shown);
      return show(account, true, found, shown.stream()
          .map(each -> new LinesPage.Row(each, proposed.getOrDefault(each.id(), List.of()), Optional.empty()))
          .toList(), number(done), number(missed));
    });
  }

  @GetMapping("/l/{local}/bank/accounts/{id}/all")
  @Requires(Power.SEE_MONEY)
  Answer all(@PathVariable UUID id, @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String line) {
    return transactions.write(() -> {
      BankAccount account = desk.account(id, Power.SEE_MONEY);
      List<BankLine> found = lines.all(id, after(day, line).orElse(BankLines.After.END), BankLines.PAGE + 1);
      List<BankLine> shown = found.subList(0, Math.min(found.size(), BankLines.PAGE));
      var now = settlements.now(shown.stream().map(BankLine::id).toList());
      return show(account, false, found, shown.stream()
          .map(each -> new LinesPage.Row(each, List.of(), Optional.ofNullable(now.get(each.id()))))
          .toList(), 0, 0);
    });
  }

  private Answer show(BankAccount account, boolean open, List<BankLine> found, List<LinesPage.Row> rows, int done,
      int missed) {
    audit.record("bank-lines-seen", new SubjectRef("bank-account", account.id()), Integer.toString(rows.size()));
    Optional<BankLines.After> next = found.size() > rows.size()
        ? Optional.of(new BankLines.After(rows.getLast().line().on(), rows.getLast().line().id()))
        : Optional.empty();
    return Answer.show(new LinesPage(account, open, lines.openOfAll().getOrDefault(account.id(), 0), rows, desk.names(),
        done, missed, next, BankDesk.keeps(), desk.fresh()));
  }

  private static Optional<BankLines.After> after(String day, String line) {
    try {
      return BankDesk.id(line).map(id -> new BankLines.After(java.time.LocalDate.parse(day), id));
    } catch (java.time.format.DateTimeParseException notADay) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  private static int number(String typed) { return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0; }

  /** Confirms what was shown as sure: what changed meanwhile is left, and said so. */
  @PostMapping("/l/{local}/bank/accounts/{id}/sure")
  @Requires(Power.KEEP_MONEY)
  Answer sure(@PathVariable UUID id, @RequestParam(name = "seen", required = false) String[] seen) {
    return transactions.write(() -> {
      BankAccount account = desk.account(id, Power.KEEP_MONEY);
      var confirmed = new ArrayList<Settling.Seen>();
      for (String each : seen == null ? new String[0] : seen) {
        int between = each.indexOf(' ');
        Optional<UUID> line = between > 0 ? BankDesk.id(each.substring(0, between)) : Optional.empty();
        line.ifPresent(found -> confirmed.add(new Settling.Seen(found, each.substring(between + 1))));
      }
      Map<UUID, Settled> settled = settling.confirmAll(of(account, confirmed));
      long done = settled.values().stream().filter(Settled.Done.class::isInstance).count();
      return Answer.goTo(BankDesk.at("bank/accounts/" + id + "/lines?done=" + done + "&missed="
          + (confirmed.size() - done)));
    });
  }

  /** Confirms all that are sure, however many pages they fill. */
  @PostMapping("/l/{local}/bank/accounts/{id}/all-sure")
  @Requires(Power.KEEP_MONEY)
  Answer allSure(@PathVariable UUID id, @RequestParam(defaultValue = "") String once) {
    return transactions.write(() -> {
      BankAccount account = desk.account(id, Power.KEEP_MONEY);
      return Answer.goTo(BankDesk.at("jobs/" + start.start(BankDesk.id(once).orElseGet(desk::fresh), account.id())));
    });
  }

  /** Only lines of this account, each once. */
  private List<Settling.Seen> of(BankAccount account, List<Settling.Seen> seen) {
    var ofAccount = new java.util.HashSet<UUID>();
    lines.some(seen.stream().map(Settling.Seen::line).limit(BankLines.PAGE).toList())
        .stream()
        .filter(each -> each.account().equals(account.id()))
        .forEach(each -> ofAccount.add(each.id()));
    return seen.stream().filter(each -> ofAccount.remove(each.line())).toList();
  }
}
