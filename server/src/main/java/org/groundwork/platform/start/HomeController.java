// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.NextStep;
import org.groundwork.platform.web.Walk;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The first screen of a local, and the recovery sheet on the way to it. */
@Controller
class HomeController {
  private final Transactions transactions;
  private final List<NextStep> nextSteps;
  private final Locals locals;
  private final Accounts accounts;
  private final Walk walk;
  private final OverriddenRule overridden;

  HomeController(Transactions transactions, List<NextStep> nextSteps, Locals locals, Accounts accounts, Walk walk,
      OverriddenRule overridden) {
    this.overridden = overridden;
    this.transactions = transactions;
    this.nextSteps = nextSteps;
    this.locals = locals;
    this.accounts = accounts;
    this.walk = walk;
  }

  @GetMapping("/l/{local}")
  @Requires(Power.TAKE_PART)
  Answer home() {
    var actor = Callers.actor();
    if (transactions.read(overridden::unnoted)) {
      transactions.run(overridden::note);
    }
    return transactions.read(() -> {
      var steps = new ArrayList<NextStep.Step>();
      walk.next()
          .filter(path -> actor.mayEverywhere(Power.RUN_CAMPAIGNS))
          .ifPresent(path -> steps.add(new NextStep.Step(100,
              "home.walk", "home.walk.detail", List.of(walk.place(path).number(), walk.place(path).of()), path,
              "home.walk.action")));
      nextSteps.stream().map(step -> step.nextFor(actor)).flatMap(Optional::stream).forEach(steps::add);
      steps.sort(Comparator.comparingInt(NextStep.Step::urgency).reversed());
      return Answer
          .show(new HomePage(locals.profile().name(), steps.stream().findFirst(), steps.stream().skip(1).toList()));
    });
  }

  @GetMapping("/l/{local}/start/sheet")
  @Requires(Power.TAKE_PART)
  Answer sheet() { return Answer.show(new SheetPage(Optional.empty(), next())); }

  @PostMapping("/l/{local}/start/sheet")
  @Requires(Power.TAKE_PART)
  Answer showSheet() {
    String code = accounts.newRecoverySheet(Callers.actor().account());
    return Answer.show(new SheetPage(Optional.of(Going.groups(code)), next()));
  }

  private String next() { return transactions.read(walk::next).orElse(""); }
}
