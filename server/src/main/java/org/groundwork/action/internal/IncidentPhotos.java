// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.groundwork.action.Incidents;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Photos of what happened: each is looked at outside a transaction and waits with its form. Few at once, because each lies
 * whole in memory meanwhile.
 */
@Component
class IncidentPhotos {
  private static final String FIELD = "files";
  private static final int AT_ONCE = 2;
  private static final int PATIENCE = 10;
  private final FileIntake intake;
  private final Incidents incidents;
  private final Transactions transactions;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  IncidentPhotos(FileIntake intake, Incidents incidents, Transactions transactions) {
    this.intake = intake;
    this.incidents = incidents;
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
        case FileIntake.Taken.Refused no -> errors.refuse(FIELD, no.reason().messageKey(), no.name());
        case FileIntake.Taken.Safe(var safe) -> {
          switch (transactions.write(() -> incidents.keepWaiting(form, safe))) {
            case FileStore.Keeping.Done _ -> {
            }
            case FileStore.Keeping.TooMany _ -> errors.refuse(FIELD, "files.refused.too-many", FileStore.MOST_FILES);
            case FileStore.Keeping.NoRoom _ -> errors.refuse(FIELD, "files.refused.no-room");
          }
        }
      }
    }
  }

  private FileIntake.Taken taken(MultipartFile file) throws IOException {
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
      return places.tryAcquire(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
