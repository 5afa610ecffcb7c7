// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.groundwork.linkage.BadMapping;
import org.groundwork.linkage.Mapping;
import org.groundwork.linkage.RefusedRow;
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
  /** Begins the message keys of the linkage library's reasons. */
  static final String REASON = "register.reason.";
  private static final String WRITTEN = "written";
  /** Begins the library's reasons for which a file is refused as a whole. */
  private static final String WHOLE_FILE = "file.";
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
    if (!context.checkpoint().equals(Optional.of(WRITTEN))) {
      if (!uploads.kept(upload.folder())) {
        throw new JobFailure("register.gone");
      }
      List<Source> sources = uploads.files(upload.folder()).stream().map(RegisterJob::source).toList();
      var own = uploads.mapping(upload.folder());
      var read = new AtomicLong();
      var ready = RegisterImport.prepare(upload.code(), upload.name(), mapping(upload.mapping(), own), own, sources,
          rows -> {
            read.set(rows);
            context.progress(rows, 0);
          });
      context.progress(read.get(), read.get());
      requireUsable(context, upload, ready);
      context.step(WRITTEN, () -> {
        var result = imports.write(ready);
        context.count("sites", result.sites());
        context.count("networks", result.networks());
        tell(context, ready.refusals());
      });
    }
    for (var local : transactions.read(locals::all)) {
      Tenancy.in(local.id(), () -> transactions.write(() -> jobs.getObject().start(relink, new RelinkJob.Nothing(""))));
    }
    uploads.remove(upload.folder());
  }

  /** A file that cannot be read at all, or files without a single site, leave what is there untouched. */
  private void requireUsable(JobContext context, Upload upload, RegisterImport.Prepared ready) {
    var whole = ready.refusals().stream().filter(row -> row.reason().key().startsWith(WHOLE_FILE)).toList();
    if (whole.isEmpty() && ready.sites() > 0) {
      return;
    }
    context.step("refused", () -> tell(context, whole.isEmpty() ? ready.refusals() : whole));
    uploads.remove(upload.folder());
    throw new JobFailure(whole.isEmpty() ? "register.nothing" : "register.unreadable");
  }

  private static void tell(JobContext context, List<RefusedRow> refusals) {
    refusals.forEach(row -> context.refused(row.line() == 0 ? row.file() : row.file() + ":" + row.line(),
        REASON + row.reason().key(), row.reason().arguments().toArray()));
  }

  private static Source source(RegisterUploads.Kept file) {
    return new Source(file.name(), () -> Files.newInputStream(file.path()));
  }

  private static Mapping mapping(String name, Optional<String> own) throws JobFailure {
    try {
      return own.isPresent() ? Mapping.ofText(name, own.get()) : Mapping.of(name);
    } catch (BadMapping e) {
      throw new JobFailure(REASON + e.reason().key(), e.reason().arguments().toArray());
    }
  }
}
