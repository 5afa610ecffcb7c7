// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.groundwork.count.BadFile;
import org.groundwork.count.CsvMapping;
import org.groundwork.count.Election;
import org.groundwork.count.ElectionReader;
import org.groundwork.count.Writers;
import org.jspecify.annotations.Nullable;

/** Files of ballots that a command reads, in any of the formats, and writes. */
final class BallotFiles {
  private static final long LARGEST = 1L << 30;

  private final Main.Streams streams;
  private final Messages messages;
  private CsvMapping mapping = CsvMapping.USUAL;

  BallotFiles(Main.Streams streams, Messages messages) {
    this.streams = streams;
    this.messages = messages;
  }

  /** Takes the meaning of the columns of CSV files from a file, if there is one; false, and said why, if that cannot be. */
  boolean mapping(@Nullable String name) {
    if (name == null) {
      return true;
    }
    try {
      mapping = CsvMapping.read(bytes(name));
      return true;
    } catch (BadFile bad) {
      say(name, bad);
    } catch (IOException e) {
      messages.say(Messages.of(name, e));
    }
    return false;
  }

  /** Reads a file of ballots, or standard input if it is called -. */
  Election read(String name) throws BadFile, IOException {
    return ElectionReader.read(name, bytes(name), mapping);
  }

  /** Says every defect of a file. */
  void say(String name, BadFile bad) {
    bad.defects().forEach(defect -> messages.at(name, defect.line(), defect.column(), defect.message()));
  }

  /** Writes an election to standard output, as blt or as abif. */
  void write(Election election, String format) throws IOException {
    Writer to = new BufferedWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8), 1 << 16);
    if (format.equals("blt")) {
      Writers.blt(election, to);
    } else {
      Writers.abif(election, to);
    }
    to.flush();
    if (streams.out().checkError()) {
      throw new IOException("standard output is closed");
    }
  }

  private byte[] bytes(String name) throws IOException {
    if (name.equals("-")) {
      try (InputStream in = streams.in()) {
        return within(name, in.readNBytes((int) LARGEST + 1));
      }
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      throw new IOException("this is a folder, and a file is expected");
    }
    if (Files.size(path) > LARGEST) {
      throw new IOException("larger than 1 GiB, the most that is read");
    }
    return Files.readAllBytes(path);
  }

  private static byte[] within(String name, byte[] read) throws IOException {
    if (read.length > LARGEST) {
      throw new IOException(name + " is larger than 1 GiB, the most that is read");
    }
    return read;
  }
}
