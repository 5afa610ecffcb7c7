// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.Settled;
import org.groundwork.banking.Settling;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One line of a statement: what it is for. */
@Controller
class LineController {
  private static final int LONGEST_WHY = 300;
  private final Transactions transactions;
  private final BankDesk desk;
  private final Settling settling;
  private final Texts texts;
  private final LinePages pages;
  private final Audit audit;

  LineController(Transactions transactions, BankDesk desk, LinePages pages, Settling settling, Texts texts,
      Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.pages = pages;
    this.settling = settling;
    this.texts = texts;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/bank/lines/{id}")
  @Requires(Power.SEE_MONEY)
  Answer look(@PathVariable UUID id, @RequestParam(defaultValue = "1") String parts,
      @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    return transactions.write(() -> {
      BankLine line = desk.line(id, Power.SEE_MONEY);
      audit.record("bank-lines-seen", new SubjectRef("bank-account", line.account()), "1");
      int rows = parts.matches("[1-6]") ? Integer.parseInt(parts) : 1;
      return Answer.show(pages.of(line, pages.blank(line, rows, language(request)), "", FormErrors.none(),
          done.matches("[a-z]{1,10}")
              ? "bank.done." + done
              : ""));
    });
  }

  @PostMapping("/l/{local}/bank/lines/{id}/confirm")
  @Requires(Power.KEEP_MONEY)
  Answer confirm(@PathVariable UUID id, @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String list, HttpServletRequest request) {
    return transactions.write(() -> {
      BankLine line = desk.line(id, Power.KEEP_MONEY);
      Settled settled = settling.confirm(new Settling.Seen(id, code));
      return settled instanceof Settled.Done && list.equals("yes")
          ? Answer.goTo(BankDesk.at("bank/accounts/" + line.account() + "/lines?done=1"))
          : answer(settled, shown(line, request), new FormErrors());
    });
  }

  /** A line with what was typed about it, in whose language. */
  private record Shown(BankLine line, HandForm form, String why, Locale language) {}

  private Shown shown(BankLine line, HttpServletRequest request) {
    return new Shown(line, pages.blank(line, 1, language(request)), "", language(request));
  }

  private Locale language(HttpServletRequest request) { return texts.of(request).language(); }

  /** Back to the line with what happened, or the form again with what the books do not take. */
  private Answer answer(Settled settled, Shown shown, FormErrors errors) {
    BankLine line = shown.line();
    switch (settled) {
      case Settled.Done _ -> {
        return Answer.goTo(BankDesk.at("bank/lines/" + line.id() + "?done=said"));
      }
      case Settled.Before _ -> {
        return Answer.goTo(BankDesk.at("bank/lines/" + line.id() + "?done=before"));
      }
      case Settled.Gone _ -> {
        return Answer.goTo(BankDesk.at("bank/lines/" + line.id() + "?done=changed"));
      }
      case Settled.Wrong _ -> errors.refuse("account1", "bank.account.choose");
      case Settled.Other _ -> errors.refuse("entries", "bank.known.other");
      case Settled.NotPaid _ -> {
        return Answer.goTo(BankDesk.at("bank/lines/" + line.id() + "?done=unpaid"));
      }
      case Settled.Held _ -> {
        return Answer.goTo(BankDesk.at("bank/lines/" + line.id() + "?done=held"));
      }
      case Settled.OtherSide _ -> {
        return Answer.goTo(BankDesk.at("bank/lines/" + line.id() + "?done=otherside"));
      }
      case Settled.Officers _ -> {
        return Answer.goTo(BankDesk.at("bank/lines/" + line.id() + "?done=officers"));
      }
      case Settled.Nobody _ -> {
        return Answer.goTo(BankDesk.at("bank/lines/" + line.id() + "?done=nobody"));
      }
      case Settled.Refused(Entered reason, UUID _) -> refuse(reason, shown, errors);
    }
    return Answer.again(pages.of(line, shown.form(), shown.why(), errors, ""));
  }

  private void refuse(Entered reason, Shown shown, FormErrors errors) {
    switch (reason) {
      case Entered.TooLittle(UUID fund, long has) ->
        errors.refuse("account1", "bank.refused.too-little", desk.names().getOrDefault(fund, ""),
            new Money(has, shown.line().amount().currency()).written(shown.language()));
      case Entered.Closed(java.time.YearMonth month) ->
        errors.refuse("account1", "bank.refused.closed",
            month.format(DateTimeFormatter.ofPattern("LLLL yyyy", shown.language())));
      case Entered.TooEarly(java.time.LocalDate opened) ->
        errors.refuse("account1", "bank.refused.early", opened);
      default -> errors.refuse("account1", "bank.refused.gone");
    }
  }

  @PostMapping("/l/{local}/bank/lines/{id}/enter")
  @Requires(Power.KEEP_MONEY)
  Answer enter(@PathVariable UUID id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    return transactions.write(() -> {
      BankLine line = desk.line(id, Power.KEEP_MONEY);
      var errors = new FormErrors();
      var form = HandForm.of(typed);
      return form.read(errors, line, language(request))
          .map(said -> answer(settling.byHand(id, said), new Shown(line, form, "", language(request)), errors))
          .orElseGet(() -> Answer.again(pages.of(line, form, "", errors, "")));
    });
  }

  /** Takes the line as entries that are there already. */
  @PostMapping("/l/{local}/bank/lines/{id}/known")
  @Requires(Power.KEEP_MONEY)
  Answer known(@PathVariable UUID id, @RequestParam(name = "entry", required = false) String[] entries,
      HttpServletRequest request) {
    return transactions.write(() -> {
      BankLine line = desk.line(id, Power.KEEP_MONEY);
      List<UUID> chosen = Stream.of(entries == null ? new String[0] : entries)
          .limit(LinePages.MOST_ENTRIES)
          .flatMap(each -> BankDesk.id(each).stream())
          .toList();
      var errors = new FormErrors();
      return answer(settling.known(id, chosen), shown(line, request), errors);
    });
  }

  @PostMapping("/l/{local}/bank/lines/{id}/hold")
  @Requires(Power.KEEP_MONEY)
  Answer hold(@PathVariable UUID id, @RequestParam(defaultValue = "") String why, HttpServletRequest request) {
    return transactions.write(() -> {
      BankLine line = desk.line(id, Power.KEEP_MONEY);
      if (line.incoming()) {
        return Answer.goTo(BankDesk.at("bank/lines/" + id + "/gift?ask=on"));
      }
      var errors = new FormErrors();
      String reason = errors.required("why", why, LONGEST_WHY);
      return errors.any()
          ? Answer.again(pages.of(line, pages.blank(line, 1, language(request)), why, errors, ""))
          : answer(settling.hold(id, pages.general(), reason),
              new Shown(line, pages.blank(line, 1, language(request)), why, language(request)), errors);
    });
  }

  @PostMapping("/l/{local}/bank/lines/{id}/undo")
  @Requires(Power.KEEP_MONEY)
  Answer undo(@PathVariable UUID id, HttpServletRequest request) {
    return transactions.write(() -> {
      BankLine line = desk.line(id, Power.KEEP_MONEY);
      Settled settled = settling.undo(id);
      return settled instanceof Settled.Done
          ? Answer.goTo(BankDesk.at("bank/lines/" + id + "?done=undone"))
          : answer(settled, shown(line, request), new FormErrors());
    });
  }
}
