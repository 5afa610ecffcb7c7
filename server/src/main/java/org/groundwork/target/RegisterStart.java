// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts the import of an uploaded register as a job of the installation, once for each form. */
public final class RegisterStart {
  private final Jobs jobs;
  private final RegisterJob kind;
  private final RegisterUploads uploads;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  RegisterStart(Jobs jobs, RegisterJob kind, RegisterUploads uploads, Transactions transactions, JdbcClient jdbc) {
    this.jobs = jobs;
    this.kind = kind;
    this.uploads = uploads;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /**
   * What to load.
   *
   * @param mapping name of a built-in mapping, or a word for one's own
   * @param own text of one's own mapping
   */
  public record Load(String code, String name, String mapping, Optional<String> own) {}

  /** The job that a form started; empty if it started none yet. Runs in the installation's scope. */
  public Optional<UUID> started(UUID form) {
    return transactions.read(() -> jobs.onceOfInstallation(kind, form.toString()));
  }

  /**
   * The job that a form started, also one that somebody is just starting with the same form: waits until that is done.
   * Whoever is starting it has taken the files that waited, so that their absence alone says nothing. Runs in the
   * installation's scope.
   */
  public Optional<UUID> startedByNow(UUID form) {
    return transactions.write(() -> {
      alone(form);
      return jobs.onceOfInstallation(kind, form.toString());
    });
  }

  private void alone(UUID form) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("target.register " + form).query(rs -> {});
  }

  /**
   * Starts it unless the form has started one already, with the files of {@code folder} or, if there is none, those that
   * wait with the form; answers the job to look at, or nothing if no file waits. Of two who send one form at the same
   * time the second waits for the first. Runs in the installation's scope.
   */
  public Optional<UUID> start(UUID form, Load load, Optional<String> folder) {
    return transactions.writeOnce(() -> { // it moves a folder
      alone(form);
      var before = jobs.onceOfInstallation(kind, form.toString());
      if (before.isPresent()) {
        folder.ifPresent(uploads::remove);
        return before;
      }
      String from = folder.orElse(form.toString());
      if (folder.isEmpty() && !uploads.takeWaiting(form, from)) {
        return Optional.<UUID>empty();
      }
      load.own().ifPresent(text -> uploads.keepMapping(from, text));
      return Optional.of(jobs.startForInstallationOnce(form.toString(), kind,
          new RegisterJob.Upload(load.code(), load.name(), load.mapping(), from)));
    });
  }
}
