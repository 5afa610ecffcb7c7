// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.organizing.Part;
import org.groundwork.organizing.Settings;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives everybody of a site one steward. */
@Controller
class StewardsController {
  private final Transactions transactions;
  private final TalkDesk desk;
  private final Stewards stewards;
  private final Settings settings;
  private final Audit audit;

  StewardsController(Transactions transactions, TalkDesk desk, Stewards stewards, Settings settings,
      Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.stewards = stewards;
    this.settings = settings;
    this.audit = audit;
  }

  /** What was chosen in a form that was refused. */
  private record Chosen(FormErrors errors, List<UUID> people, Optional<UUID> steward) {
    static Chosen nothing() { return new Chosen(FormErrors.none(), List.of(), Optional.empty()); }
  }

  @GetMapping("/l/{local}/sites/{site}/stewards")
  @Requires(Power.ORGANISE)
  Answer stewards(@PathVariable UUID site, @RequestParam Optional<String> part,
      @RequestParam(defaultValue = "") String done) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.ORGANISE);
      audit.record("stewards-seen", new SubjectRef("site", site), "");
      return Answer.show(page(at, part, Chosen.nothing(), done));
    });
  }

  @PostMapping("/l/{local}/sites/{site}/stewards")
  @Requires(Power.ORGANISE)
  Answer give(@PathVariable UUID site, @RequestParam(defaultValue = "") String part,
      @RequestParam(required = false) @Nullable List<String> person, @RequestParam(defaultValue = "") String steward) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.ORGANISE);
      var errors = new FormErrors();
      var ticked = ticked(at, person == null ? List.of() : person, errors);
      if (steward.equals(StewardsPage.NOBODY) && !errors.any()) {
        stewards.takeAway(site, ticked);
        return Answer.goTo(TalkDesk.in("sites/" + site + "/stewards?done=taken"));
      }
      var chosen = TalkForm.uuid(steward).filter(id -> stewards.able(site).contains(id));
      if (chosen.isEmpty()) {
        errors.refuse("steward", "stewards.choose");
      } else if (!errors.any()
          && stewards.give(site, ticked, chosen.get()) instanceof Stewards.Given.TooMany(var would, var most)) {
        errors.refuse("steward", "stewards.too-many", would, most);
      }
      return errors.any()
          ? Answer.again(page(at, Optional.of(part), new Chosen(errors, ticked, chosen), ""))
          : Answer.goTo(TalkDesk.in("sites/" + site + "/stewards?done=given"));
    });
  }

  private List<UUID> ticked(Site site, List<String> typed, FormErrors errors) {
    var here = ours(site).stream().map(People.Place::person).toList();
    var ticked = typed.stream().flatMap(id -> TalkForm.uuid(id).stream()).filter(here::contains).distinct().toList();
    if (ticked.isEmpty()) {
      errors.refuse("person", "stewards.nobody");
    }
    return ticked;
  }

  private List<People.Place> ours(Site site) {
    return desk.places(site).stream().filter(place -> !place.bossSide()).toList();
  }

  private StewardsPage page(Site site, Optional<String> part, Chosen chosen, String done) {
    var parts = new HashMap<UUID, String>();
    desk.units(site).forEach(unit -> parts.put(unit.id(), Part.of(site, unit)));
    Map<UUID, UUID> now = stewards.at(site.id());
    var byPart = new LinkedHashMap<String, List<People.Place>>();
    desk.units(site).forEach(unit -> byPart.computeIfAbsent(Part.of(site, unit), _ -> new ArrayList<>()));
    ours(site).forEach(place -> byPart
        .computeIfAbsent(place.unit().map(parts::get).orElse(""), _ -> new ArrayList<>())
        .add(place));
    var tabs = byPart.entrySet()
        .stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> new StewardsPage.Tab(entry.getKey(),
            (int) entry.getValue().stream().filter(place -> !now.containsKey(place.person())).count()))
        .sorted(Comparator.comparingInt(StewardsPage.Tab::uncovered).reversed())
        .toList();
    String shown = part.filter(byPart::containsKey)
        .or(() -> tabs.stream().findFirst().map(StewardsPage.Tab::part))
        .orElse("");
    return new StewardsPage(site, tabs, shown, lines(site, byPart.getOrDefault(shown, List.of()), now), choices(site),
        settings.now().stewardMost(), chosen.errors(), chosen.people(), chosen.steward(), done);
  }

  private List<StewardsPage.Line> lines(Site site, List<People.Place> places, Map<UUID, UUID> now) {
    var names = desk.names(Set.copyOf(now.values()));
    return desk.named(site, places)
        .stream()
        .map(somebody -> new StewardsPage.Line(somebody.id(), somebody.name(), somebody.door(),
            Optional.ofNullable(now.get(somebody.id())).map(id -> names.getOrDefault(id, ""))))
        .sorted(Comparator.comparing(line -> line.steward().isPresent()))
        .toList();
  }

  private List<StewardsPage.Steward> choices(Site site) {
    var able = stewards.able(site.id());
    var loads = stewards.loads(able);
    var names = desk.names(able);
    return able.stream()
        .map(id -> new StewardsPage.Steward(id, names.getOrDefault(id, ""), loads.getOrDefault(id, 0)))
        .sorted(Comparator.comparing(StewardsPage.Steward::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }
}
