// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Uploaded register files, kept in a folder of the data directory until they are imported. They are public data. */
public final class RegisterUploads {
  private final Path folder;

  RegisterUploads(Path folder) { this.folder = folder; }

  /** A file as it comes in: never its sender's name, only a number and what is in it. */
  public interface Incoming {
    InputStream open() throws IOException;
  }

  /** Keeps the files of one upload; answers the name of their folder. */
  public String keep(UUID upload, List<Incoming> files) throws IOException {
    Path into = Files.createDirectories(folder.resolve(upload.toString()));
    int number = 1;
    for (Incoming file : files) {
      try (InputStream in = file.open()) {
        Files.copy(in, into.resolve("file-" + number++ + ".csv"));
      }
    }
    return upload.toString();
  }

  List<Path> files(String upload) {
    try (var files = Files.list(place(upload))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String upload) {
    Path place = place(upload);
    if (!Files.exists(place)) {
      return;
    }
    try (var files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path place(String upload) {
    return folder.resolve(UUID.fromString(upload).toString()); // nothing but an identifier becomes a path
  }
}
