// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.target.LoadedRegisters;
import org.groundwork.target.NetworkSearch;
import org.groundwork.target.NetworkSearch.Cursor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The networks of all registers, the largest first, and the search for one by a name or an address. */
@Controller
class NetworksController {
  static final String LIST = "networks/all";
  private static final int ROWS = 50;
  private static final int LONGEST = 120;
  private final Transactions transactions;
  private final NetworkSearch search;
  private final LoadedRegisters registers;

  NetworksController(Transactions transactions, NetworkSearch search, LoadedRegisters registers) {
    this.transactions = transactions;
    this.search = search;
    this.registers = registers;
  }

  @GetMapping("/l/{local}/networks/all")
  @Requires(Power.RESEARCH)
  Answer list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String size,
      @RequestParam(defaultValue = "") String after) {
    var errors = new FormErrors();
    String asked = errors.optional("q", q, LONGEST);
    if (!asked.isEmpty() || errors.any()) {
      return found(q, asked, errors);
    }
    boolean first = !size.matches("\\d{1,9}");
    var from = first ? Cursor.start() : new Cursor(Integer.parseInt(size), after);
    return transactions.read(() -> {
      var largest = search.largest(from, ROWS + 1);
      var shown = largest.subList(0, Math.min(ROWS, largest.size()));
      return Answer.show(new NetworksPage("", shown, List.of(), largest.size() > ROWS
          ? Optional.of(LIST + "?size=" + shown.getLast().sites() + "&after="
              + NetworkController.encoded(shown.getLast().network()))
          : Optional.empty(), first, loaded(), errors));
    });
  }

  private Answer found(String typed, String asked, FormErrors errors) {
    long letters = asked.codePoints().filter(Character::isLetterOrDigit).count();
    if (!errors.any() && letters < NetworkSearch.SHORTEST) {
      errors.refuse("q", "networks.search.short", NetworkSearch.SHORTEST);
    }
    return transactions.read(() -> {
      var found = errors.any() ? List.<NetworkSearch.Found>of() : search.like(asked);
      var page = new NetworksPage(typed, List.of(), found, Optional.empty(), true, loaded(), errors);
      return errors.any() ? Answer.again(page) : Answer.show(page);
    });
  }

  private boolean loaded() { return !registers.all().isEmpty(); }
}
