// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Chains in a text file, section 5 of {@code docs/SPEC-audit.md}: to be checked elsewhere, without the database. */
public final class AuditFile {
  private static final String FIRST = "groundwork-audit/1";
  private static final String LAST = "end";
  private static final HexFormat HEX = HexFormat.of();

  private AuditFile() {}

  /** A line that is not of the form; its message is {@code FILE:LINE:1: text}. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(Path file, long line, String what) { super(file + ":" + line + ":1: " + what); }
  }

  /** Begins a file. */
  public static void begin(PrintWriter out) { out.print(FIRST + "\n"); }

  /** Begins a local's chain. */
  public static void local(PrintWriter out, AuditVerifier.Local local) {
    out.print("local " + local.id() + " " + local.handle() + "\n");
  }

  /** One seal. */
  public static void seal(PrintWriter out, long seq, UUID entry, long atMicros, AuditVerifier.Hashes hashes) {
    out.print("seal " + seq + " " + entry + " " + atMicros + " " + HEX.formatHex(hashes.commitment()) + " "
        + HEX.formatHex(hashes.link()) + "\n");
  }

  /** The end of a local's chain, as one line that can be kept apart. */
  public static String head(AuditVerifier.Local local, AuditVerdict.Head head) {
    return "head " + local.id() + " " + local.handle() + " " + head.seq() + " " + HEX.formatHex(head.link());
  }

  /** Ends a file: one that was cut short shows. */
  public static void end(PrintWriter out) { out.print(LAST + "\n"); }

  /** The heads in a file, of whatever kind, by local. */
  public static Map<UUID, AuditVerdict.Head> heads(Path file) throws IOException, Unreadable {
    var heads = new TreeMap<UUID, AuditVerdict.Head>();
    long number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.startsWith("head ")) {
        var words = words(file, number, line, 5);
        heads.put(uuid(file, number, words[1]),
            new AuditVerdict.Head(number(file, number, words[3]), hex(file, number, words[4])));
      }
    }
    if (heads.isEmpty()) {
      throw new Unreadable(file, 1, "no head is noted in this file");
    }
    return heads;
  }

  /** Checks every chain in a file and tells the verdict on each. */
  public static void check(Path file, BiConsumer<AuditVerifier.Local, AuditVerdict> verdicts)
      throws IOException, Unreadable {
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      var reading = new Reading(file, verdicts);
      for (var line = lines.iterator(); line.hasNext();) {
        reading.line(line.next());
      }
      reading.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Where the check of a file is. */
  private static final class Reading {
    private final Path file;
    private final BiConsumer<AuditVerifier.Local, AuditVerdict> verdicts;
    private long number;
    private boolean ended;
    private Optional<AuditVerifier.Local> local = Optional.empty();
    private Optional<ChainCheck> chain = Optional.empty();
    private Optional<AuditVerdict.Broken> broken = Optional.empty();

    Reading(Path file, BiConsumer<AuditVerifier.Local, AuditVerdict> verdicts) {
      this.file = file;
      this.verdicts = verdicts;
    }

    void line(String line) throws Unreadable {
      number++;
      if (ended || (number == 1) != line.equals(FIRST)) {
        throw new Unreadable(file, number, "not a line of an exported audit log");
      }
      switch (line.split(" ", 2)[0]) {
        case FIRST -> {
        }
        case "local" -> begin(words(file, number, line, 3));
        case "seal" -> seal(words(file, number, line, 6));
        case "head" -> head(words(file, number, line, 5));
        case LAST -> ended = true;
        default -> throw new Unreadable(file, number, "not a line of an exported audit log");
      }
    }

    private void begin(String[] words) throws Unreadable {
      if (local.isPresent()) {
        throw new Unreadable(file, number, "a local begins before the end of another");
      }
      local = Optional.of(new AuditVerifier.Local(uuid(file, number, words[1]), words[2]));
      chain = Optional.of(new ChainCheck(local.get().id()));
      broken = Optional.empty();
    }

    private void seal(String[] words) throws Unreadable {
      var sealed = new Chain.Sealed(uuid(file, number, words[2]),
          Instant.EPOCH.plus(number(file, number, words[3]), ChronoUnit.MICROS), hex(file, number, words[4]));
      var seal = new ChainCheck.Seal(number(file, number, words[1]), Optional.of(sealed), hex(file, number, words[5]));
      if (broken.isEmpty()) {
        broken = chain().next(seal);
      }
    }

    private void head(String[] words) throws Unreadable {
      var head = new AuditVerdict.Head(number(file, number, words[3]), hex(file, number, words[4]));
      if (!uuid(file, number, words[1]).equals(local.map(AuditVerifier.Local::id).orElse(null))) {
        throw new Unreadable(file, number, "the head of another local");
      }
      if (broken.isEmpty()) {
        broken = chain().endsAt(head);
      }
      verdicts.accept(local.orElseThrow(),
          broken.<AuditVerdict>map(b -> b).orElseGet(() -> new AuditVerdict.Ok(head, 0, 0)));
      local = Optional.empty();
      chain = Optional.empty();
    }

    private ChainCheck chain() throws Unreadable {
      return chain.orElseThrow(() -> new Unreadable(file, number, "a seal outside a local"));
    }

    void end() throws Unreadable {
      if (!ended || local.isPresent()) {
        throw new Unreadable(file, number, "the file ends before its end");
      }
    }
  }

  private static String[] words(Path file, long line, String text, int many) throws Unreadable {
    String[] words = text.split(" ", -1);
    if (words.length != many) {
      throw new Unreadable(file, line, "a line of " + many + " words has " + words.length);
    }
    return words;
  }

  private static UUID uuid(Path file, long line, String word) throws Unreadable {
    if (!word.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new Unreadable(file, line, "not an identifier");
    }
    return UUID.fromString(word);
  }

  private static long number(Path file, long line, String word) throws Unreadable {
    if (!word.matches("-?[0-9]{1,18}")) {
      throw new Unreadable(file, line, "not a number");
    }
    return Long.parseLong(word);
  }

  private static byte[] hex(Path file, long line, String word) throws Unreadable {
    if (!word.matches("[0-9a-f]{64}")) {
      throw new Unreadable(file, line, "not a hash");
    }
    return HEX.parseHex(word);
  }
}
