// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SignedInRoute;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages of jobs. Inside a local a job is shown to whom its kind names; the installation's to who runs it. */
@Controller
class JobController {
  private static final int LISTED = 100;
  private static final String LOCAL = "/l/{local}/jobs/{id}";
  private static final String INSTALLATION = "/installation/jobs/{id}";

  private final Jobs jobs;
  private final Transactions transactions;

  JobController(Jobs jobs, Transactions transactions) {
    this.jobs = jobs;
    this.transactions = transactions;
  }

  @GetMapping(LOCAL)
  @Requires(Power.TAKE_PART)
  Answer page(@PathVariable String id, @RequestParam(defaultValue = "0") String after) {
    return Answer.show(new JobPage(progress(ofLocal(), id, after)));
  }

  @GetMapping(LOCAL + "/progress")
  @Requires(Power.TAKE_PART)
  Answer fragment(@PathVariable String id) { return Answer.show(progress(ofLocal(), id, "0")); }

  @PostMapping(LOCAL + "/cancel")
  @Requires(Power.TAKE_PART)
  Answer cancel(@PathVariable String id) { return cancel(ofLocal(), id); }

  @PostMapping(LOCAL + "/again")
  @Requires(Power.TAKE_PART)
  Answer again(@PathVariable String id) { return again(ofLocal(), id); }

  @GetMapping(INSTALLATION)
  @SignedInRoute(ofInstallation = true)
  Answer installationPage(@PathVariable String id, @RequestParam(defaultValue = "0") String after) {
    return Answer.show(new JobPage(progress(Optional.empty(), id, after)));
  }

  @GetMapping(INSTALLATION + "/progress")
  @SignedInRoute(ofInstallation = true)
  Answer installationFragment(@PathVariable String id) { return Answer.show(progress(Optional.empty(), id, "0")); }

  @PostMapping(INSTALLATION + "/cancel")
  @SignedInRoute(ofInstallation = true)
  Answer installationCancel(@PathVariable String id) { return cancel(Optional.empty(), id); }

  @PostMapping(INSTALLATION + "/again")
  @SignedInRoute(ofInstallation = true)
  Answer installationAgain(@PathVariable String id) { return again(Optional.empty(), id); }

  private static Optional<LocalId> ofLocal() { return Optional.of(Tenancy.current()); }

  private JobProgress progress(Optional<LocalId> local, String id, String after) {
    long from = number(after);
    return transactions.read(() -> {
      JobView job = find(local, id);
      var refused = jobs.refused(local, job.id(), from, LISTED + 1);
      boolean more = refused.size() > LISTED;
      var listed = more ? refused.subList(0, LISTED) : refused;
      return new JobProgress(path(local, job), back(local, job), job, listed, more ? listed.getLast().seq() : 0);
    });
  }

  private Answer cancel(Optional<LocalId> local, String id) {
    return transactions.write(() -> {
      JobView job = find(local, id);
      jobs.cancel(local, job.id());
      return Answer.goTo(path(local, job));
    });
  }

  private Answer again(Optional<LocalId> local, String id) {
    return transactions.write(() -> {
      JobView job = find(local, id);
      jobs.again(local, job.id());
      return Answer.goTo(path(local, job));
    });
  }

  private JobView find(Optional<LocalId> local, String id) {
    JobView job = jobs.view(local, uuid(id)).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
    if (local.isPresent() && !Callers.actor().may(job.seenBy())) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return job;
  }

  private static String path(Optional<LocalId> local, JobView job) {
    return (local.isPresent() ? inLocal() : "/installation") + "/jobs/" + job.id();
  }

  private static String back(Optional<LocalId> local, JobView job) {
    return local.isEmpty() ? job.back() : inLocal() + (job.back().isEmpty() ? "" : "/" + job.back());
  }

  private static String inLocal() { return "/l/" + Callers.actor().handle(); }

  private static long number(String typed) { return typed.matches("[0-9]{1,9}") ? Long.parseLong(typed) : 0; }

  private static UUID uuid(String typed) {
    if (!typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
    return UUID.fromString(typed);
  }
}
