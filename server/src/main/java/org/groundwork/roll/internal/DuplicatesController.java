// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.Directory;
import org.groundwork.roll.PeopleInReach;
import org.groundwork.roll.PersonDuplicates;
import org.groundwork.roll.PersonMerge;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Records that may be one human: made one, parted again, or called two people. */
@Controller
class DuplicatesController {
  private final Transactions transactions;
  private final PersonDuplicates duplicates;
  private final PersonMerge merge;
  private final PeopleInReach reach;
  private final Sites sites;

  DuplicatesController(Transactions transactions, PersonDuplicates duplicates, PersonMerge merge, PeopleInReach reach,
      Sites sites) {
    this.transactions = transactions;
    this.duplicates = duplicates;
    this.merge = merge;
    this.reach = reach;
    this.sites = sites;
  }

  @GetMapping("/l/{local}/people/twice")
  @Requires(Power.EDIT_PEOPLE)
  Answer pairs(@RequestParam Optional<UUID> site, @RequestParam(defaultValue = "") String done) {
    return transactions.write(() -> {
      var within = sites.all().stream().filter(s -> Callers.actor().may(Power.EDIT_PEOPLE, s.id())).toList();
      var chosen = site
          .map(asked -> within.stream()
              .filter(s -> s.id().equals(asked))
              .findFirst()
              .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND)))
          .or(() -> within.stream().findFirst())
          .map(Site::id);
      reach.sawList("duplicates");
      var pairs = duplicates.pairs(reach.sites(), chosen)
          .stream()
          .map(pair -> new DuplicatesPage.Pair(side(pair.one()), side(pair.two()), pair.reason()))
          .toList();
      return Answer.show(new DuplicatesPage(pairs, within, chosen.map(UUID::toString).orElse(""), Done.key(done)));
    });
  }

  @PostMapping("/l/{local}/people/twice")
  @Requires(Power.EDIT_PEOPLE)
  Answer decide(@RequestParam UUID one, @RequestParam UUID two, @RequestParam String act,
      @RequestParam Optional<UUID> site) {
    return transactions.write(() -> {
      reach.change(one);
      reach.change(two);
      String back = "/l/" + Callers.actor().handle() + "/people/twice?" + site.map(at -> "site=" + at + "&").orElse("");
      if (act.equals("two")) {
        duplicates.areTwo(one, two);
        return Answer.goTo(back + "done=two");
      }
      if (merge.merge(one, two).isEmpty()) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo(back + "done=merged");
    });
  }

  @PostMapping("/l/{local}/people/{person}/part")
  @Requires(Power.EDIT_PEOPLE)
  Answer part(@PathVariable UUID person, @RequestParam UUID set) {
    return transactions.write(() -> {
      reach.change(person);
      boolean ours = merge.into(person).stream().anyMatch(merged -> merged.changeSet().equals(set));
      if (!ours || !merge.undo(set)) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo("/l/" + Callers.actor().handle() + "/people/" + person + "?done=parted");
    });
  }

  private static DuplicatesPage.Side side(Directory.Entry entry) {
    var places = entry.places()
        .stream()
        .filter(place -> Callers.actor().may(Power.SEE_PEOPLE, place.site()))
        .flatMap(place -> Stream.concat(place.unit().stream(), Stream.of(place.siteName())))
        .distinct()
        .collect(Collectors.joining(", "));
    return new DuplicatesPage.Side(entry.id(), entry.name(), places);
  }
}
