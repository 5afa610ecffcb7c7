// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.groundwork.platform.files.FileIntake;

/**
 * Uploaded register files, kept in a folder of the data directory until they are imported, or until the form they came
 * with is sent again. They are public data.
 */
public final class RegisterUploads {
  private static final int HEAD = 4_096;
  private static final int LONGEST_MARK = 8;
  private static final String MAPPING = "mapping.txt";
  private static final String NAMES = "names.txt";
  private static final String WAITING = "waiting-";
  /** How archives, programs, pictures and documents begin, in hexadecimal. */
  private static final List<String> NO_TEXT = List.of("504b0304", "504b0506", "1f8b", "425a68", "fd377a58", "377abcaf",
      "526172211a", "4d5a", "7f454c46", "cafebabe", "25504446", "d0cf11e0", "89504e47", "ffd8ff", "47494638",
      "53514c69");
  private final Path folder;

  RegisterUploads(Path folder) { this.folder = folder; }

  /** Opens a file that comes in. */
  public interface Content {
    InputStream open() throws IOException;
  }

  /**
   * A file as it comes in.
   *
   * @param name as its sender's computer calls it; shown to people, never a path
   */
  public record Incoming(String name, Content content) {}

  /** A file as it is kept, with the name that people know it by. */
  record Kept(String name, Path path) {}

  /**
   * Whether something is a text that may be a register, by its first bytes: no archive, program, picture or document,
   * whatever it is called.
   */
  public static boolean looksLikeText(Incoming file) throws IOException {
    try (InputStream in = file.content().open()) {
      byte[] head = in.readNBytes(HEAD);
      boolean wide = head.length > 1 && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
          || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
      String begins = HexFormat.of().formatHex(head, 0, Math.min(LONGEST_MARK, head.length));
      return NO_TEXT.stream().noneMatch(begins::startsWith) && (wide || IntStream.range(0, head.length)
          .noneMatch(at -> head[at] == 0));
    }
  }

  /**
   * Lets files wait with a form, in place of those that waited with it.
   *
   * @param fresh a name that nothing else has, for the time of writing
   */
  public void keepWaiting(UUID form, UUID fresh, List<Incoming> files) throws IOException {
    Path written = write(fresh, files);
    Path waiting = waitingPlace(form);
    delete(waiting);
    Files.move(written, waiting);
  }

  /** What the files that wait with a form are called. */
  public List<String> waiting(UUID form) {
    return names(waitingPlace(form));
  }

  /** Keeps the files of one upload; answers the name of their folder. */
  public String keep(UUID upload, List<Incoming> files) throws IOException {
    write(upload, files);
    return upload.toString();
  }

  /** Takes what waits with a form for an upload; false if nothing waits. */
  boolean takeWaiting(UUID form, String upload) {
    Path waiting = waitingPlace(form);
    if (!Files.exists(waiting)) {
      return false;
    }
    try {
      Files.move(waiting, place(upload));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the mapping an upload is read with, if it is none of the built-in. */
  void keepMapping(String upload, String mapping) {
    try {
      Files.writeString(place(upload).resolve(MAPPING), mapping);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(UUID upload, List<Incoming> files) throws IOException {
    Path into = Files.createDirectories(folder.resolve(upload.toString()));
    var names = new ArrayList<String>();
    for (Incoming file : files) {
      names.add(unlike(names, FileIntake.shortened(file.name())));
      try (InputStream in = file.content().open()) {
        Files.copy(in, into.resolve("file-" + names.size() + ".csv"));
      }
    }
    Files.writeString(into.resolve(NAMES), String.join("\n", names));
    return into;
  }

  /** Two files of one name are told apart by a number. */
  private static String unlike(List<String> names, String name) {
    String unlike = name;
    for (int number = 2; names.contains(unlike); number++) {
      unlike = name + " (" + number + ")";
    }
    return unlike;
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

  /** The files of an upload in the order they were chosen. */
  List<Kept> files(String upload) {
    Path place = place(upload);
    var names = names(place);
    var files = new ArrayList<Kept>();
    for (int number = 1; Files.exists(place.resolve("file-" + number + ".csv")); number++) {
      Path file = place.resolve("file-" + number + ".csv");
      files.add(new Kept(number <= names.size() ? names.get(number - 1) : "file-" + number + ".csv", file));
    }
    return files;
  }

  private static List<String> names(Path place) {
    Path names = place.resolve(NAMES);
    try {
      return Files.exists(names) ? Files.readAllLines(names) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes an upload. */
  public void remove(String upload) { delete(place(upload)); }

  /** Removes what waits since before an instant; answers how many forms' files that were. */
  int forgetWaiting(Instant before) {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (var all = Files.list(folder)) {
      int gone = 0;
      for (Path each : all.filter(path -> path.getFileName().toString().startsWith(WAITING)).toList()) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
          delete(each);
          gone++;
        }
      }
      return gone;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path place) {
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

  private Path waitingPlace(UUID form) { return folder.resolve(WAITING + form); }

  private Path place(String upload) {
    return folder.resolve(UUID.fromString(upload).toString()); // nothing but an identifier becomes a path
  }
}
