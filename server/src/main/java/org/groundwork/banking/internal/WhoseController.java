// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.Settled;
import org.groundwork.banking.Settling;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.Directory;
import org.groundwork.roll.NameSearch;
import org.groundwork.roll.People;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lines that are somebody's dues: whose, is found by name. */
@Controller
class WhoseController {
  private static final int LONGEST = 80;
  private final Transactions transactions;
  private final BankDesk desk;
  private final NameSearch names;
  private final People people;
  private final Settling settling;
  private final Audit audit;

  WhoseController(Transactions transactions, BankDesk desk, NameSearch names, People people, Settling settling,
      Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.names = names;
    this.people = people;
    this.settling = settling;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/bank/lines/{id}/dues")
  @Requires(Power.KEEP_MONEY)
  Answer whose(@PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
    return transactions.write(() -> {
      BankLine line = desk.line(id, Power.KEEP_MONEY);
      String typed = name.isBlank() ? line.told().name() : name.strip();
      String shortened = typed.substring(0, Math.min(LONGEST, typed.length()));
      audit.record("bank-payer-searched", new SubjectRef("bank-account", line.account()), "");
      return switch (names.find(shortened, Optional.empty())) {
        case NameSearch.Outcome.TooShort _ ->
          Answer.show(new WhosePage(line, shortened, List.of(), !shortened.isEmpty(), false));
        case NameSearch.Outcome.Found(List<Directory.Entry> found, boolean more) ->
          Answer.show(new WhosePage(line, shortened, found.stream()
              .filter(each -> !each.bossSide())
              .map(each -> new WhosePage.Found(each.id(), each.name(), each.places()
                  .stream()
                  .map(place -> place.siteName() + place.unit().map(unit -> " " + unit).orElse(""))
                  .collect(Collectors.joining(", "))))
              .toList(), false, more));
      };
    });
  }

  @PostMapping("/l/{local}/bank/lines/{id}/dues")
  @Requires(Power.KEEP_MONEY)
  Answer take(@PathVariable UUID id, @RequestParam(defaultValue = "") String person) {
    return transactions.write(() -> {
      desk.line(id, Power.KEEP_MONEY);
      UUID whose = BankDesk.id(person).filter(each -> people.known(each).isPresent()).orElseThrow(BankDesk::notFound);
      Settled settled = settling.dues(id, whose);
      String done = switch (settled) {
        case Settled.Done _ -> "said";
        case Settled.Before _ -> "before";
        case Settled.Wrong _ -> "nodues";
        case Settled.OtherSide _ -> "otherside";
        default -> "refused";
      };
      return Answer.goTo(BankDesk.at("bank/lines/" + id + "?done=" + done));
    });
  }
}
