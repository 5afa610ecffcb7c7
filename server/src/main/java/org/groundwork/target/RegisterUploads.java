// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Uploaded register files, kept in a folder of the data directory until they are imported. They are public data. */
public final class RegisterUploads {
  private static final int HEAD = 4_096;
  private static final int LONGEST_MARK = 8;
  private static final String MAPPING = "mapping.txt";
  /** How archives, programs, pictures and documents begin, in hexadecimal. */
  private static final List<String> NO_TEXT = List.of("504b0304", "504b0506", "1f8b", "425a68", "fd377a58", "377abcaf",
      "526172211a", "4d5a", "7f454c46", "cafebabe", "25504446", "d0cf11e0", "89504e47", "ffd8ff", "47494638",
      "53514c69");
  private final Path folder;

  RegisterUploads(Path folder) { this.folder = folder; }

  /** A file as it comes in: never its sender's name, only a number and what is in it. */
  public interface Incoming {
    InputStream open() throws IOException;
  }

  /**
   * Whether something is a text that may be a register, by its first bytes: no archive, program, picture or document,
   * whatever it is called.
   */
  public static boolean looksLikeText(Incoming file) throws IOException {
    try (InputStream in = file.open()) {
      byte[] head = in.readNBytes(HEAD);
      boolean wide = head.length > 1 && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
          || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
      String begins = HexFormat.of().formatHex(head, 0, Math.min(LONGEST_MARK, head.length));
      return NO_TEXT.stream().noneMatch(begins::startsWith) && (wide || IntStream.range(0, head.length)
          .noneMatch(at -> head[at] == 0));
    }
  }

  /** Keeps the files of one upload and the mapping they are read with, if it is none of the built-in; answers the name of their folder. */
  public String keep(UUID upload, List<Incoming> files, Optional<String> mapping) throws IOException {
    Path into = Files.createDirectories(folder.resolve(upload.toString()));
    int number = 1;
    for (Incoming file : files) {
      try (InputStream in = file.open()) {
        Files.copy(in, into.resolve("file-" + number++ + ".csv"));
      }
    }
    if (mapping.isPresent()) {
      Files.writeString(into.resolve(MAPPING), mapping.get());
    }
    return upload.toString();
  }

  /** The mapping that came with an upload. */
  Optional<String> mapping(String upload) {
    Path file = place(upload).resolve(MAPPING);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether an upload is still there. */
  boolean kept(String upload) { return Files.exists(place(upload)); }

  List<Path> files(String upload) {
    try (var files = Files.list(place(upload))) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
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
