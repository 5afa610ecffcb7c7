// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Site;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Rounds;
import org.groundwork.rounds.Takings;
import org.groundwork.rounds.Visits;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Collecting rounds, one's own or the local's, and beginning one. */
@Controller
class RoundsController {
  private static final int SHOWN = 100;
  private final Transactions transactions;
  private final RoundsDesk desk;
  private final Rounds rounds;
  private final Visits visits;
  private final Takings takings;
  private final RoundStarts starts;

  RoundsController(Transactions transactions, RoundsDesk desk, Rounds rounds, Visits visits, Takings takings,
      RoundStarts starts) {
    this.transactions = transactions;
    this.desk = desk;
    this.rounds = rounds;
    this.visits = visits;
    this.takings = takings;
    this.starts = starts;
  }

  @GetMapping("/l/{local}/dues/rounds")
  @Requires(Power.TAKE_PART)
  Answer all(@RequestParam(defaultValue = "") String after) {
    return transactions.read(() -> {
      boolean keeps = Callers.actor().mayEverywhere(Power.KEEP_MONEY);
      var some = rounds.latest(looks(), RoundsDesk.id(after), SHOWN);
      var ids = some.stream().map(Round::id).toList();
      var progress = visits.progress(ids);
      var waits = keeps ? takings.howManyWait(ids) : Map.<UUID, Integer>of();
      var names = desk.names(some.stream().flatMap(round -> round.steward().stream()).distinct().toList());
      return Answer.show(new RoundsPage(desk.ready(), some.stream()
          .map(round -> new RoundsPage.Row(round, desk.place(round),
              round.steward().map(id -> names.getOrDefault(id, "")).orElse(""), round.isOf(RoundsDesk.me()),
              Optional.ofNullable(progress.get(round.id())).orElseThrow(), waits.getOrDefault(round.id(), 0)))
          .toList(), some.size() < SHOWN ? Optional.empty() : Optional.of(ids.getLast()),
          new RoundsPage.May(RoundStarts.begins(), keeps), rounds.showsDue()));
    });
  }

  /** What {@link RoundReader#any} says of one round, for all of them. */
  private Rounds.Looks looks() {
    var actor = Callers.actor();
    boolean keeps = actor.mayEverywhere(Power.KEEP_MONEY);
    boolean all = keeps || actor.mayEverywhere(Power.SEE_MONEY);
    var sites = all
        ? List.<UUID>of()
        : desk.sites().all().stream().map(Site::id).filter(site -> actor.may(Power.ORGANISE, site)).toList();
    return new Rounds.Looks(actor.person(), all, sites, actor.mayEverywhere(Power.APPROVE_MONEY), keeps);
  }

  @PostMapping("/l/{local}/dues/rounds/rule")
  @Requires(Power.KEEP_MONEY)
  Answer rule(@RequestParam(defaultValue = "") String shows) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      rounds.showDue(shows.equals("on"));
      return Answer.goTo(RoundsDesk.at(""));
    });
  }

  @GetMapping("/l/{local}/dues/rounds/new")
  @Requires(Power.TAKE_PART)
  Answer blank(@RequestParam(defaultValue = "") String of) {
    begins();
    return transactions.read(() -> desk.ready()
        ? Answer.show(page(new RoundForm(desk.fresh().toString(), of, ""), Set.of(), FormErrors.none()))
        : Answer.goTo(RoundsDesk.at("")));
  }

  private static void begins() {
    if (!RoundStarts.begins()) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }

  private NewRoundPage page(RoundForm form, Set<String> parts, FormErrors errors) {
    var of = form.readOf();
    if (of.filter(each -> !starts.begins(each)).isPresent()) {
      throw RoundsDesk.notFound();
    }
    boolean anybody = Callers.actor().mayEverywhere(Power.KEEP_MONEY);
    if (of.isEmpty()) {
      return new NewRoundPage(anybody, starts.sites(), of, "", List.of(), List.of(), form, errors);
    }
    var site = of.get().site();
    return new NewRoundPage(anybody, List.of(), of, site.flatMap(desk.sites()::byId).map(Site::name).orElse(""),
        site.map(id -> starts.parts(id, parts)).orElseGet(List::of), starts.stewards(site), form, errors);
  }

  @PostMapping("/l/{local}/dues/rounds/new")
  @Requires(Power.TAKE_PART)
  Answer begin(@ModelAttribute RoundForm form, @RequestParam MultiValueMap<String, String> all) {
    begins();
    return transactions.write(() -> {
      var of = form.readOf().filter(starts::begins).orElseThrow(RoundsDesk::notFound);
      if (!desk.ready()) {
        return Answer.goTo(RoundsDesk.at(""));
      }
      var errors = new FormErrors();
      // not as a list of its own: one that comes alone would be cut where it has a comma, as "Packing, Night" has
      var typed = all.getOrDefault("part", List.of());
      Set<String> parts = of.site().isPresent() ? starts.known(of.site().get(), typed) : new TreeSet<>();
      var steward = RoundsDesk.chosen(starts.stewards(of.site()), NewRoundPage.Steward::id, form.steward());
      if (steward.isEmpty()) {
        errors.refuse("steward", "rounds.steward.choose");
      }
      var people = starts.people(of, parts);
      if (people.size() > Round.MOST_PEOPLE) {
        errors.refuse(of.site().isPresent() ? "parts" : "of", "rounds.too-many", Round.MOST_PEOPLE);
      } else if (people.isEmpty() && of.kind() != Round.Kind.NAMES) {
        errors.refuse(of.site().isPresent() ? "parts" : "of", "rounds.nobody-there");
      }
      if (errors.any()) {
        return Answer.again(page(form, parts, errors));
      }
      if (!desk.first(form.once())) {
        return Answer.goTo(RoundsDesk.at(""));
      }
      UUID round = rounds.begin(new Rounds.New(of.kind(), of.site(), new ArrayList<>(parts), steward.get().id(),
          people));
      return Answer.goTo(RoundsDesk.at("/" + round));
    });
  }
}
