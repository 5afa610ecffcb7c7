// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.Settled;
import org.groundwork.banking.Settling;
import org.groundwork.gifts.NewGift;
import org.groundwork.gifts.Payers;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.NameSearch;
import org.groundwork.roll.People;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lines that somebody gave: written down with their kind, held where they have to be. */
@Controller
class LineGiftController {
  private final Transactions transactions;
  private final BankDesk desk;
  private final Settling settling;
  private final Payers payers;
  private final Members members;
  private final Audit audit;

  LineGiftController(Transactions transactions, BankDesk desk, Settling settling, Payers payers, NameSearch search,
      People people, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.settling = settling;
    this.payers = payers;
    this.members = new Members(search, people);
    this.audit = audit;
  }

  /** Who can have given it. */
  private record Members(NameSearch search, People people) {
    Optional<List<LineGiftPage.Found>> found(String typed) {
      if (typed.isBlank() || typed.length() > NewGift.LONGEST_NAME) {
        return Optional.empty();
      }
      return Optional.of(search.find(typed, Optional.empty()) instanceof NameSearch.Outcome.Found found
          ? found.people().stream().map(each -> new LineGiftPage.Found(each.id(), each.name())).toList()
          : List.of());
    }

    String name(Optional<UUID> giving) {
      return giving.map(id -> people.known(id).map(People.Known::name).orElseThrow(BankDesk::notFound)).orElse("");
    }
  }

  @GetMapping("/l/{local}/bank/lines/{id}/gift")
  @Requires(Power.KEEP_MONEY)
  Answer ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String ask) {
    return transactions.write(() -> {
      BankLine line = incoming(id);
      audit.record(q.isBlank() ? "bank-lines-seen" : "bank-payer-searched",
          new SubjectRef("bank-account", line.account()), q.isBlank() ? "1" : "");
      Optional<UUID> giving = BankDesk.id(person);
      String general = desk.funds()
          .stream()
          .filter(each -> each.kind() == FundKind.GENERAL)
          .findFirst()
          .map(each -> each.id().toString())
          .orElse("");
      var form = new LineGiftForm(giving.map(UUID::toString).orElse(""), "", cut(line), "", general, "",
          ask.equals("on") ? "on" : "");
      return Answer.show(page(line, giving, form, new FormErrors(), members.found(q)));
    });
  }

  @PostMapping("/l/{local}/bank/lines/{id}/gift")
  @Requires(Power.KEEP_MONEY)
  Answer take(@PathVariable UUID id, @ModelAttribute LineGiftForm form) {
    return transactions.write(() -> {
      BankLine line = incoming(id);
      Optional<UUID> giving = BankDesk.id(form.person());
      members.name(giving);
      var errors = new FormErrors();
      return form.read(errors, giving, desk.funds())
          .map(said -> Answer.goTo(BankDesk.at("bank/lines/" + id + "?done=" + done(settling.gift(id, said)))))
          .orElseGet(() -> Answer.again(page(line, giving, form, errors, Optional.empty())));
    });
  }

  private static String done(Settled settled) {
    return switch (settled) {
      case Settled.Done _ -> "said";
      case Settled.Held _ -> "held";
      case Settled.Before _ -> "before";
      case Settled.Wrong _ -> "nogift";
      default -> "refused";
    };
  }

  private BankLine incoming(UUID id) {
    BankLine line = desk.line(id, Power.KEEP_MONEY);
    if (!line.incoming()) {
      throw BankDesk.notFound();
    }
    return line;
  }

  private static String cut(BankLine line) {
    String name = line.told().name().strip();
    return name.substring(0, Math.min(NewGift.LONGEST_NAME, name.length()));
  }

  private LineGiftPage page(BankLine line, Optional<UUID> giving, LineGiftForm form, FormErrors errors,
      Optional<List<LineGiftPage.Found>> found) {
    return new LineGiftPage(line, payers.like(cut(line)), members.name(giving), desk.funds(), form, errors, found);
  }
}
