// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Levels;
import org.groundwork.organizing.Settings;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The local's scale: levels added, renamed and retired, and the figures that go with it. */
@Controller
class ScaleController {
  private static final int STEWARD_MOST = 50;
  private static final int FADES_LEAST = 7;
  private static final int FADES_MOST = 730;
  private final Transactions transactions;
  private final Levels levels;
  private final Settings settings;
  private final TalkDesk desk;

  ScaleController(Transactions transactions, Levels levels, Settings settings, TalkDesk desk) {
    this.transactions = transactions;
    this.levels = levels;
    this.settings = settings;
    this.desk = desk;
  }

  @GetMapping("/l/{local}/scale")
  @Requires(Power.ORGANISE)
  Answer scale() { return transactions.read(() -> Answer.show(page(FormErrors.none(), ScaleForm.blank(), false))); }

  @PostMapping("/l/{local}/scale/figures")
  @Requires(Power.ORGANISE)
  Answer figures(@ModelAttribute ScaleForm form) {
    Callers.everywhere(Power.ORGANISE);
    return transactions.write(() -> {
      var errors = new FormErrors();
      var values = new Settings.Values(errors.number("most", form.most(), 1, STEWARD_MOST),
          errors.number("fades", form.fades(), FADES_LEAST, FADES_MOST), form.readVersion());
      return answer(errors, form, () -> settings.set(values));
    });
  }

  @PostMapping("/l/{local}/scale/add")
  @Requires(Power.ORGANISE)
  Answer add(@ModelAttribute ScaleForm form) {
    Callers.everywhere(Power.ORGANISE);
    return transactions.write(() -> {
      var errors = new FormErrors();
      String name = errors.required("name", form.name(), ScaleForm.LONGEST_NAME);
      int means = errors.number("means", form.means(), Levels.ACTIVE, Levels.AGAINST);
      if (!errors.any() && !levels.add(means, name)) {
        errors.refuse("name", "scale.most", Levels.MOST);
      }
      return answer(errors, form, () -> true);
    });
  }

  @PostMapping("/l/{local}/scale/rename")
  @Requires(Power.ORGANISE)
  Answer rename(@ModelAttribute ScaleForm form) {
    Callers.everywhere(Power.ORGANISE);
    return transactions.write(() -> {
      UUID level = level(form);
      var errors = new FormErrors();
      String name = errors.required("name-" + level, form.name(), ScaleForm.LONGEST_NAME);
      return answer(errors, form, () -> levels.rename(level, form.readVersion(), name));
    });
  }

  @PostMapping("/l/{local}/scale/retire")
  @Requires(Power.ORGANISE)
  Answer retire(@ModelAttribute ScaleForm form) {
    Callers.everywhere(Power.ORGANISE);
    return transactions.write(() -> {
      UUID level = level(form);
      return answer(new FormErrors(), form, () -> levels.retire(level, form.readVersion()));
    });
  }

  private UUID level(ScaleForm form) {
    return TalkForm.uuid(form.level()).filter(id -> levels.inUse(id).isPresent()).orElseThrow(TalkDesk::notFound);
  }

  /** A change that says whether somebody else changed the same meanwhile. */
  private interface Change {
    boolean made();
  }

  private Answer answer(FormErrors errors, ScaleForm form, Change change) {
    if (errors.any()) {
      return Answer.again(page(errors, form, false));
    }
    return change.made() ? Answer.goTo(TalkDesk.in("scale")) : new Answer.Show(page(errors, form, true), 409);
  }

  /** Each name lasted until the next one began; the first of the five has none of the local's own. */
  private ScalePage.Line line(Levels.Level level) {
    var names = levels.names(level.id());
    var before = new ArrayList<ScalePage.Before>();
    for (int at = 1; at < names.size(); at++) {
      before.add(new ScalePage.Before(Optional.of(names.get(at).name()), names.get(at - 1).from()));
    }
    if (level.begun() && !names.isEmpty()) {
      before.add(new ScalePage.Before(Optional.empty(), names.getLast().from()));
    }
    return new ScalePage.Line(level, before);
  }

  private ScalePage page(FormErrors errors, ScaleForm form, boolean changed) {
    var lines = levels.inUse().stream().map(this::line).toList();
    var gone = levels.retired().stream().map(old -> new ScalePage.Gone(line(old.level()), old.at())).toList();
    return new ScalePage(lines, gone, settings.now(), errors, form, changed,
        Callers.actor().mayEverywhere(Power.ORGANISE),
        desk.zone());
  }
}
