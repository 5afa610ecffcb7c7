// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.files.FileIntake.Taken;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.files.FileStore.Keeping;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.strike.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The photos of a paper: each is looked at outside a transaction, one at a time, and then waits with its form. */
@Component("strikePaperFiles")
class PaperFiles {
  private static final String FIELD = "files";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final FileIntake intake;
  private final Notices notices;
  private final Transactions transactions;
  private final Semaphore place = new Semaphore(1, true);

  PaperFiles(FileIntake intake, Notices notices, Transactions transactions) {
    this.intake = intake;
    this.notices = notices;
    this.transactions = transactions;
  }

  /** Keeps what was sent with a form, and says beside the field what was not taken. */
  void keep(UUID form, MultipartFile @Nullable [] sent, FormErrors errors) throws IOException {
    List<MultipartFile> chosen = FileIntake.chosen(sent);
    if (chosen.size() > FileStore.MOST_FILES) {
      errors.refuse(FIELD, "files.refused.too-many", FileStore.MOST_FILES);
      return;
    }
    for (MultipartFile file : chosen) {
      switch (taken(file)) {
        case Taken.Refused(var name, var reason) -> errors.refuse(FIELD, reason.messageKey(), name);
        case Taken.Safe(var safe) -> refuse(transactions.write(() -> notices.keepWithForm(form, safe)), errors);
      }
    }
  }

  private static void refuse(Keeping keeping, FormErrors errors) {
    switch (keeping) {
      case Keeping.Done _ -> {
      }
      case Keeping.TooMany() -> errors.refuse(FIELD, "files.refused.too-many", FileStore.MOST_FILES);
      case Keeping.NoRoom() -> errors.refuse(FIELD, "files.refused.no-room");
    }
  }

  /** Waits for its turn, but not for ever: each file lies whole in memory meanwhile. */
  private Taken taken(MultipartFile file) throws IOException {
    if (!placed()) {
      return intake.busy(file);
    }
    try {
      return intake.take(file);
    } finally {
      place.release();
    }
  }

  private boolean placed() {
    try {
      return place.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
