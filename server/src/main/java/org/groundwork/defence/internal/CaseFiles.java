// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.groundwork.defence.CaseEvidence;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.files.FileIntake.Taken;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.files.FileStore.Keeping;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files of a case: each is looked at outside a transaction, few at once, and then waits with its form. */
@Component
class CaseFiles {
  private static final String FIELD = "files";
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final FileIntake intake;
  private final CaseEvidence evidence;
  private final Transactions transactions;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  CaseFiles(FileIntake intake, CaseEvidence evidence, Transactions transactions) {
    this.intake = intake;
    this.evidence = evidence;
    this.transactions = transactions;
  }

  /** Keeps what was sent with a form, and says beside the field what was not taken. */
  void keep(UUID form, MultipartFile @Nullable [] files, FormErrors errors) throws IOException {
    var chosen = FileIntake.chosen(files);
    if (chosen.isEmpty()) {
      errors.refuse(FIELD, "case.files.choose");
    }
    if (chosen.size() > FileStore.MOST_FILES) {
      tooMany(errors);
      return;
    }
    var refused = new ArrayList<Taken.Refused>();
    for (MultipartFile file : chosen) {
      switch (taken(file)) {
        case Taken.Refused no -> refused.add(no);
        case Taken.Safe(var safe) -> refuse(transactions.write(() -> evidence.keep(form, safe)), errors);
      }
    }
    refuse(refused, errors);
  }

  private static void refuse(Keeping keeping, FormErrors errors) {
    switch (keeping) {
      case Keeping.Done _ -> {
      }
      case Keeping.TooMany() -> tooMany(errors);
      case Keeping.NoRoom() -> errors.refuse(FIELD, "files.refused.no-room");
    }
  }

  private static void refuse(List<Taken.Refused> refused, FormErrors errors) {
    if (refused.size() == 1) {
      errors.refuse(FIELD, refused.getFirst().reason().messageKey(), refused.getFirst().name());
    } else if (!refused.isEmpty()) {
      errors.refuse(FIELD, "files.refused.several",
          refused.stream().map(Taken.Refused::name).collect(Collectors.joining(", ")));
    }
  }

  /** Says beside the field that a case has no room for more. */
  static void tooMany(FormErrors errors) {
    errors.refuse(FIELD, "files.refused.too-many", FileStore.MOST_FILES);
  }

  /** Waits for a place, but not for ever: whoever holds one may be slow on purpose. */
  private Taken taken(MultipartFile file) throws IOException {
    if (!placed()) {
      return intake.busy(file);
    }
    try {
      return intake.take(file);
    } finally {
      places.release();
    }
  }

  private boolean placed() {
    try {
      return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
