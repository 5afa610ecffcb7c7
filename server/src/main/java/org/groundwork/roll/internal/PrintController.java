// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.paper.PaperSize;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.roll.People;
import org.groundwork.roll.PrintCopies;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A site's list for the clipboard. It is no export: on paper stand codes, and each copy is asked back. */
@Controller
class PrintController {
  private final Transactions transactions;
  private final Sites sites;
  private final People people;
  private final PrintCopies copies;
  private final Locals locals;
  private final OnceOnly onlyOnce;
  private final Ids ids;
  private final Audit audit;

  PrintController(Transactions transactions, Sites sites, People people, PrintCopies copies, Locals locals,
      OnceOnly onlyOnce, Ids ids, Audit audit) {
    this.transactions = transactions;
    this.sites = sites;
    this.people = people;
    this.copies = copies;
    this.locals = locals;
    this.onlyOnce = onlyOnce;
    this.ids = ids;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/sites/{site}/prints")
  @Requires(Power.SEE_PEOPLE)
  Answer list(@PathVariable UUID site) {
    return transactions.read(() -> {
      var at = within(site);
      var made = copies.of(site);
      var names = people.known(made.stream().flatMap(copy -> copy.by().stream()).distinct().toList());
      return Answer.show(new PrintsPage(at, made.stream()
          .map(copy -> new PrintsPage.Line(copy,
              copy.by().flatMap(by -> Optional.ofNullable(names.get(by))).map(People.Known::name).orElse("?")))
          .toList(), locals.profile().zone(), ids.random()));
    });
  }

  @PostMapping("/l/{local}/sites/{site}/prints")
  @Requires(Power.SEE_PEOPLE)
  Answer make(@PathVariable UUID site, @RequestParam(defaultValue = "") String names,
      @RequestParam Optional<UUID> once) {
    return transactions.write(() -> {
      within(site);
      if (!onlyOnce.first(once.orElseGet(ids::random), "print")) {
        return Answer.goTo(path(site)); // sent twice: the copy is there
      }
      return Answer.goTo(path(site) + "/" + copies.make(site, names.equals("on")));
    });
  }

  @GetMapping("/l/{local}/sites/{site}/prints/{copy}")
  @Requires(Power.SEE_PEOPLE)
  Answer sheet(@PathVariable UUID site, @PathVariable UUID copy) {
    return transactions.write(() -> Answer.show(page(within(site), copy)));
  }

  /** The same as a file, for a printer that is somewhere else. */
  @GetMapping("/l/{local}/sites/{site}/prints/{copy}/paper")
  @Requires(Power.SEE_PEOPLE)
  Answer paper(@PathVariable UUID site, @PathVariable UUID copy) {
    return transactions.write(() -> {
      var page = page(within(site), copy);
      return Answer.paper(new PrintSheet(page), PaperSize.of(locals.profile().currency()), "list");
    });
  }

  private PrintPage page(Site site, UUID copy) {
    var found = copy(site.id(), copy);
    audit.record("list-seen", new SubjectRef("site", site.id()), "copy " + found.number());
    var lines = copies.lines(found);
    var known = people.known(lines.stream().map(PrintCopies.Line::person).toList());
    return new PrintPage(site, found, lines.stream()
        .map(line -> new PrintPage.Line(line.code(), line.person(), line.unit().orElse(""),
            Optional.ofNullable(known.get(line.person())).map(People.Known::name).orElse("?")))
        .toList(), locals.profile().zone());
  }

  @PostMapping("/l/{local}/sites/{site}/prints/{copy}/returned")
  @Requires(Power.SEE_PEOPLE)
  Answer returned(@PathVariable UUID site, @PathVariable UUID copy) {
    return transactions.write(() -> {
      within(site);
      copies.returned(copy(site, copy));
      return Answer.goTo(path(site));
    });
  }

  private PrintCopies.Copy copy(UUID site, UUID copy) {
    return copies.find(site, copy).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  private Site within(UUID site) {
    return sites.byId(site)
        .filter(found -> Callers.actor().may(Power.SEE_PEOPLE, found.id()))
        .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  private static String path(UUID site) { return "/l/" + Callers.actor().handle() + "/sites/" + site + "/prints"; }
}
