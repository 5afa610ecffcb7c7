// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.organizing.FirstTask;
import org.groundwork.organizing.ToldWords;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A member talks to one person where they live or work, and their steward reads what came of it. */
@Controller
class FirstTaskController {
  private static final int LONGEST = 120;
  private final Transactions transactions;
  private final FirstTask task;
  private final ToldWords words;
  private final Sites sites;
  private final People people;
  private final Ids ids;
  private final Audit audit;

  FirstTaskController(Transactions transactions, FirstTask task, ToldWords words, Sites sites, People people, Ids ids,
      Audit audit) {
    this.transactions = transactions;
    this.task = task;
    this.words = words;
    this.sites = sites;
    this.people = people;
    this.ids = ids;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/first-task")
  @Requires(Power.TAKE_PART)
  Answer ask(@RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> Answer.show(page("", "", "", ids.random().toString(), FormErrors.none(),
        done.equals("told"))));
  }

  @PostMapping("/l/{local}/first-task")
  @Requires(Power.TAKE_PART)
  Answer tell(@RequestParam(defaultValue = "") String id, @RequestParam(defaultValue = "") String site,
      @RequestParam(defaultValue = "") String whom, @RequestParam(defaultValue = "") String came) {
    return transactions.write(() -> {
      UUID form = TalkForm.uuid(id).orElseThrow(TalkDesk::notFound);
      var at = TalkForm.uuid(site).filter(where -> mine().containsKey(where)).orElseThrow(TalkDesk::notFound);
      var errors = new FormErrors();
      String who = errors.optional("whom", whom, LONGEST);
      var said = FirstTask.Came.of(came);
      if (said.isEmpty()) {
        errors.refuse("came", "form.choose");
      }
      if (!errors.any() && !task.tell(form, at, who, said.orElseThrow())) {
        errors.refuse("came", "first-task.enough", FirstTask.MOST_WAITING);
      }
      return errors.any()
          ? Answer.again(page(site, whom, came, id, errors, false))
          : Answer.goTo(TalkDesk.in("first-task?done=told"));
    });
  }

  /** Where the caller lives or works, with who is responsible for them there. */
  private Map<UUID, Optional<UUID>> mine() {
    UUID me = Callers.actor().person();
    return task.sites(me).stream().collect(Collectors.toMap(site -> site, site -> task.steward(me, site)));
  }

  private FirstTaskPage page(String site, String whom, String came, String id, FormErrors errors, boolean told) {
    var mine = mine();
    var stewards = people.known(mine.values().stream().flatMap(Optional::stream).toList());
    var places = mine.entrySet()
        .stream()
        .flatMap(place -> sites.byId(place.getKey())
            .map(at -> new FirstTaskPage.Place(at, place.getValue()
                .flatMap(steward -> Optional.ofNullable(stewards.get(steward)))
                .map(People.Known::name)
                .orElse("")))
            .stream())
        .sorted(java.util.Comparator.comparing(place -> place.site().name()))
        .toList();
    return new FirstTaskPage(places, site, whom, came, id, errors, told);
  }

  @GetMapping("/l/{local}/told")
  @Requires(Power.TALK)
  Answer told() {
    return transactions.write(() -> {
      var waiting = words.waiting(Callers.actor());
      audit.record("told-seen", new SubjectRef("local", Callers.actor().local().value()), waiting.size() + " words");
      Map<UUID, String> places = new HashMap<>();
      waiting.stream()
          .map(FirstTask.Told::site)
          .distinct()
          .forEach(id -> sites.byId(id)
              .map(Site::name)
              .ifPresent(name -> places.put(id, name)));
      var by = people.known(waiting.stream().map(FirstTask.Told::by).distinct().toList());
      return Answer.show(new ToldPage(waiting.stream()
          .map(
              told -> new ToldPage.Line(told, Optional.ofNullable(by.get(told.by())).map(People.Known::name).orElse(""),
                  places.getOrDefault(told.site(), "")))
          .toList()));
    });
  }

  @PostMapping("/l/{local}/told/{id}/read")
  @Requires(Power.TALK)
  Answer read(@PathVariable UUID id) {
    return transactions.write(() -> {
      Set<UUID> mine = words.waiting(Callers.actor()).stream().map(FirstTask.Told::id).collect(Collectors.toSet());
      if (mine.contains(id)) {
        task.read(id);
      }
      return Answer.goTo(TalkDesk.in("told"));
    });
  }
}
