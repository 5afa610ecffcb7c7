// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.nio.file.Path;
import java.util.List;
import org.groundwork.linkage.BadMapping;
import org.groundwork.linkage.Mapping;
import org.groundwork.linkage.Source;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobFailure;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Imports an uploaded register. Reading and linking touch nothing and are done again after a crash; the one step that
 * writes commits whole or not at all. Afterwards every local draws the networks of its own verdicts anew.
 */
final class RegisterJob implements JobKind<RegisterJob.Upload> {
  private final RegisterImport imports;
  private final RegisterUploads uploads;
  private final Locals locals;
  private final Transactions transactions;
  private final ObjectProvider<Jobs> jobs;
  private final RelinkJob relink;

  RegisterJob(RegisterImport imports, RegisterUploads uploads, Locals locals, Transactions transactions,
      ObjectProvider<Jobs> jobs,
      RelinkJob relink) {
    this.imports = imports;
    this.uploads = uploads;
    this.locals = locals;
    this.transactions = transactions;
    this.jobs = jobs;
    this.relink = relink;
  }

  /**
   * What was uploaded.
   *
   * @param folder name of the folder that holds the files
   */
  record Upload(String code, String name, String mapping, String folder) {}

  @Override
  public String name() { return "register-import"; }

  @Override
  public Class<Upload> parameters() { return Upload.class; }

  @Override
  public Power seenBy() { return Power.RESEARCH; }

  @Override
  public String back(Upload upload) { return "/installation/registers"; }

  @Override
  public void run(JobContext context, Upload upload) throws Exception {
    if (context.checkpoint().isEmpty()) {
      List<Source> sources = uploads.files(upload.folder()).stream().map(RegisterJob::source).toList();
      var ready = RegisterImport.prepare(upload.code(), upload.name(), mapping(upload.mapping()), sources,
          rows -> context.progress(rows, 0));
      context.step("written", () -> {
        var result = imports.write(ready);
        context.count("sites", result.sites());
        context.count("networks", result.networks());
        ready.refusals()
            .forEach(row -> context.refused(row.file() + ":" + row.line(), "register.refused", row.reason().english()));
      });
    }
    for (var local : transactions.read(locals::all)) {
      Tenancy.in(local.id(), () -> transactions.write(() -> jobs.getObject().start(relink, new RelinkJob.Nothing(""))));
    }
    uploads.remove(upload.folder());
  }

  private static Source source(Path file) {
    Path name = file.getFileName();
    return new Source(name == null ? file.toString() : name.toString(), () -> java.nio.file.Files.newInputStream(file));
  }

  private static Mapping mapping(String name) throws JobFailure {
    try {
      return Mapping.of(name);
    } catch (BadMapping e) {
      throw new JobFailure("register.mapping.bad", e.line(), String.valueOf(e.getMessage()));
    }
  }
}
