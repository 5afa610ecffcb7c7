// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.target.RegisterUploads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files of the form that loads a register: those just chosen, or those that wait since it was refused. */
@Component
class RegisterIntake {
  static final int MOST_FILES = 8;
  private final RegisterUploads uploads;
  private final Ids ids;

  RegisterIntake(RegisterUploads uploads, Ids ids) {
    this.uploads = uploads;
    this.ids = ids;
  }

  /** The files just chosen; refuses what cannot be a register, and nothing chosen where nothing waits. */
  List<RegisterUploads.Incoming> chosen(UUID form, MultipartFile @Nullable [] sent, FormErrors errors)
      throws IOException {
    var files = FileIntake.chosen(sent).stream().map(RegisterIntake::incoming).toList();
    if (files.size() > MOST_FILES || (files.isEmpty() && uploads.waiting(form).isEmpty())) {
      errors.refuse("files", "registers.files.choose", MOST_FILES);
    }
    for (int at = 0; at < files.size(); at++) {
      if (isEmpty(files.get(at))) {
        errors.refuse("files", "registers.files.empty", at + 1);
      } else if (!RegisterUploads.looksLikeText(files.get(at))) {
        errors.refuse("files", "registers.files.no-text", at + 1);
      }
    }
    return files;
  }

  /** Lets good files wait with a form that is refused for something else. */
  void keepWaiting(UUID form, List<RegisterUploads.Incoming> files, FormErrors errors) throws IOException {
    if (!files.isEmpty() && errors.on("files").isEmpty()) {
      uploads.keepWaiting(form, ids.random(), files);
    }
  }

  /** Keeps what was just chosen for an upload; answers its folder, or nothing if nothing was chosen. */
  Optional<String> keep(List<RegisterUploads.Incoming> files) throws IOException {
    return files.isEmpty() ? Optional.empty() : Optional.of(uploads.keep(ids.random(), files));
  }

  /** What the files that wait with a form are called. */
  List<String> waiting(UUID form) {
    return uploads.waiting(form);
  }

  private static RegisterUploads.Incoming incoming(MultipartFile file) {
    return new RegisterUploads.Incoming(Objects.requireNonNullElse(file.getOriginalFilename(), ""),
        file::getInputStream);
  }

  private static boolean isEmpty(RegisterUploads.Incoming file) throws IOException {
    try (var in = file.content().open()) {
      return in.read() < 0;
    }
  }
}
